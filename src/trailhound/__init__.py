"""Joins CloudTrail (who did what) with CloudWatch (how things behave) on one clock and one screen."""

__version__ = "0.1.0"
