"""Alarm states, evaluated as CloudWatch documents them."""
