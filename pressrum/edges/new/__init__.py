"""Beginnings: the file of a new `release` and the entry of a new `meeting`, from what was `typed`."""
