"""The meetings in the public record as this build leaves them: UIDs never change, numbers never fall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pressrum.errors import Location, Mistake, Text, say
from pressrum.language import Language
from pressrum.ledger import GONE, Left, Record, Stamp, second
from pressrum.make.calendars.event import change
from pressrum.make.pages.views import ChangeView
from pressrum.model import Meeting, Project, Site, Tour
from pressrum.places import TOUR
from pressrum.plan.districts import with_names
from pressrum.slug import slugify
from pressrum.spans import beginning, span_of, start_of


def uid_of(id_: str, site: Site) -> str:
    """Give the UID of a new meeting: no other on any site has it (RFC 7986, 5.3)."""
    return f"{id_}@{site.domain}{site.base.removesuffix('/')}"


def named(record: Record, project: Project, now: datetime) -> Record:
    """Give the record as it knows the names of districts once it has seen the schedule of this build."""
    known = ((meeting, record.stamps.get(meeting.id)) for meeting in project.meetings)
    districts = {
        meeting.id: meeting.fields.district
        for meeting, old in known
        if old and not _is_another(meeting, old, now)
    }
    return with_names(record, districts, project.districts)


def stamp_of(meeting: Meeting, record: Record, names: Record, site: Site, now: datetime, said: str) -> Stamp:
    """Give the stamp that `meeting` gets in this build (RFC 5545, 3.8.7); `names` is the record as `named`.

    SEQUENCE rises when time, place, district or status changes, here or where it is told as cancelled;
    LAST-MODIFIED with every visible change, strictly, also when the clock has been set back. What stood
    there before is kept, but for a meeting whose name another one had: of that there is no news. Nor is
    a district news that is only spelt in another way.
    """
    new = _new(meeting, site, now, said)
    old = record.stamps.get(meeting.id)
    if old is None:
        return new
    later = datetime.fromisoformat(old.modified) + timedelta(seconds=1)
    modified = second(max(now.astimezone(UTC), later))
    if _is_another(meeting, old, now):
        known = replace(new, uid=old.uid, sequence=old.sequence + 1, created=old.created)
        return replace(known, modified=modified, moved=modified, respelt=old.respelt)
    written, old = replace(old, district=old.district or new.district), names.stamps[meeting.id]
    shown = _shown(old, replace(new, modified=modified), names)
    if _is_news(old, new):
        return _moved(old, shown)
    if written.slot != new.slot or written.left != shown.left:
        return replace(shown, sequence=old.sequence + 1, was_district=_left_unseen(old, new))
    kept = replace(old, assumed=new.assumed)
    same = old.said == said and (kept == old or _told(kept, site) == _told(old, site))
    return kept if same else shown


def _shown(old: Stamp, new: Stamp, names: Record) -> Stamp:
    """Give the stamp `old` with what the meeting shows now, as `new` does, and the districts that it left."""
    return replace(
        old,
        modified=new.modified,
        when=new.when,
        assumed=new.assumed,
        where=new.where,
        status=new.status,
        said=new.said,
        district=new.district,
        left=_left(old, new.district, names),
    )


def _moved(old: Stamp, shown: Stamp) -> Stamp:
    """Give the stamp of a meeting of which there is news, with what people have noted down by `old`."""
    before = _before_it_was_off(old)
    return replace(
        shown,
        sequence=old.sequence + 1,
        moved=shown.modified,
        was_when=before.when,
        was_assumed=before.assumed,
        was_where=before.where,
        was_status=old.status,
        was_district=before.district if _district(before) != _district(shown) else "",
    )


def _told(stamp: Stamp, site: Site) -> ChangeView | None:
    """Give what is told of the last change: of the hour it is for a meeting whose end was given."""
    return change(stamp, Language(site.fields.language), site.zone)


def _new(meeting: Meeting, site: Site, now: datetime, said: str) -> Stamp:
    """Give the stamp of a meeting of which phones have not been told."""
    return Stamp(
        id=meeting.id,
        uid=uid_of(meeting.id, site),
        sequence=0,
        created=second(now),
        modified=second(now),
        when=span_of(meeting),
        status=meeting.status,
        said=said,
        where=meeting.location or "",
        district=meeting.fields.district,
        assumed=meeting.end_is_assumed,
    )


def _is_another(meeting: Meeting, old: Stamp, now: datetime) -> bool:
    """Whether `meeting` is not the one whose name it has: that one is over, and this one is to come.

    One of the same day is the same, with its hour put right, unless it had left the schedule.
    """
    to_come = meeting.over > now and meeting.day != start_of(old.when).date()
    return old.over(now) and (to_come or old.status == GONE)


def warn_of_times(record: Record, meetings: Iterable[Meeting], now: datetime) -> Iterator[Mistake]:
    """Warn of meetings that are over and now are to come: these are new ones; and of the opposite.

    Also of one that is added when its day has passed: the year may be wrong. A tour may begin with such.
    """
    for meeting in meetings:
        old = record.stamps.get(meeting.id)
        if old is None and record.meetings and meeting.over <= now:
            yield passed(meeting)
        if old is None or old.status == GONE or old.over(now) == (meeting.over <= now):
            continue
        if old.over(now) and not _is_another(meeting, old, now):  # its hour was put right, the same day
            continue
        id_, was, day = meeting.id, start_of(old.when).date(), meeting.day
        if old.over(now):
            told = say(
                'the meeting "{id}" was on {was}, and this is taken for a new one, on {day}',
                id=id_,
                was=was,
                day=day,
            )
            hint = say("to keep the one that was, put its entry back, and write the new one as another")
        else:
            told = say(
                'the meeting "{id}" was to come, on {was}, and is in the past now, on {day}',
                id=id_,
                was=was,
                day=day,
            )
            hint = say("look at the year; if the meeting is off, put the day back and add cancelled: why")
        yield Mistake(meeting.place("date"), told, hint)


def passed(meeting: Meeting) -> Mistake:
    """Say of a new meeting that its day has passed."""
    return Mistake(
        meeting.place("date"),
        say("the meeting was on {day}, and that day has passed", day=meeting.day),
        say("look at the year; if it is right, there is nothing to do"),
    )


def warn_of_gone(record: Record, meetings: Iterable[Meeting]) -> Iterator[Mistake]:
    """Warn of meetings that have been and are taken out of the schedule; of one to come it is a mistake."""
    present = {meeting.id for meeting in meetings}
    for stamp in record.meetings:
        if stamp.id not in present and stamp.status != GONE:
            yield Mistake(
                Location(TOUR),
                say(
                    'the meeting "{id}" on {day} is over, and is gone from here',
                    id=stamp.id,
                    day=start_of(stamp.when).date(),
                ),
                say("put it back: pages and calendars tell readers where it was"),
            )


def _is_news(old: Stamp, new: Stamp) -> bool:
    """Whether something has changed that people note down.

    An end that nobody gave is not, nor what would be another where a meeting stays cancelled.
    """
    same_start = old.assumed and new.assumed and beginning(old.when) == beginning(new.when)
    stays_off = old.status == new.status == "CANCELLED"
    changed = (replace(old, when=new.when) if same_start else old).slot != new.slot
    return changed and not stays_off


def _before_it_was_off(old: Stamp) -> Stamp:
    """Give what people have noted down: of a meeting that is cancelled, what they were told before that."""
    if old.status != "CANCELLED" or not old.was_when:
        return old
    return replace(
        old,
        when=old.was_when,
        assumed=old.was_assumed,
        where=old.was_where,
        district=old.was_district or old.district,
    )


def _left_unseen(old: Stamp, new: Stamp) -> str:
    """Give the district that people think of: nobody is told where a meeting goes that stays cancelled."""
    moves = old.status == "CANCELLED" and _district(old) != _district(new)
    return old.was_district or old.district if moves else old.was_district


def _district(stamp: Stamp) -> str:
    return slugify(stamp.district)


def _left(old: Stamp, district: str, names: Record) -> tuple[Left, ...]:
    """Give the districts that a meeting has left when it goes to `district`: perhaps home again.

    Each is there once, by what was planned there last: two may have become one.
    """
    been = {names.district(left.district): left for left in old.left}
    if old.status != GONE:
        been[names.district(old.district)] = Left(old.district, old.when, old.where)
    been.pop(names.district(district), None)
    return tuple(been.values())


def gone_meetings(
    record: Record, tour: Tour | None, now: datetime
) -> tuple[tuple[Stamp, ...], list[Mistake]]:
    """Give the stamps of meetings that have left the schedule, and a mistake for each that was to come.

    One for all of them where the whole schedule is gone.
    """
    meetings = tour.meetings if tour else ()
    present = {meeting.id for meeting in meetings}
    absent = [stamp for stamp in record.meetings if stamp.id not in present]
    lost = [stamp for stamp in absent if not (stamp.status == GONE or stamp.over(now))]
    kept = tuple(replace(stamp, status=GONE) for stamp in absent if stamp not in lost)
    if lost and tour is None:
        return kept, [_all_gone(lost)]
    newcomers = [meeting for meeting in meetings if meeting.id not in record.stamps]
    return kept, [_gone(stamp, newcomers) for stamp in lost]


def _all_gone(lost: list[Stamp]) -> Mistake:
    ids = ", ".join(stamp.id for stamp in sorted(lost, key=lambda stamp: stamp.when))
    return Mistake(
        Location(TOUR),
        say("the file is gone, and these meetings are published and to come: {ids}", ids=ids),
        say(
            "put it back under this name; or, if they were never to be there, run for each"
            ' make forget WHAT="meeting …"'
        ),
    )


def _gone(stamp: Stamp, newcomers: list[Meeting]) -> Mistake:
    """Say that a meeting to come is gone; one on the same day may be it, by another name."""
    day = start_of(stamp.when).date()
    message = say('the meeting "{id}" on {day} is published, and is gone from here', id=stamp.id, day=day)
    renamed = next((meeting for meeting in newcomers if meeting.day == day), None)
    if renamed:
        place = renamed.place("id" if renamed.fields.id else "district")
        return Mistake(place, message, _by_its_name(renamed, stamp.id))
    return Mistake(
        Location(TOUR),
        message,
        say(
            "put it back, with cancelled: why; or, if it was never to be there, run"
            ' make forget WHAT="meeting {id}"',
            id=stamp.id,
        ),
    )


def _by_its_name(meeting: Meeting, id_: str) -> Text:
    """Say how a meeting gets the name back that it was published by, as its entry is written."""
    if meeting.fields.id:
        return say("if this is it under another name, write id: {id}", id=id_)
    if meeting.front.flow:
        return say("if this is it under another name, add within the braces: id: {id}", id=id_)
    return say("if this is it under another name, add the line id: {id}", id=id_)
