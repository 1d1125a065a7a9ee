"""The only rooms that open files, ask for the time, and talk to people.

All between is functions of values; here they are tied to the disk, the clock and the terminal.

`commands` are what staff type. For a build (`build.py`) `request` says what is asked, `refusals` what is not
done, and `lock` lets one work at a time. `seen`, `sources`, `reading` and `planning` go from files to a plan;
`last` is what the last build left, and `unchanged` and `again` do what takes less than a whole build, by its
`notes`. `making` lays files out, with `pictures`, `search` and several `processes`, and `output` moves them.
`preview` shows all this while one writes. `recover` makes a lost record of what is `published`, `forget`
takes something out of it; `external` and `asking` look after links to other sites; `status` and `new` are
commands of their own. `report` and `troubles` are what staff are told.
"""
