"""A site of Pelican's that gives what ours gives from the corpus: see ../../corpus.py."""

import press

SITENAME = "Pressrummet"
SITEURL = "https://press.example"
DESCRIPTION = "Texter att mäta med."
CONTACTS = {"anna": "Anna", "bo": "Bo", "cia": "Cia"}
PATH = "content"
TIMEZONE = "Europe/Stockholm"
DEFAULT_LANG = "sv"
DEFAULT_DATE_FORMAT = "%A %-d %B %Y kl. %H.%M"
THEME = "theme"
THEME_STATIC_DIR = "assets"
PLUGINS = [press]
JINJA_FILTERS = {"plain": press.plain, "qr": press.qr}
JINJA_ENVIRONMENT = {"extensions": [], "trim_blocks": True, "lstrip_blocks": True, "autoescape": False}
ARTICLE_PATHS = ["releases"]
ARTICLE_URL = "pressmeddelanden/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
PAGE_PATHS = ["tour"]
PAGE_URL = "turne/{slug}/"
PAGE_SAVE_AS = f"{PAGE_URL}index.html"
YEAR_ARCHIVE_SAVE_AS = "pressmeddelanden/{date:%Y}/index.html"
TAG_URL = "amnen/{slug}/"
TAG_SAVE_AS = f"{TAG_URL}index.html"
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "archives", "tags", "tour"]
ARCHIVES_SAVE_AS = "pressmeddelanden/index.html"
TAGS_SAVE_AS = "amnen/index.html"
TOUR_SAVE_AS = "turne/index.html"
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "amnen/{slug}/feed.xml"
CATEGORY_FEED_ATOM = None
FEED_MAX_ITEMS = 50
DEFAULT_PAGINATION = False
MARKDOWN = {
    "extensions": [
        "markdown.extensions.footnotes",
        "markdown.extensions.meta",
        "markdown.extensions.sane_lists",
        "markdown.extensions.smarty",
        "markdown.extensions.tables",
        "markdown.extensions.toc",
    ],
    "output_format": "html5",
}
"""What our texts get too: typography, tables, notes, and headings that can be linked to."""
