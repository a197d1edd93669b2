"""Whole screens: the watch and everything that can be drilled into."""
