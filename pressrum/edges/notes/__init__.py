"""What a build notes so that the next need not do it again; taking it away costs time alone.

All is kept in the `notebook`: `facts` of the build as a whole, `texts` as they were parsed, `rows` of outputs
with `packed` pages in them, and the `codes` of templates.
"""
