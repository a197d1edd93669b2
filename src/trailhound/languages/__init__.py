"""The languages users write. No language imports another."""
