"""Values and a moment to outputs: what is public, what stands at which address, what to make and why.

Here is everything that decides; nothing here opens a file or asks for the time. Knows the
nouns and the recipes in `make`.

`site` tells the story: `publish` says what is public, `addresses` where it stands, `scene` all that a page
may look at. `pages`, `machines` and `assets` give the outputs, `links` where texts lead, `checks` what is
wrong or odd, `record` the public record as this build leaves it. `manifest` says what to make again.
"""
