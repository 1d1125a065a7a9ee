"""What templates pour reads as it was written, whatever else has been poured before it."""

from __future__ import annotations

from conftest import Press

TEXT = "---\ntitle: Om <b>oss</b>\n---\nText.\n"
FIRST_AS_HTML = "{{ page.title|safe|typeset(page.lang) }}\n{{ page.title|typeset(page.lang) }}\n"


def test_text_that_is_set_like_html_before_it_is_still_text(empty: Press) -> None:
    """What is typeset is remembered by its letters; whether these are HTML they do not tell."""
    empty.write("content/pages/om.md", TEXT)
    empty.write("templates/page.html", FIRST_AS_HTML)

    empty.build()

    as_html, as_text = empty.page("/om/").splitlines()
    assert (as_html, as_text) == ("Om <b>oss</b>", "Om &lt;b&gt;oss&lt;/b&gt;")
