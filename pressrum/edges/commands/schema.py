"""`schema`: what editors are told of the formats."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, site_option, told
from pressrum.edges.commands.words import argument, command, one_of, option
from pressrum.edges.output import replace_file
from pressrum.edges.source_files import need_site
from pressrum.errors import BadValue, say
from pressrum.make.schema import FORMATS, render_schema

FOLDER = ".schema"
"""Where editors find the schemas, from the site's folder."""


@command(
    "schema",
    say("Give the JSON Schema of a format (site, tour, release or page), or write all of them for editors."),
    "python build.py schema tour",
    "python build.py schema --write",
)
@argument("name", say("FORMAT"), required=False, shell_complete=one_of(FORMATS))
@option("--write", is_flag=True, about=say("Write the schemas of all formats into the folder .schema."))
@site_option
@click.pass_obj
def this(desk: Desk, name: str | None, site: Path | None, *, write: bool) -> None:
    """Give a schema, or write all."""
    request = desk.request(site)
    with told(request) as language:
        if write and name:
            raise BadValue(
                say('"{words}" is more than the command takes', words=name),
                say("{command} --help tells how", command="build.py schema"),
            )
        if write:
            need_site(request.site)
            folder = request.site / FOLDER
            folder.mkdir(exist_ok=True)
            for known in FORMATS:
                replace_file(folder / f"{known}.json", render_schema(known, language))
            click.echo(language.tell(say("The schemas are in {folder}.", folder=folder.as_posix())))
        elif name in FORMATS:
            click.echo(render_schema(name, language).decode(), nl=False)
        else:
            raise BadValue(
                say('there is no format "{name}"', name=name) if name else say("the name of a format is due"),
                say("write one of these: {names}", names=", ".join(FORMATS)),
            )
