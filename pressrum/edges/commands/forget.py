"""`forget`: something out of the public record, on purpose."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, site_option, tell_of, told
from pressrum.edges.commands.words import argument, command
from pressrum.edges.forget import forget_addresses, forget_meeting, read_record
from pressrum.errors import BadValue, Mistake, say
from pressrum.ledger import GONE

TYPED = "make forget WHAT"


def _offered(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Give what of the record fits: ids after the word meeting, else that word and addresses."""
    desk: Desk = context.find_root().obj
    record = read_record(desk.request(context.params.get("site")).site)
    coming = [stamp.id for stamp in record.meetings if stamp.status != GONE]
    paths = [address.path for address in record.addresses]
    match context.params.get("what") or ():
        case ():
            words = ["meeting", *paths]
        case ("meeting", *_):
            words = coming
        case _:
            words = paths
    return [word for word in words if word.startswith(incomplete)]


@command(
    "forget",
    say("Take addresses or a meeting out of the public record, so that they may vanish."),
    say("python build.py forget /about/"),
    "python build.py forget meeting sodermalm",
)
@argument("what", say("ADDRESS… | meeting ID"), nargs=-1, shell_complete=_offered)
@site_option
@click.pass_obj
def this(desk: Desk, what: tuple[str, ...], site: Path | None) -> None:
    """Take an address or a meeting out of the public record."""
    request = desk.request(site)
    left: tuple[Mistake, ...] = ()
    with told(request) as language:
        if len(what) == 1 and what[0].startswith("meeting "):  # with the quotation marks that make needs
            what = tuple(what[0].split())
        match what:
            case ("meeting", id_):
                forget_meeting(request.site, id_)
                gone: tuple[str, ...] = (id_,)
            case () | ("meeting", *_):
                raise BadValue(
                    say("give addresses, or the word meeting and an id"),
                    say('so: {typed}=/about/, or {typed}="meeting sodermalm"', typed=TYPED),
                )
            case _:
                gone, left = forget_addresses(request.site, what)
        tell_of(left, say("warning"), request, language)
        named = ", ".join(gone)
        click.echo(language.tell(say("Forgotten: {what}. Build again to see it gone.", what=named)))
