"""The file of a new release."""

from __future__ import annotations

from datetime import datetime
from itertools import chain, count
from pathlib import Path

from pressrum.edges.clock import chosen_now
from pressrum.edges.new.typed import one_line
from pressrum.edges.reading import parse_but_texts
from pressrum.errors import BadSource, BadValue, say
from pressrum.language import Language
from pressrum.make.release_file import render_release
from pressrum.named_days import DATED
from pressrum.parse.release import parse_release
from pressrum.parse.setting import Setting
from pressrum.places import RELEASES
from pressrum.plan.publish import current_contacts
from pressrum.slug import slugify
from pressrum.written.markup import unmarked

LONGEST = 100
"""Letters of a title that come into the name of its file; disks take about 250."""


def new_release(site: Path, title: str, now: str | None) -> str:
    """Write the file of a new release; give its path from the site's folder.

    Raises `BadValue` for a title that no address can be made of or that no release may have, and where the
    file is there already.
    """
    project = parse_but_texts(site)
    moment = chosen_now(now, project.site.zone)
    words = unmarked(one_line(title)).rstrip(" ,;")
    slug = _short(slugify(words))
    if not words:
        raise BadValue(
            say("the release has no title"), say("write it: {line}", line='make new-release TITLE="…"')
        )
    if not slug:
        raise BadValue(
            say('no address can be made of "{text}"', text=title),
            say("write a title in letters a-z, and the right one in the file afterwards"),
        )
    path = _free(site, moment, slug)
    contact = (*current_contacts(project.site, moment), *project.site.contacts)[0].key
    setting = Setting(project.site.zone, project.site.fields.language, project.site.url)
    content = render_release(words, moment, contact, Language(setting.language))
    try:
        parse_release(content.decode(), path, setting, moment.date())
    except BadSource as bad:
        raise BadValue(bad.mistakes[0].message, bad.mistakes[0].hint) from None
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    _write_new(file, content)
    return path


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet: all of it, or none."""
    with file.open("xb") as handle:
        try:
            handle.write(content)
            handle.flush()
        except OSError:
            file.unlink()
            raise


def _short(slug: str) -> str:
    """Give a name that a disk takes: a long one ends after a whole word, where it can."""
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]


def _free(site: Path, moment: datetime, slug: str) -> str:
    """Give the path of a release that nothing has yet; a name that the year has already gets a number."""
    folder = site / RELEASES
    named = f"{moment.date().isoformat()}-{slug}"
    for taken in (f"{named}.md", f"{named}/index.md"):
        if (folder / taken).exists():
            raise BadValue(
                say("{file} is there already, and was left as it is", file=RELEASES + taken),
                say("go on writing in it, or choose another title"),
            )
    of_the_year = {DATED.sub("", file.name).removesuffix(".md") for file in folder.glob(f"{moment.year}-*")}
    names = chain([slug], (f"{slug}-{number}" for number in count(2)))
    free = next(name for name in names if name not in of_the_year)
    return f"{RELEASES}{moment.date().isoformat()}-{free}.md"
