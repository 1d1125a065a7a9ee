"""How staff write, and what it means: days, hours, words of a choice, lists, ways to reach somebody.

`values` and `reached` are the types that `pressrum.fields` is made of; the others read what they are made of.
"""
