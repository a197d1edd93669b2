"""What it means: alarm states and the calls behind them. No I/O, no clock, no randomness."""
