"""What is still open: texts to come, texts that go or are gone, meetings without hour or place."""

from __future__ import annotations

from datetime import datetime

from pressrum.edges.report import next_line, waiting
from pressrum.errors import Text, say
from pressrum.language import NO_BREAK, Language
from pressrum.model import Meeting, Project
from pressrum.plan.publish import State, next_change, review_due, state, waiting_texts
from pressrum.plan.site import Reading, stamps_of


def status_lines(reading: Reading, now: datetime, language: Language) -> list[str]:
    """Tell what is still open: texts to come, that go and are gone, meetings without hour or place."""
    project = reading.project
    lines = waiting(waiting_texts(project, now), language)
    lines += _going(project, now, State.PUBLIC, say("Leaving the site:"), language)
    lines += _going(project, now, State.EXPIRED, say("Their time is over:"), language)
    coming = [meeting for meeting in project.meetings if meeting.over > now]
    if coming:
        lines.append(language.gettext("Meetings to come:"))
        lines += [f"  {meeting_line(meeting, language)}" for meeting in coming]
    if due := review_due(project.site):
        lines.append(language.tell(say("Review the accessibility statement by {day}.", day=due)))
    lines += next_line(next_change(project, stamps_of(reading, now), now), language)
    return lines or [language.gettext("Nothing is waiting.")]


def _going(project: Project, now: datetime, kind: State, words: Text, language: Language) -> list[str]:
    """List the texts of a `kind` that have an end, by that, under the `words`."""
    ends = sorted(
        (text.fields.expires, text.source)
        for text in project.texts
        if text.fields.expires and state(text, now) is kind
    )
    told = [(source, say("on {when}", when=when)) for when, source in ends]
    lines = [f"  {source}: {language.tell(end)}" for source, end in told]
    return [language.tell(words), *lines] if lines else []


def meeting_line(meeting: Meeting, language: Language) -> str:
    """Give a meeting in a line: when, where, and what it lacks."""
    end = None if meeting.end_is_assumed else meeting.end
    when = language.day_and_hours(meeting.day, meeting.start, end).replace(NO_BREAK, " ")
    missing = [
        language.tell(words)
        for words, there in ((say("no time yet"), meeting.start), (say("no place yet"), meeting.location))
        if not there
    ]
    if meeting.fields.cancelled:
        missing = [language.gettext("cancelled")]
    return f"{when}: {meeting.fields.district}" + (f" ({', '.join(missing)})" if missing else "")
