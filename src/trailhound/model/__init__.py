"""The nouns: plain frozen values that every room may use. Standard library only."""
