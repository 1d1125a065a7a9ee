"""How staff write, and what it means: days, hours, words of a choice, lists, ways to reach somebody.

`values`, `reached` and `choices` have the types that `pressrum.fields` is made of; the others read for them.
Of these types `shapes` has what editors are told.
"""
