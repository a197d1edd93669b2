"""CloudTrail records: from bytes to values."""
