"""`forget`: something out of the public record, on purpose."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, site_option, told
from pressrum.edges.commands.words import argument, command
from pressrum.edges.forget import forget_addresses, forget_meeting
from pressrum.errors import BadValue, say


@command(
    "forget",
    say("Take addresses or a meeting out of the public record, so that they may vanish."),
    "python build.py forget /om/",
    "python build.py forget meeting sodermalm",
)
@argument("what", say("ADDRESS… | meeting ID"), nargs=-1, required=True)
@site_option
@click.pass_obj
def forget_command(desk: Desk, what: tuple[str, ...], site: Path | None) -> None:
    """Take an address or a meeting out of the public record."""
    request = desk.request(site)
    with told(request) as language:
        match what:
            case ("meeting", id_):
                forget_meeting(request.site, id_)
            case ("meeting", *_):
                raise BadValue(
                    say("give addresses, or the word meeting and an id"),
                    say("{command} --help tells how", command="build.py forget"),
                )
            case _:
                forget_addresses(request.site, what)
        named = ", ".join(what).removeprefix("meeting, ")
        click.echo(language.tell(say("Forgotten: {what}. Build again to see it gone.", what=named)))
