"""Every pair of signs that mean something, thousands of times over: no text takes longer than a file may."""

from __future__ import annotations

from itertools import permutations

import pytest
from bombs import RELEASE, SIGNS, in_time, parsed, pumped, with_body


@pytest.mark.torture
@pytest.mark.parametrize("first", SIGNS)
def test_no_pair_of_signs_takes_long(first: str) -> None:
    """A text of any two signs in turn is read in seconds, or told."""
    for one, other in permutations(SIGNS, 2):
        if one == first:
            with in_time(one + other):
                parsed(RELEASE, with_body(pumped(one + other, 8_000)))
