"""CBOR (RFC 8949) as far as Pagefind's index files use it: numbers from 0, texts, lists of known length."""

from __future__ import annotations

from typing import Any

NUMBER, TEXT, LIST = 0, 3, 4
"""Major types (RFC 8949, section 3.1); no other is read or written."""
SHORT = 24
"""Arguments below this stand in the first octet itself (RFC 8949, section 3)."""


def decode(content: bytes) -> Any:
    """Give the value, with tuples for lists. Raises `ValueError` for anything else than one such value."""
    value, end = _value(content, 0)
    if end != len(content):
        msg = f"octet {end + 1}: after the end of the value"
        raise ValueError(msg)
    return value


def encode(value: Any) -> bytes:
    """Give the shortest octets of a number, a text or a tuple of such values (RFC 8949, section 4.2.1)."""
    if isinstance(value, int):
        return _head(NUMBER, value)
    if isinstance(value, str):
        return _head(TEXT, len(value.encode())) + value.encode()
    return _head(LIST, len(value)) + b"".join(map(encode, value))


def _head(kind: int, argument: int) -> bytes:
    if argument < SHORT:
        return bytes((kind << 5 | argument,))
    power = next(power for power in range(4) if argument < 1 << (8 << power))
    return bytes((kind << 5 | SHORT + power,)) + argument.to_bytes(1 << power, "big")


def _value(content: bytes, at: int) -> tuple[Any, int]:
    """Give the value that begins at `at`, and where the next one begins."""
    kind, argument = content[at] >> 5, content[at] & 0x1F
    at += 1
    if argument >= SHORT:
        width = 1 << argument - SHORT
        argument, at = int.from_bytes(content[at : at + width], "big"), at + width
    if kind == NUMBER:
        return argument, at
    if kind == TEXT:
        return content[at : at + argument].decode(), at + argument
    if kind != LIST:
        msg = f"octet {at}: major type {kind}"
        raise ValueError(msg)
    values = []
    for _ in range(argument):
        value, at = _value(content, at)
        values.append(value)
    return tuple(values), at
