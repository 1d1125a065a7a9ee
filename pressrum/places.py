"""Where things lie, as every room calls it: in a site's folder, and on the site that is made of it."""

from __future__ import annotations

import posixpath
import unicodedata
from urllib.parse import unquote

SITE, TOUR, RECORD = "site.yaml", "tour.yaml", "published.json"
CONTENT, RELEASES, PAGES = "content/", "content/releases/", "content/pages/"
TEMPLATES, ASSETS = "templates/", "templates/assets/"
PUBLISHED = "/assets/"
"""Where what is in `ASSETS` stands, each by a name with a digest of its bytes: hosts keep it for a year."""
PAGEFIND = "/pagefind/"
"""Where the search index stands; Pagefind's script looks for it beside itself."""


ODD = str.maketrans("\u00a0\u202f", "  ", "\u00ad\u200b\u200e\u200f\u2060\ufeff")
"""Letters in the names of files that nobody sees: a Mac names a screenshot with one, a chat a picture."""


def as_named(path: str) -> str:
    r"""Give a path as a text can name it: in NFC, with ordinary spaces and nothing that is not seen.

    >>> as_named("Screenshot 2016-11-28 at 10.00.12\u202fAM.png")
    'Screenshot 2016-11-28 at 10.00.12 AM.png'
    """
    return unicodedata.normalize("NFC", path.translate(ODD))


def beside(source: str, name: str) -> str:
    """Give the path of the file that the source `source` calls `name`, written as all paths are."""
    path = posixpath.join(posixpath.dirname(source), unquote(name))
    return as_named(posixpath.normpath(path))


def name_beside(source: str, path: str) -> str:
    """Give what the source `source` would call the file at `path`.

    >>> name_beside("content/releases/a.md", "content/pages/om.md")
    '../pages/om.md'
    """
    return posixpath.relpath(path, posixpath.dirname(source))
