"""The public record as this build leaves it: its `addresses` and its `meetings`.

`old_addresses` plans what is published at addresses whose source has moved or is gone. `relinked` tells
which texts differ only in links that follow such a move: to readers they say nothing new.
"""
