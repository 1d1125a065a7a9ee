"""Where links and pictures lead: `web` is all there is but the files `beside` a text.

`targets` finds where one leads, `resolve` where all of a text do.
"""
