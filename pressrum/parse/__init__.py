'''Text to values: what staff wrote, read strictly, every mistake with its place.

Each reader here is a function of text. None opens a file, knows the moment, or knows what
is public; none knows how pages are made.

What is told, and where, of twenty slips in a schedule and a release (many more, with their
Swedish, stand in tests/errors.md):

>>> from datetime import date
>>> from pressrum.errors import in_source_order
>>> from pressrum.language import Language
>>> from pressrum.parse.project import parse_project
>>> site = """title: A
... url: press.example
... colour: red
... contacts:
...   anna: {name: Anna, email: anna, phone: call me}
... """
>>> tour = """title: T
... meetings:
...   - {district: A, date: 29 nov}
...   - {district: B, date: Monday 29 November 2016}
...   - {district: C, date: 31 November 2016}
...   - {district: D, date: 2017-03-26, time: 02.30}
...   - {district: E, date: 2016-12-01, time: 24:00}
...   - {district: F, date: 2016-12-01, time: evening}
...   - {district: G, date: 2016-12-01, end: 19.30}
...   - {district: H, date: 2016-12-01, time: 18-19, end: 20}
...   - {district: I, date: 2016-12-01, tid: 18.00}
...   - {district: J, date: 2016-12-01, cancelled: no}
...   - {date: 2016-12-01}
... """
>>> release = """---
... rubrik: Open meeting
... date: 2016-11-28 25:00
... draft: maybe
... topics: housing, sport
... slug: Å Ä Ö
... aliases: old
... image: picture.jpg
... ---
... """
>>> fences = """–––
... title: A
... –––
... """
>>> sources = {
...     "site.yaml": site,
...     "tour.yaml": tour,
...     "content/releases/a.md": release,
...     "content/releases/b.md": fences,
... }
>>> encoded = {path: text.encode() for path, text in sources.items()}
>>> parsed = parse_project(encoded, frozenset(), date(2016, 11, 20))
>>> tell = Language("en").tell
>>> for mistake in in_source_order(parsed.mistakes):
...     print(f"{mistake.where}: {tell(mistake.message)}")
content/releases/a.md:2:1: there is no field "rubrik"
content/releases/a.md:3:7: there is no hour 25: a day has 24
content/releases/a.md:4:8: "maybe" is neither yes nor no
content/releases/a.md:5:9: a list is due here
content/releases/a.md:6:7: "Å Ä Ö" cannot stand in an address
content/releases/a.md:7:10: "old" cannot be kept as an old address
content/releases/a.md:8:8: "image" takes fields of its own
content/releases/b.md:1:1: "–––" stands where three plain hyphens are due
site.yaml:2:6: "press.example" is not a web address
site.yaml:3:1: there is no field "colour"
site.yaml:5:29: "anna" is not an e-mail address
site.yaml:5:42: "call me" is not a phone number
tour.yaml:3:25: "29 nov" has no year
tour.yaml:4:25: 2016-11-29 is a Tuesday, not a Monday
tour.yaml:5:25: November 2016 has 30 days, not 31
tour.yaml:6:43: there is no 02.30 on 2017-03-26: clocks go forward that night
tour.yaml:7:43: "24:00" is midnight, which is 00.00 of the next day
tour.yaml:8:43: "evening" is not an exact time
tour.yaml:9:42: the meeting has an end but no time at which it begins
tour.yaml:10:55: the end is given in "time" too, and another one
tour.yaml:11:37: there is no field "tid"
tour.yaml:12:48: "no" is not a reason
tour.yaml:13:5: "district" is missing
'''
