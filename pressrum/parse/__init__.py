'''Text to values: what staff wrote, read strictly, every mistake with its place.

Each reader here is a function of text. None opens a file, knows the moment, or knows what
is public; none knows how pages are made.

`project` reads all sources of a site, with `site`, `tour`, `release` (other pages too), `geojson` and
`record`; `published` reads back what a site has published. `text` decodes, `frontmatter` parts fields from
text, and `yaml` and `markdown` read these. `fields` checks fields by their models in `pressrum.fields`, and
words their mistakes with `models`, `shapes`, `foreign`, `dated` and `parted_day`.

A mistake is a value: what can be read is, and all mistakes are told in one run.

>>> from datetime import date
>>> from pressrum.errors import in_source_order
>>> from pressrum.language import Language
>>> from pressrum.parse.project import parse_project
>>> sources = {
...     "site.yaml": b"""title: A
... url: press.example
... contacts: {anna: {name: Anna}}
... """,
...     "content/releases/a.md": b"""---
... title: Open meeting
... date: 29 nov
... ---
... """,
... }
>>> parsed = parse_project(sources, frozenset(), date(2016, 11, 20))
>>> tell = Language("en").tell
>>> for mistake in in_source_order(parsed.mistakes):
...     print(f"{mistake.where}: {tell(mistake.message)}; hint: {tell(mistake.hint)}")
content/releases/a.md:3:7: "29 nov" has no year; hint: write 2016-11-29
site.yaml:2:6: "press.example" is not a web address; hint: write https://press.example/
>>> [release.fields.title for release in parsed.halves]
['Open meeting']
'''
