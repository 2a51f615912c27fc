"""The part of CBOR that the search index is written in: whole numbers, texts and arrays of known length.

Source: RFC 8949.
"""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_IN_PLACE = 24
"""Arguments below it stand in the first byte; the four values from it on say how many bytes the argument has."""
_SIZES = (1, 2, 4, 8)


def decode(data: bytes) -> Value:
    """The one value that the data hold; raises ValueError for anything else."""
    try:
        value, end = _read(data, 0)
    except IndexError:
        raise ValueError("the data end within a value") from None
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes too many")
    return value


def _read(data: bytes, start: int) -> tuple[Value, int]:
    kind, (argument, at) = data[start] >> 5, _argument(data, start)
    if kind == _NUMBER:
        return argument, at
    if kind == _NEGATIVE:
        return -1 - argument, at
    if kind == _TEXT:
        if at + argument > len(data):
            raise IndexError
        return data[at : at + argument].decode("utf-8"), at + argument
    if kind != _ARRAY:
        raise ValueError(f"a value of kind {kind} at byte {start}")
    items: list[Value] = []
    for _ in range(argument):
        item, at = _read(data, at)
        items.append(item)
    return items, at


def _argument(data: bytes, start: int) -> tuple[int, int]:
    low = data[start] & 31
    if low < _IN_PLACE:
        return low, start + 1
    if low - _IN_PLACE >= len(_SIZES):
        raise ValueError(f"a value of no known length at byte {start}")
    end = start + 1 + _SIZES[low - _IN_PLACE]
    if end > len(data):
        raise IndexError
    return int.from_bytes(data[start + 1 : end], "big"), end


def encode(value: Value) -> bytes:
    """The shortest form of a value."""
    if isinstance(value, int):
        return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(value)) + b"".join(map(encode, value))


def _head(kind: int, argument: int) -> bytes:
    if argument < _IN_PLACE:
        return bytes([kind << 5 | argument])
    place = next(n for n, size in enumerate(_SIZES) if argument < 1 << 8 * size)
    return bytes([kind << 5 | _IN_PLACE + place]) + argument.to_bytes(_SIZES[place], "big")
