"""`new`: the beginning of a release, and a meeting in the schedule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pressrum.edges.commands.desk import Desk, folder_of, now_option, site_option, tell_of, told
from pressrum.edges.commands.words import Group, argument, command, option
from pressrum.edges.new.meeting import new_meeting, warn_of_new
from pressrum.edges.new.release import new_release
from pressrum.edges.status import meeting_line
from pressrum.errors import Text, say
from pressrum.fields.tour import MeetingFields
from pressrum.places import TOUR

ASKED = {
    name: field
    for name, field in MeetingFields.model_fields.items()
    if name not in ("district", "date", "languages", "cancelled")
}
"""The fields of a meeting that are options: not those typed without a name, nor a list, nor its end."""


@click.group(
    "new",
    cls=Group,
    about=say("Begin a release, or add a meeting to the schedule."),
    examples=("python build.py new release --help", "python build.py new meeting --help"),
)
def this() -> None:
    """Hold the commands for all that can be new: nothing is done here."""


@command(
    "release",
    say("Make the file of a press release: a draft that builds as it stands."),
    say("python build.py new release Open meeting in Farsta"),
)
@argument("title", say("TITLE"), nargs=-1, required=True)
@site_option
@now_option
@click.pass_obj
def release_command(desk: Desk, title: tuple[str, ...], site: Path | None, now: str | None) -> None:
    """Make the file of a release."""
    request = desk.request(site)
    with told(request) as language:
        path = new_release(request.site, " ".join(title), now)
        click.echo(language.tell(say("{file} has been made, as a draft.", file=folder_of(request) + path)))
        click.echo(language.tell(say("Write the text, remove the line draft: when it is done, and build.")))


def _asked(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each field of a meeting that may be asked for, in their order."""
    for name, field in reversed(ASKED.items()):
        written = field.alias or name
        about = Text(field.description or "")
        extra: Any = field.json_schema_extra
        function = option(f"--{written}", name, metavar=say("TEXT"), about=about, called=extra["called"])(
            function
        )
    return function


@command(
    "meeting",
    say("Add a meeting to tour.yaml, in order of time; all else there stays as it is written."),
    "python build.py new meeting Farsta 2016-12-14",
    say('python build.py new meeting Farsta 14 Dec 2016 --time 18.00 --place "Main hall"'),
)
@argument("district", say("DISTRICT"))
@argument("date", say("DATE"), nargs=-1, required=True)
@_asked
@site_option
@click.pass_obj
def meeting_command(
    desk: Desk, /, district: str, date: tuple[str, ...], site: Path | None, **fields: str | None
) -> None:
    """Add a meeting to the schedule."""
    request = desk.request(site)
    more = [(field.alias or name, fields[name]) for name, field in ASKED.items()]
    given = [("district", district), ("date", " ".join(date)), *more]
    with told(request) as language:
        meeting, project = new_meeting(
            request.site, [(name, text) for name, text in given if text and text.strip()]
        )
        where = f"{folder_of(request)}{meeting.front.where}"
        line = meeting_line(meeting, language)
        click.echo(language.tell(say("{where}: added: {meeting}", where=where, meeting=line)))
        if project.tour is None:
            click.echo(language.tell(say("{file} is new: write the tour's name after title:", file=TOUR)))
        tell_of(warn_of_new(meeting, project), say("warning"), request, language)


this.add_command(release_command)
this.add_command(meeting_command)
