"""A site of Pelican's from the corpus: see ../../corpus.py. Pages, topics, years and feeds."""

SITENAME = "Pressrummet"
SITEURL = "https://press.example"
PATH = "content"
TIMEZONE = "Europe/Stockholm"
DEFAULT_LANG = "sv"
THEME = "theme"
ARTICLE_PATHS = ["releases"]
ARTICLE_URL = ARTICLE_SAVE_AS = "pressmeddelanden/{date:%Y}/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "pressmeddelanden/{date:%Y}/index.html"
TAG_URL = "amnen/{slug}/"
TAG_SAVE_AS = "amnen/{slug}/index.html"
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "archives", "tags"]
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
