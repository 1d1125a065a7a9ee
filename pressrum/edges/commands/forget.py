"""`forget`: something out of the public record, on purpose."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, language_for, request_of, site_option, told
from pressrum.edges.forget import forget_addresses, forget_meeting
from pressrum.errors import say


@click.command("forget")
@click.argument("what", nargs=-1, required=True, metavar="ADDRESS… | meeting ID")
@site_option
@click.pass_obj
def forget_command(desk: Desk, what: tuple[str, ...], site: Path | None) -> None:
    """Take an address or a meeting out of the public record: `build.py forget meeting sodermalm`."""
    request = request_of(desk, site, None, None)
    language = language_for(request)
    with told(request, language):
        match what:
            case ("meeting", id_):
                forget_meeting(request.site, id_)
            case ("meeting", *_):
                raise click.UsageError(language.gettext("give addresses, or the word meeting and an id"))
            case _:
                forget_addresses(request.site, what)
        named = ", ".join(what).removeprefix("meeting, ")
        click.echo(language.tell(say("Forgotten: {what}. Build again to see it gone.", what=named)))
