"""What templates pour reads as it was written, whatever else has been poured before it."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("signup", "link"),
    [
        ("Se https://a.example/b--c...d", "https://a.example/b--c...d"),
        ("Skriv till a--b@press.example.", "mailto:a--b@press.example"),
        ("https://xn--rksmrgs-5wao1o.example/nu", "https://xn--rksmrgs-5wao1o.example/nu"),
    ],
)
def test_where_to_sign_up_is_linked_as_it_was_written(empty: Press, signup: str, link: str) -> None:
    """What is set in the words around an address is no part of it."""
    empty.write(
        "tour.yaml", f"title: T\nmeetings:\n  - {{district: A, date: 2016-12-04, signup: {signup}}}\n"
    )

    empty.build()

    assert f'<a href="{link}"' in empty.page("/turne/a/")
