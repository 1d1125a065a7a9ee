"""Beginnings: the file of a new release, and the entry of a new meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path

from pressrum.edges.clock import chosen_now, real_now
from pressrum.edges.lock import alone
from pressrum.edges.output import replace_file
from pressrum.edges.request import Request, refuse_folders
from pressrum.edges.seen import no_site
from pressrum.errors import BadSource, BadValue, Mistake, Text, say
from pressrum.fields.tour import TourFields
from pressrum.language import Language
from pressrum.make.release_file import render_release
from pressrum.make.scalar import scalar
from pressrum.make.tour_file import Pairs, add_meeting, by_hand
from pressrum.model import Meeting, Project, Tour
from pressrum.parse.glance import SITE, TOUR
from pressrum.parse.places import RELEASES
from pressrum.parse.project import parse_project
from pressrum.parse.release import DATED
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour
from pressrum.plan.checks import warn_of_districts
from pressrum.plan.publish import current_contacts
from pressrum.slug import slugify
from pressrum.written.dates import parse_day
from pressrum.written.day_words import WEEKDAY_OF
from pressrum.written.values import unmarked

TYPED = ("district", "date", "time", "place")
"""What `make new-meeting` takes of a meeting."""
LONGEST = 100
"""Letters of a title that come into the name of its file; disks take about 250."""


def new_release(site: Path, title: str, now: str | None) -> str:
    """Write the file of a new release; give its path from the site's folder.

    Raises `BadValue` for a title that no address can be made of, and where the file is there already.
    """
    project = _read(site)
    moment = chosen_now(now, project.site.zone)
    words = unmarked(_one_line(title)).rstrip(" ,;")
    slug = _short(slugify(words))
    if not words:
        raise BadValue(
            say("the release has no title"), say("write it: {line}", line='make new-release TITLE="…"')
        )
    if not slug:
        raise BadValue(
            say('no address can be made of "{text}"', text=title),
            say("write a title in letters a-z, and the right one in the file afterwards"),
        )
    path = _free(site, moment, slug)
    contact = (*current_contacts(project.site, moment), *project.site.contacts)[0].key
    content = render_release(words, moment, contact, Language(project.site.fields.language))
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    _write_new(file, content)
    return path


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet: all of it, or none."""
    with file.open("xb") as handle:
        try:
            handle.write(content)
            handle.flush()
        except OSError:
            file.unlink()
            raise


def _one_line(typed: str) -> str:
    """Give what was typed on one line, as a source would be read. Raises `BadValue` for what is no UTF-8."""
    try:
        return " ".join(decode(typed.encode(), "").split())
    except UnicodeEncodeError:
        raise BadValue(
            say('letters in "{text}" cannot be read', text=typed),
            say("set the terminal to UTF-8, or write it in the file"),
        ) from None


def _short(slug: str) -> str:
    """Give a name that a disk takes: a long one ends after a whole word, where it can."""
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]


def _free(site: Path, moment: datetime, slug: str) -> str:
    """Give the path of a release that nothing has yet; a name that the year has already gets a number."""
    folder = site / RELEASES
    named = f"{moment.date().isoformat()}-{slug}"
    for taken in (f"{named}.md", f"{named}/index.md"):
        if (folder / taken).exists():
            raise BadValue(
                say("{file} is there already, and was left as it is", file=RELEASES + taken),
                say("go on writing in it, or choose another title"),
            )
    of_the_year = {DATED.sub("", file.name).removesuffix(".md") for file in folder.glob(f"{moment.year}-*")}
    names = chain([slug], (f"{slug}-{number}" for number in count(2)))
    free = next(name for name in names if name not in of_the_year)
    return f"{RELEASES}{moment.date().isoformat()}-{free}.md"


def new_meeting(site: Path, given: Pairs) -> tuple[Meeting, Project]:
    """Add a meeting to tour.yaml; give it as it then stands there, and the project around it.

    `given` are its fields as they were typed, district and date among them. Raises `BadValue` for
    what cannot be read or added, `BadSource` for a tour.yaml that has mistakes, `MachineTrouble`
    where another is being added, which would be lost.
    """
    given = [(name, _one_line(value).rstrip(", ")) for name, value in given]
    if not {"district", "date"} <= dict(given).keys():
        raise BadValue(
            say("the meeting has no district or no day"),
            say("write both: {line}", line=_command(dict(given))),
        )
    request = Request(site, site / "output")
    refuse_folders(request)
    with alone(request.output):
        return _add(site, given)


def _add(site: Path, given: Pairs) -> tuple[Meeting, Project]:
    project = _read(site)
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
        yield Mistake(
            meeting.place("date"),
            say("the meeting was on {day}, and that has been", day=meeting.day),
            say("look at the year; is it right, there is nothing to do"),
        )


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


def _read(site: Path) -> Project:
    """Read site.yaml and the tour; the texts are not needed. Raises `BadSource` for mistakes in them."""
    files = (site / SITE, site / TOUR, *site.glob("*.geojson"))
    sources = {file.name: file.read_bytes() for file in files if file.is_file()}
    if SITE not in sources:
        raise BadSource(no_site(site))
    parsed = parse_project(sources, frozenset(), real_now().date())
    if parsed.mistakes:
        raise BadSource(*parsed.mistakes)
    return parsed.project


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
        if meant := _meant(dict(given), hint):
            hint = say("write {name}", name=_command(meant))
        raise BadValue(message, hint) from None


def _meant(said: dict[str, str], hint: Text | None) -> dict[str, str] | None:
    """Give what was meant where an hour stands with the day, or a word of the district or place does.

    None where that cannot be told, or not all of it be said to make.
    """
    if not said.keys() <= set(TYPED):
        return None
    apart = dict(hint.params) if hint else {}
    if isinstance(tip := apart.pop("tip", None), Text):
        apart |= dict(tip.params)
    if apart.keys() == {"day", "hour"} and "time" not in said:
        hour = str(apart["hour"]).removeprefix("time=")
        return said | {"date": str(apart["day"]), "time": hour}
    words = said["date"].split()
    turned = _day_first([*said["district"].split(), *words])
    if found := turned or ("place" in said and _day_first(words)):
        day, rest = found
        return said | {"date": day} | ({"district": rest} if turned else {"place": f"{said['place']} {rest}"})
    if apart or _days_of(said["date"]):
        return None
    for number in range(1, len(words)):
        if days := _days_of(" ".join(words[number:])):
            district = " ".join((said["district"], *words[:number]))
            return said | {"district": district, "date": days[0]} if len(days) == 1 else None
    return None


def _day_first(words: list[str]) -> tuple[str, str] | None:
    """Give the day that words begin with, and the words after it; None where these hold a number."""
    if not words or not (words[0][0].isdecimal() or words[0].casefold() in WEEKDAY_OF):
        return None
    for number in range(len(words) - 1, 0, -1):
        days, rest = _days_of(" ".join(words[:number])), " ".join(words[number:])
        if len(days) == 1 and not re.search("[0-9]", rest):
            return days[0], rest
    return None


def _days_of(written: str) -> list[str]:
    """Give the day that words are, or those that are offered for them."""
    try:
        return [parse_day(written, real_now().date()).isoformat()]
    except BadValue as bad:
        offered = dict(bad.hint.params) if bad.hint else {}
        return [str(offered[name]) for name in ("day", "other") if name in offered]


def _command(said: dict[str, str]) -> str:
    """Write the command that adds a meeting; a day that is not said is one to come."""
    said = {"district": "…", "date": (real_now().date() + timedelta(days=14)).isoformat()} | said
    parts = [(name, text.replace('"', '\\"')) for name in TYPED if (text := said.get(name, ""))]
    return " ".join(["make new-meeting", *(f'{name.upper()}="{text}"' for name, text in parts)])


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
