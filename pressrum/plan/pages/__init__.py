"""The pages of the site, part by part: each function gives the outputs of one.

`lists` has what lists other things, `texts` what staff have written, `meetings` the tour, `search`
the search, `statements` what the site tells of itself.
Nothing is decided here that holds for more than one page: that is worked out in the scene.
"""
