"""The accent colour: what is too weak for text is told, and darkened."""

from __future__ import annotations

import pytest
from conftest import SITE, Press


@pytest.mark.parametrize(
    ("accent", "shade"),
    [("#ffcc00", "#8f7200"), ("#FFCC00", "#8f7200"), ("#ffffff", "#757575"), ("#777777", "#767676")],
)
def test_an_accent_too_weak_for_text_is_told(press: Press, accent: str, shade: str) -> None:
    """Below a contrast of 4.5 to 1 on white the build says what text is given instead, and gives it that."""
    press.write("site.yaml", SITE + f'accent: "{accent}"\n')
    told = press.warnings()
    theme = next(content for name, content in press.tree().items() if name.startswith("assets/theme."))

    assert told == [
        (
            f'site.yaml:5:9: "{accent}" is too weak for text on white; the text gets {shade}'
            f' | lines and buttons keep the colour; to have one and the same, write accent: "{shade}"'
        )
    ]
    assert f"--accent-text:{shade};" in theme.decode()


@pytest.mark.parametrize("accent", ["#767676", "#c8102e", "#1f4e79", "#000000"])
def test_an_accent_that_can_be_read_is_no_news(press: Press, accent: str) -> None:
    """A colour that text on white can have as it is gives no warning, however dark it is at night."""
    press.write("site.yaml", SITE + f'accent: "{accent}"\n')

    assert press.warnings() == []
