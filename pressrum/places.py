"""Where things lie, as every room calls it: in a site's folder, and on the site that is made of it."""

from __future__ import annotations

TEMPLATES, ASSETS = "templates/", "templates/assets/"
PAGEFIND = "/pagefind/"
"""Where the search index stands; Pagefind's script looks for it beside itself."""
