"""The entry of a new meeting in tour.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from pressrum.edges.clock import real_now
from pressrum.edges.lock import alone
from pressrum.edges.new.typed import command, meant, one_line
from pressrum.edges.output import replace_file
from pressrum.edges.reading import parse_but_texts
from pressrum.edges.request import Request, refuse_folders
from pressrum.errors import BadSource, BadValue, Mistake, say
from pressrum.fields.tour import TourFields
from pressrum.language import Language
from pressrum.make.scalar import scalar
from pressrum.make.tour_file import Pairs, add_meeting, by_hand
from pressrum.model import Meeting, Project, Tour
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour
from pressrum.places import TOUR
from pressrum.plan.checks.tour import warn_of_districts
from pressrum.plan.record.meetings import passed


def new_meeting(site: Path, given: Pairs) -> tuple[Meeting, Project]:
    """Add a meeting to tour.yaml; give it as it then stands there, and the project around it.

    `given` are its fields as they were typed, district and date among them. Raises `BadValue` for
    what cannot be read or added, `BadSource` for a tour.yaml that has mistakes, `MachineTrouble`
    where another is being added, which would be lost.
    """
    given = [(name, one_line(value).rstrip(", ")) for name, value in given]
    if not {"district", "date"} <= dict(given).keys():
        raise BadValue(
            say("the meeting has no district or no day"),
            say("write both: {line}", line=command(dict(given))),
        )
    request = Request(site, site / "output")
    refuse_folders(request)
    with alone(request.output):
        return _add(site, given)


def _add(site: Path, given: Pairs) -> tuple[Meeting, Project]:
    project = parse_but_texts(site)
    file = (site / TOUR).resolve()
    text = file.read_bytes().decode() if file.exists() else _begun(project)
    tour = project.tour or _parsed(text, project)
    new = _alone(given, project)
    ids = [meeting.id for meeting in tour.meetings]
    pairs = [(name, new.day.isoformat() if name == "date" else value) for name, value in given]
    if not new.fields.id:
        _refuse_twice(new, tour)
    if new.id in ids:
        if new.fields.id:
            raise BadValue(
                say('another meeting is called "{id}" already', id=new.id), say("give it another id")
            )
        pairs.append(("id", next(name for number in count(2) if (name := f"{new.id}-{number}") not in ids)))
    changed = add_meeting(text, tour, new, pairs)
    added = _only_new(tour, changed, project, pairs)
    mode = file.stat().st_mode if file.exists() else None
    replace_file(file, changed.encode(), flush=True)
    if mode is not None:
        file.chmod(mode)
    return added, project


def warn_of_new(meeting: Meeting, project: Project) -> Iterator[Mistake]:
    """Warn of a meeting whose district is not on the map of `project`, or whose day has been."""
    yield from warn_of_districts(
        replace(project, tour=Tour(TourFields(title="-"), meeting.front, (meeting,)))
    )
    if meeting.over <= real_now():
        yield passed(meeting)


def _refuse_twice(new: Meeting, tour: Tour) -> None:
    """Raise `BadValue` for what seems to be there already: in the same district on the same day.

    Only with two hours that are different both are surely meant: one without an hour waits for it.
    """
    for old in tour.meetings:
        same = (old.fields.district, old.day) == (new.fields.district, new.day)
        if same and (old.start == new.start or None in (old.start, new.start)):
            where = old.place("district")
            raise BadValue(
                say("{district} has a meeting on {day} already", district=new.fields.district, day=new.day),
                say(
                    "change the one that is in {file}, line {line}; if this is another, write it there,"
                    " with an id: of its own",
                    file=where.path,
                    line=where.line,
                ),
            )


def _begun(project: Project) -> str:
    """Give a tour.yaml to begin with."""
    title = Language(project.site.fields.language).gettext("Tour")
    return f"title: {title}\n"


def _parsed(text: str, project: Project) -> Tour:
    length = project.site.fields.tour.meeting_length
    return parse_tour(decode(text.encode(), TOUR), project.site.zone, length, real_now().date())


def _alone(given: Pairs, project: Project) -> Meeting:
    """Read a meeting that was typed. Raises `BadValue` with the first mistake in it."""
    rows = "".join(f"  {name}: {scalar(value)}\n" for name, value in given)
    try:
        return _parsed(f"title: A\nmeetings:\n- {rows.lstrip()}", project).meetings[0]
    except BadSource as bad:
        message, hint = bad.mistakes[0].message, bad.mistakes[0].hint
        if said := meant(dict(given), hint):
            hint = say("write {name}", name=command(said))
        raise BadValue(message, hint) from None


def _only_new(tour: Tour, changed: str, project: Project, pairs: Pairs) -> Meeting:
    """Give the one meeting by which `changed` differs from `tour`; raises `BadValue` where more does."""
    try:
        then = _parsed(changed, project)
    except BadSource:
        raise by_hand(pairs) from None
    had = [_said(meeting) for meeting in tour.meetings]
    new = [meeting for meeting in then.meetings if _said(meeting) not in had]
    if len(new) != 1 or len(then.meetings) != len(had) + 1 or _head(then) != _head(tour):
        raise by_hand(pairs)
    return new[0]


def _said(meeting: Meeting) -> tuple[object, ...]:
    """Give all that an entry says; the line on which it stands is not of it."""
    return meeting.id, meeting.fields, meeting.start, meeting.end


def _head(tour: Tour) -> tuple[object, ...]:
    return tour.fields.title, tour.fields.description
