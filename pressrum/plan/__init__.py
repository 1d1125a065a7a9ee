"""Values and a moment to outputs: what is public, what stands at which address, what to make and why.

Here is everything that decides; nothing here opens a file or asks for the time. Knows the
nouns and the recipes in `make`.
"""
