"""Markdown to a `Body`, and what in it is not as it was meant."""
