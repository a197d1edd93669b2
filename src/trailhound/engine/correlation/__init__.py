"""Which call moved this metric, and why we think so."""
