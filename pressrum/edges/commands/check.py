"""`check`: whether all that texts lead to is there, without building."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressrum.edges.commands.desk import SOURCES, Desk, now_option, site_option, tell_of, told
from pressrum.edges.commands.words import command, option
from pressrum.edges.last import read_last
from pressrum.edges.program import program
from pressrum.edges.reading import parse
from pressrum.edges.refusals import refuse_wrong_record
from pressrum.edges.report import Progress
from pressrum.edges.request import Request, refuse_folders
from pressrum.edges.sources import read_snapshot
from pressrum.errors import say
from pressrum.language import Language
from pressrum.make.pages.page import HtmlPage
from pressrum.places import RECORD
from pressrum.plan.site import plan_site

if TYPE_CHECKING:
    from pressrum.edges.external import Places


@command(
    "check",
    say("Check links, headings, pictures, contacts and addresses of other sites, without building."),
    "python build.py check",
    "python build.py check --external",
)
@option("--external", is_flag=True, about=say("Ask other sites too whether what is linked there still is."))
@site_option
@now_option
@click.pass_obj
def this(desk: Desk, site: Path | None, now: str | None, *, external: bool) -> None:
    """Check what the sources lead to."""
    from pressrum.edges.external import find_outside, ours  # noqa: PLC0415 - no other command needs it

    request = desk.request(site, now=now)
    with told(request) as language:
        refuse_folders(request)
        last = read_last(request.output, program())  # first: a build beside this writes a newer record
        snapshot = read_snapshot(request.site)
        reading, moment = parse(snapshot, request)
        plan = plan_site(reading, moment)
        refuse_wrong_record(request, reading.record, snapshot.texts.get(RECORD), last, plan.outputs)
        for output in plan.outputs:
            if isinstance(output.recipe, HtmlPage):
                output.recipe.make()  # a template may stop there
        tell_of(plan.outlook.warnings, say("warning"), request, language)
        places, lost = ours(find_outside(snapshot, reading.project, moment), reading.project.site.url, plan)
        tell_of(lost, say("error"), request, language)
        broken = _ask(places, len(lost), request, language) if external else len(lost)
        if broken:
            sys.exit(SOURCES)
        click.echo(language.gettext("All that was checked is right."))


def _ask(places: Places, lost: int, request: Request, language: Language) -> int:
    """Ask other sites, tell what is wrong, and give how many links are broken, with those `lost`."""
    from pressrum.edges.asking import Manners, ask_all  # noqa: PLC0415 - the network, only where it is used
    from pressrum.edges.external import judge, refuse_blind  # noqa: PLC0415

    progress = Progress(len(places), language.gettext("Asking other sites"))
    progress.step(0)
    answers = ask_all(places, Manners(), progress.step)
    refuse_blind(answers)
    verdict = judge(places, answers)
    broken = lost + len(verdict.broken)
    tell_of(verdict.doubtful, say("warning"), request, language)
    tell_of(verdict.broken, say("error"), request, language)
    counted = say(
        "Addresses asked: {asked}. Links that lead nowhere: {broken}.",
        asked=verdict.asked,
        broken=broken,
    )
    click.echo(language.tell(counted))
    return broken
