"""The fields of the three formats, said once: they validate, and make the JSON Schema and the docs.

`site`, `text` (releases and pages) and `tour` hold the models. How the text of each field is
read stands in `pressrum.written`. What else a field is called, in Swedish and by other programs, stands
beside it, so that such a key can be answered with the right one. What needs more than its own field
to be read (an hour needs its day and zone) is put together in `parse`.
"""
