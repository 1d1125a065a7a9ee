"""CBOR as far as Pagefind's files use it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pressrum.make.cbor import decode, encode

VALUES = some.recursive(
    some.integers(0, 2**64 - 1) | some.text(), lambda inner: some.lists(inner, max_size=30).map(tuple)
)


@pytest.mark.parametrize(
    ("value", "octets"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        ("", "60"),
        ("\u00fc", "62c3bc"),
        ((1, (2, 3), (4, 5)), "8301820203820405"),
        (tuple(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
    ],
)
def test_examples_of_the_rfc(value: Any, octets: str) -> None:
    """What the standard gives as examples is read and written so (RFC 8949, appendix A)."""
    assert encode(value).hex() == octets
    assert decode(bytes.fromhex(octets)) == value


@given(VALUES)
def test_what_is_written_is_read(value: Any) -> None:
    """Every value comes back as it was."""
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        ("0000", "octet 2: after the end of the value"),
        ("20", "octet 1: major type 1"),
        ("8101f6", "octet 3: after the end of the value"),
    ],
)
def test_anything_else_is_refused(octets: str, message: str) -> None:
    """Another kind of value, and octets after the end, are no value of ours."""
    with pytest.raises(ValueError, match=message):
        decode(bytes.fromhex(octets))
