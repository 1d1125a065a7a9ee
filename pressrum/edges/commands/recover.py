"""`recover`: a lost public record from what is published."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, language_for, request_of, site_option, told
from pressrum.edges.recover import recover
from pressrum.errors import say


@click.command("recover")
@click.argument("published", type=click.Path(path_type=Path, exists=True), metavar="FILE_OR_FOLDER")
@site_option
@click.pass_obj
def recover_command(desk: Desk, published: Path, site: Path | None) -> None:
    """Rebuild a lost public record from a published site or its calendar: `build.py recover kalender.ics`."""
    request = request_of(desk, site, None, None)
    language = language_for(request)
    with told(request, language):
        recovered = recover(request, published)
        done = say(
            "published.json is back; addresses: {addresses}, meetings: {meetings}."
            " Look it over, build, commit.",
            addresses=len(recovered.record.addresses),
            meetings=len(recovered.record.meetings),
        )
        click.echo(language.tell(done))
        for path in recovered.unknown:
            unknown = say(
                "published, and nothing here leads to it: {address}; add it to aliases:", address=path
            )
            click.echo(f"  {language.tell(unknown)}")
