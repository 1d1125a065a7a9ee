"""The page of all fields is what the models say."""

from __future__ import annotations

import fields


def test_the_page_of_fields_is_fresh() -> None:
    """docs/fields.md is what `make fields` gives."""
    assert fields.PAGE.read_text(encoding="utf-8") == fields.render()
