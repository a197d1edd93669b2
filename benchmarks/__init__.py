"""Measurements side by side: every figure stands beside a peer's from the same run, because only ratios travel."""
