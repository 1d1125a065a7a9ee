"""Where in a site's folder things lie, as every room calls it."""

from __future__ import annotations

TEMPLATES, ASSETS = "templates/", "templates/assets/"
