"""Templates as they were compiled by an earlier build: that takes longer than to make a page with each."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from contextlib import suppress

from pressrum.edges.notes.notebook import Notebook, NotNoted
from pressrum.edges.notes.packed import Packed
from pressrum.make.pages.page import HtmlPage
from pressrum.make.pages.templates import compile_all
from pressrum.plan.outputs import Output

CODES = "codes "
"""How the name of their row begins; it ends with a language, whose words stand in them."""


def compile_once(outputs: Iterable[Output], language: str, notebook: Notebook) -> dict[str, bytes]:
    """Compile the templates that pour `outputs`, of a site in `language`; give the row to be noted, by name.

    It is done here once, and not again in each process that makes pages.
    """
    recipes = (output.recipe for output in outputs)
    page = next((recipe for recipe in recipes if isinstance(recipe, HtmlPage | Packed)), None)
    if page is None:
        return {}
    name, known = CODES + language, {}
    with suppress(NotNoted):
        known = pickle.loads(notebook.row(name))  # noqa: S301 - ours, sealed
    return {name: pickle.dumps(compile_all(page.template.texts, language, known))}
