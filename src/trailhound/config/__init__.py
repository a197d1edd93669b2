"""What a person prefers: read once, checked at the door, handed on as plain values."""
