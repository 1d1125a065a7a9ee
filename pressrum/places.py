"""Where things lie, as every room calls it: in a site's folder, and on the site that is made of it."""

from __future__ import annotations

import posixpath
import unicodedata
from urllib.parse import unquote

SITE, TOUR, RECORD = "site.yaml", "tour.yaml", "published.json"
TEMPLATES, ASSETS = "templates/", "templates/assets/"
PUBLISHED = "/assets/"
"""Where what is in `ASSETS` stands, each by a name with a digest of its bytes: hosts keep it for a year."""
PAGEFIND = "/pagefind/"
"""Where the search index stands; Pagefind's script looks for it beside itself."""


def beside(source: str, name: str) -> str:
    """Give the path of the file that the source `source` calls `name`, in NFC as all paths are."""
    path = posixpath.join(posixpath.dirname(source), unquote(name))
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def name_beside(source: str, path: str) -> str:
    """Give what the source `source` would call the file at `path`.

    >>> name_beside("content/releases/a.md", "content/pages/om.md")
    '../pages/om.md'
    """
    return posixpath.relpath(path, posixpath.dirname(source))
