"""Text to values: what staff wrote, read strictly, every mistake with its place.

Each reader here is a function of text. None opens a file, knows the moment, or knows what
is public; none knows how pages are made.
"""
