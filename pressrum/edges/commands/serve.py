"""`serve`: the site as it is written, in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, folder_of, language_of_site, now_option, site_option, told
from pressrum.edges.commands.words import command, option
from pressrum.errors import say

PORT = 8000


@command(
    "serve",
    say("Show the site while you write, drafts and embargoed texts too."),
    "python build.py serve --open",
    "python build.py serve --now 2016-11-28T10:00",
)
@site_option
@now_option
@option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    metavar=say("NUMBER"),
    about=say("Where to listen; else 8000."),
)
@option("--open", "opens", is_flag=True, about=say("Open the browser."))
@click.pass_obj
def this(desk: Desk, site: Path | None, now: str | None, port: int, *, opens: bool) -> None:
    """Show the site until Ctrl-C."""
    from pressrum.edges.preview.serve import Seat, serve  # noqa: PLC0415 - a server, for this command alone

    request = desk.request(site, None, now)
    with told(request):
        serve(
            desk.build, request, port, Seat(lambda: language_of_site(request.site), folder_of(request), opens)
        )
