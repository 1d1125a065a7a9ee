"""Where texts lie: a file that was meant to be read and would not be is a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressrum.errors import Location, Mistake, Text, say
from pressrum.places import ASSETS, CONTENT, PAGES, RELEASES, TEMPLATES

ALMOST = re.compile(
    r"\.(?:md|markdown|mdown|mkd|txt|text|docx?|odt|rtf|wps|pages|html?|mht(?:ml)?|emlx?|msg)$", re.IGNORECASE
)
"""What was meant as a text and is not named as one."""
INDEX = re.compile(r"/index\.\w+$")
IN_NO_FOLDER = (
    say("the file lies in no folder that is read"),
    say("move it to content/releases/ or content/pages/"),
)


def is_text(path: str) -> bool:
    """Whether a release or a page stands at `path`, if anything does."""
    return path.startswith((RELEASES, PAGES)) and path.endswith(".md")


def is_template(path: str) -> bool:
    """Whether `path` is that of a template: not of an asset, which pages name by its digest."""
    return path.startswith(TEMPLATES) and not path.startswith(ASSETS)


def folders_without_text(paths: Iterable[str]) -> list[Mistake]:
    """Find folders that hold the pictures of a text and not the text itself."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        for folder in (RELEASES, PAGES):
            name, within, _ = path.removeprefix(folder).partition("/")
            if path.startswith(folder) and within:
                folders.setdefault(folder + name, []).append(path)
    return [
        Mistake(
            Location(f"{folder}/index.md"),
            say("there is no text in the folder {folder}", folder=folder),
            say("save the text in it as plain text called index.md, or move the folder away")
            if any(map(_is_meant, files))
            else say("call the text index.md, or move the folder away"),
        )
        for folder, files in sorted(folders.items())
        if not any(map(_is_told, files))
    ]


def _is_told(path: str) -> bool:
    """Whether a file in a folder is its text, or one that `misplaced` tells of."""
    return path.endswith(".md") or (_is_meant(path) and bool(INDEX.search(path)))


def _is_meant(path: str) -> bool:
    """Whether a file is called as a text is, or was meant as one."""
    return path.endswith(".md") or bool(ALMOST.search(path))


def misplaced(path: str) -> Mistake | None:
    """Say what is wrong with where a file lies or how it is called; None for a good one."""
    bare = path.startswith((RELEASES, PAGES)) and "." not in path.rpartition("/")[2]
    told = _misplaced(path) if bare or (path.startswith(CONTENT) and _is_meant(path)) else None
    return Mistake(Location(path), *told) if told else None


def _misplaced(path: str) -> tuple[Text, Text] | None:
    folder = next((folder for folder in (RELEASES, PAGES) if path.startswith(folder)), None)
    inner = path.removeprefix(folder or "")
    depth = inner.count("/")
    if folder is None:
        return IN_NO_FOLDER
    if inner == "index.md":
        return (
            say("the text has no name of its own"),
            say("give the file a name, or put it in a folder of its own"),
        )
    if path.endswith(".md") and depth > 0 and not (depth == 1 and inner.endswith("/index.md")):
        return (
            say("a text is called NAME.md, or index.md in a folder of its own"),
            say("call it index.md, or move it up"),
        )
    if not path.endswith(".md") and (depth == 0 or INDEX.search(inner)):
        return (
            say("the file is not read, for its name does not end in .md"),
            say("save it as plain text with a name that ends in .md, or move it away"),
        )
    return None
