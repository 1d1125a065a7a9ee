"""The same as in make test, many times over: spoilt sources, and sites with something spoilt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoilt import BITS, GOOD, QUIET, check, check_build, spoilt, spoilt_sites

PATHS = st.sampled_from(sorted(GOOD))


@pytest.mark.torture
@settings(QUIET, max_examples=250)
@given(spoilt_sites())
def test_many_spoilt_sites_are_built_or_told(files: dict[str, bytes]) -> None:
    """Hundreds of sites with something spoilt are built whole, or told of."""
    check_build(files)


@pytest.mark.torture
@settings(QUIET, max_examples=1500)
@given(st.data(), PATHS)
def test_many_spoilt_sources_are_read_or_told(data: st.DataObject, path: str) -> None:
    """Thousands of spoilt sources are read, or told of at places that are in them."""
    check(path, data.draw(spoilt(GOOD[path])))


@pytest.mark.torture
@settings(QUIET, max_examples=1500)
@given(PATHS, st.lists(BITS, max_size=60).map("".join))
def test_many_heaps_of_signs_are_read_or_told(path: str, text: str) -> None:
    """So are thousands of heaps of signs."""
    check(path, text.encode())


@pytest.mark.torture
@settings(QUIET, max_examples=1500)
@given(st.lists(BITS, max_size=80).map("".join))
def test_many_bodies_of_signs_are_read_or_told(text: str) -> None:
    """So are thousands of texts below good fields."""
    check("content/releases/2016-11-28-a.md", f"---\ntitle: A\ndate: 2016-11-28\n---\n{text}".encode())
