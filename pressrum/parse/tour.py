"""tour.yaml to the `Tour`: days and hours put together where the meeting is held."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, BadValue, Location, Mistake, Text, say
from pressrum.fields.tour import MeetingFields, TourFields
from pressrum.model import Meeting, Tour
from pressrum.nodes import Mapping, Node, Scalar, Sequence, place_of
from pressrum.parse.dated import fields_meant
from pressrum.parse.fields import as_mapping, entry_above, read_fields
from pressrum.parse.models import field_names
from pressrum.parse.parted_day import parted_day, whole_day
from pressrum.parse.shapes import first_line
from pressrum.parse.yaml.entries import begin
from pressrum.parse.yaml.flow import as_value
from pressrum.parse.yaml.reader import parse_yaml
from pressrum.parse.yaml.slips import joined
from pressrum.places import TOUR
from pressrum.slug import slugify
from pressrum.written.clocks import Times, parse_times
from pressrum.written.dates import day_not_hour
from pressrum.written.local_times import in_zone
from pressrum.written.reached import is_hour

LONGEST = timedelta(hours=12)
LATER = {*field_names(MeetingFields)} - {"district"}
"""Fields with which no meeting begins."""
GLUED = re.compile(r"([a-zåäö]+):(\S.*?)(?= [a-zåäö]+:|$)")
"""A field without a space behind its colon, as far as the next: YAML joins lines that are all so."""


def parse_tour(text: str, zone: ZoneInfo, length: int, today: date) -> Tour:
    """Give the tour, its meetings in order of time.

    `length` is that of a meeting without an end, in minutes; `today` is only for days without
    a year. Raises `BadSource` with every mistake in `text`.
    """
    front = as_mapping(
        parse_yaml(text, TOUR),
        Mistake(
            Location(TOUR), say("the tour's fields are missing"), say("write title: and meetings: first")
        ),
    )
    mistakes: list[Mistake] = []
    fields = None
    head = Mapping(tuple(entry for entry in front.entries if entry[0].text != "meetings"), front.where)
    try:
        fields = read_fields(TourFields, head, written=front)
    except BadSource as bad:
        mistakes += bad.mistakes
    meetings: list[Meeting] = []
    for entry in _entries(_refilled(front), mistakes):
        try:
            near = max(today, meetings[-1].day) if meetings else today
            meeting = _meeting(entry, zone, length, near, today)
        except BadSource as bad:
            mistakes += bad.mistakes
        else:
            meetings.append(meeting)
    mistakes += _same_ids(meetings)
    if mistakes or fields is None:
        raise BadSource(*mistakes)
    return Tour(fields, head, tuple(sorted(meetings, key=lambda meeting: meeting.order)))


def _refilled(front: Mapping) -> Node | None:
    """Give the meetings, the last one with the fields that have fallen out of it: these alone are told."""
    node = front.get("meetings")
    above = {key: entry_above(TourFields, front, key) for key in front.named}
    fallen = {key: found[1] for key, found in above.items() if found and found[0][0] == "meetings"}
    if not isinstance(node, Sequence) or not fallen:
        return node
    last, entries = next(iter(fallen.values())), (front.named[key] for key in fallen)
    return replace(node, items=(*node.items[:-1], replace(last, entries=(*last.entries, *entries))))


def _entries(node: Node | None, mistakes: list[Mistake]) -> list[Mapping]:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return []
    if not isinstance(node, Sequence):
        hint = begin("district: …")
        if isinstance(node, Mapping) and node.entries:
            line = ", ".join(fields_meant(MeetingFields, node, node.entries[0][0].text))
            hint = begin(f"{{{line}}}" if line else first_line(node))
            if isinstance(node.entries[0][1], Mapping):
                hint = begin(f"district: {as_value(node.entries[0][0].text)}")
        mistakes.append(Mistake(node.where, say('"{key}" takes a list', key="meetings"), hint))
        return []
    mistakes += [_no_meeting(item) for item in node.items if not isinstance(item, Mapping)]
    return _whole([item for item in node.items if isinstance(item, Mapping)], mistakes)


def _no_meeting(item: Node) -> Mistake:
    glued = GLUED.match(item.text) if isinstance(item, Scalar) else None
    if glued:
        return joined(glued[1], glued[2], replace(item.where, column=item.where.column + len(glued[1])))
    return Mistake(item.where, say("a meeting's fields are due here"), say("write district: … and date: …"))


def _whole(entries: list[Mapping], mistakes: list[Mistake]) -> list[Mapping]:
    """Put together meetings whose fields have a hyphen each, and tell of these hyphens."""
    whole: list[Mapping] = []
    for entry in entries:
        keys = [name.text for name, _ in entry.entries]
        above = whole[-1] if whole else entry
        if above.flow or entry.flow or not LATER.issuperset(keys) or not above.named.keys().isdisjoint(keys):
            whole.append(entry)
            continue
        whole[-1] = Mapping(above.entries + entry.entries, above.where)
        mistakes.append(
            Mistake(
                entry.where,
                say('"{name}" stands apart from the meeting above, for it has a hyphen', name=keys[0]),
                say("write a space in place of the hyphen"),
            )
        )
    return whole


def _meeting(entry: Mapping, zone: ZoneInfo, length: int, near: date, today: date) -> Meeting:
    whole, behind = whole_day(entry, near)
    try:
        fields = read_fields(MeetingFields, whole, zone, near, today)
    except BadSource as bad:
        mistakes = _together(whole, bad.mistakes, near)
        raise BadSource(*parted_day(whole, behind, mistakes, near)) from None
    if behind:
        raise BadSource(*parted_day(whole, behind, (), near))
    if not slugify(fields.district):
        raise BadSource(
            Mistake(
                place_of(entry, ("district",)),
                say('no address can be made of "{text}"', text=fields.district),
                say("write the district's name in letters a-z, å, ä, ö"),
            )
        )
    id_ = fields.id or slugify(fields.district)
    start, end = _span(fields, entry, zone, length)
    return Meeting(id=id_, fields=fields, start=start, end=end, zone=zone, front=entry)


def _together(entry: Mapping, mistakes: tuple[Mistake, ...], near: date) -> tuple[Mistake, ...]:
    """Give the `mistakes` of a meeting as they are to be told where both its day and its hour are written."""
    first, last, place = entry.get("date"), entry.get("time"), entry.get("place")
    if isinstance(last, Scalar) and isinstance(place, Scalar):
        mistakes = _misplaced(last, place, mistakes)
    if not isinstance(first, Scalar) or not isinstance(last, Scalar) or not last.text.strip():
        return mistakes
    mistakes = tuple(_alone(told) if told.where == first.where else told for told in mistakes)
    return _swapped(first, last, mistakes, near)


def _alone(mistake: Mistake) -> Mistake:
    """Offer no hour for a field of its own where that field is there."""
    offered = dict(mistake.hint.params)
    if "hour" not in offered:
        return mistake
    day = offered.get("tip") or say("write {day}", day=offered["day"])
    hint = say("{day}, and in {name}: the hour that holds", day=day, name="time")
    return replace(mistake, hint=hint)


def _swapped(first: Scalar, last: Scalar, mistakes: tuple[Mistake, ...], near: date) -> tuple[Mistake, ...]:
    """Tell as one of the `mistakes` that day and hour stand in each other's fields."""
    try:
        parse_times(first.text)
    except BadValue:
        return mistakes
    day = day_not_hour(last.text, near)
    if day is None or last.where not in [told.where for told in mistakes]:
        return mistakes
    swapped = Mistake(
        first.where,
        say("the day and the hour stand in each other's fields"),
        say("write date: {day}, and time: {hour}", day=day.isoformat(), hour=first.text),
    )
    return (swapped, *(told for told in mistakes if told.where not in (first.where, last.where)))


def _misplaced(last: Scalar, place: Scalar, mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    """Tell as one of the `mistakes` that hour and place stand in each other's fields."""
    both = (last.where, place.where)
    if not is_hour(place.text) or not set(both) <= {told.where for told in mistakes}:
        return mistakes
    swapped = Mistake(
        last.where,
        say("the hour and the place stand in each other's fields"),
        say("write time: {hour}, and place: {place}", hour=place.text, place=as_value(last.text)),
    )
    return (swapped, *(told for told in mistakes if told.where not in both))


def _span(
    fields: MeetingFields, entry: Mapping, zone: ZoneInfo, length: int
) -> tuple[datetime | None, datetime | None]:
    """Put day and hours together; an end before the start is on the next day."""
    if fields.time is None:
        if fields.end is not None:
            raise BadSource(_no_start(entry))
        return None, None
    first, last = fields.time.start, _end(fields, fields.time, entry)
    start = _moment(fields.date, first, zone, place_of(entry, ("time",)))
    if last is None:
        return start, (start.astimezone(UTC) + timedelta(minutes=length)).astimezone(zone)
    where = place_of(entry, ("end",) if fields.end else ("time",))
    if last == first:
        raise BadSource(
            Mistake(
                where, say("the meeting ends when it begins"), say("remove the end, or write a later one")
            )
        )
    day = fields.date if last > first else fields.date + timedelta(days=1)
    end = _moment(day, last, zone, where)
    if end.astimezone(UTC) - start.astimezone(UTC) > LONGEST:
        raise BadSource(
            Mistake(
                where,
                say("the meeting would go on for more than twelve hours"),
                say("write an end that is later than the time at which it begins"),
            )
        )
    return start, end


def _no_start(entry: Mapping) -> Mistake:
    return Mistake(
        place_of(entry, ("end",)),
        say("the meeting has an end but no time at which it begins"),
        say("add within the braces: {line}", line="time: …")
        if entry.flow
        else say("add the line time: …, or remove this one"),
    )


def _moment(day: date, hour: time, zone: ZoneInfo, where: Location) -> datetime:
    """Give the moment of an hour that stands at `where`; raise for one that the clocks jump over."""
    try:
        return in_zone(datetime.combine(day, hour), zone)
    except BadValue as bad:
        raise BadSource(bad.at(where)) from None


def _end(fields: MeetingFields, times: Times, entry: Mapping) -> time | None:
    """Give the end, by whichever field has it; raise where both have one, and not the same."""
    if times.end and fields.end and times.end != fields.end:
        raise BadSource(
            Mistake(
                place_of(entry, ("end",)),
                say('the end is given in "time" too, and another one'),
                say("remove one of them"),
            )
        )
    return fields.end or times.end


def _same_ids(meetings: list[Meeting]) -> list[Mistake]:
    """Two meetings in one district are told apart by an id that staff choose."""
    first: dict[str, Meeting] = {}
    taken = {meeting.id for meeting in meetings}
    mistakes = []
    for meeting in meetings:
        other = first.setdefault(meeting.id, meeting)
        if other is not meeting:
            key = "id" if meeting.fields.id else "district"
            free = next(name for number in count(2) if (name := f"{meeting.id}-{number}") not in taken)
            taken.add(free)
            mistakes.append(
                Mistake(
                    meeting.place(key),
                    say(
                        'another meeting, on line {line}, is called "{id}" already',
                        line=other.front.where.line,
                        id=meeting.id,
                    ),
                    _apart(meeting, other, free),
                )
            )
    return mistakes


def _apart(meeting: Meeting, other: Meeting, free: str) -> Text:
    """Say how `meeting` is told from the `other`, or that it is the same one again; `free` is an id.

    One without an hour may be the other as it stood before: who joins two versions by hand often keeps both.
    """
    if meeting.day == other.day and (meeting.start == other.start or None in (meeting.start, other.start)):
        line = f"id: {free}"
        return say(
            "keep one of them if they are the same meeting; if not, give this one its own id: {line}",
            line=line,
        )
    if meeting.front.flow:
        return say("add within the braces: {line}", line=f"id: {free}")
    return say("add a line to this one: id: {id}", id=free)
