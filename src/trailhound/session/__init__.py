"""One watch, live or replayed: what is fed in, the clock, and what can be looked at."""
