"""`recover`: a lost public record from what is published."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, site_option, told
from pressrum.edges.commands.words import argument, command
from pressrum.edges.recover import Stray, recover
from pressrum.errors import BadValue, Text, say


@command(
    "recover",
    say("Rebuild a lost public record from the folder of the published site, or from its whole calendar."),
    "python build.py recover output",
    say("python build.py recover calendar.ics"),
)
@argument("published", say("FILE_OR_FOLDER"), type=click.Path(path_type=Path))
@site_option
@click.pass_obj
def this(desk: Desk, published: Path, site: Path | None) -> None:
    """Rebuild a lost public record."""
    request = desk.request(site)
    with told(request) as language:
        if not published.exists():
            raise BadValue(
                say('there is no file or folder "{name}"', name=str(published)),
                say("name the folder of the published site, or its whole calendar: make recover FROM=output"),
            )
        recovered = recover(request, published)
        done = say(
            "published.json is back; addresses: {addresses}, meetings: {meetings}."
            " Look it over, build, commit.",
            addresses=len(recovered.record.addresses),
            meetings=len(recovered.record.meetings),
        )
        click.echo(language.tell(done))
        if not recovered.whole:
            alone = say(
                "Only a calendar was read, and nothing else that was published is known from it. If you have"
                " the folder of the published site, remove published.json and recover from there."
            )
            click.echo(language.tell(alone))
        for stray in recovered.strays:
            click.echo(f"  {language.tell(_told(stray))}")


def _told(stray: Stray) -> Text:
    """Say what is to be done with a page that nothing leads to."""
    if stray.source is None:
        return say(
            "published, and nothing here leads to it: {address}; add it to aliases:", address=stray.path
        )
    return say(
        "published, and nothing here leads to it: {address}; if {source} says that now, add it to aliases:"
        " there",
        address=stray.path,
        source=stray.source,
    )
