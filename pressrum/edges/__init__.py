"""The only rooms that open files, ask for the time, and talk to people.

All other rooms hold functions of values; here these are tied to the disk, the clock and the terminal.

A build (`build.py`), in its order:

- `request` says what is asked for, `lock` lets one build work at a time, `refusals` says what is not done
- `source_files`, `sources`, `reading` and `planning` go from the files of a site to its plan
- `last` is what the last build left, `notes` what it noted: `unchanged` and `again` make do with less than a
  whole build where they can
- `making` lays out the new files, with `pictures`, `search` and several `processes`; `output` moves them

`commands` are what staff type. Their work is a build, or in `preview` (the site while one writes), `new`,
`status`, `external` and `asking` (links to other sites), `forget`, and `recover` (a lost public record from
what is `published`). `report` and `troubles` are what staff are told.
"""
