"""The public record, taken a step on: its `addresses` and its `meetings`.

`onward` lets old addresses lead to where things are now, `relinked` knows the links that were put right.
"""
