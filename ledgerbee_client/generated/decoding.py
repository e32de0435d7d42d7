"""JSON values to Python values: what models and endpoints decode responses with.

Lenient where the API may grow (unknown enum values, unknown fields) and exact where it counts (money).
"""

from __future__ import annotations

import datetime as _dt
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from operator import itemgetter
from typing import Any, TypeVar

from dateutil import parser as _dateutil

from .errors import DecodeError
from .types import UNSET

T = TypeVar("T")

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
#: More digits than any number of an API has. Without a limit, `1e999999999` would be written out in full.
MAX_DIGITS = 1000

#: Makes an object without calling `__init__`: decoding sets every field itself.
new_object = object.__new__


class Fields:
    """Reads the properties of an object in one go.

    Args:
        names: the properties that are known.
        required: those that must be there.
    """

    __slots__ = ("_bits", "_required", "take")

    def __init__(self, names: Iterable[str], required: Iterable[str] = ()) -> None:
        self._bits = {name: 1 << index for index, name in enumerate(names)}
        self._required = tuple(required)
        #: The values of all properties. KeyError if one is missing.
        self.take: Callable[[Any], tuple[Any, ...]] = (
            itemgetter(*self._bits)
            if len(self._bits) > 1
            else lambda src: tuple(src[name] for name in self._bits)
        )

    def read(self, src: Any) -> tuple[tuple[Any, ...], int, dict[str, Any]]:
        """The values, None for those that are missing; a number whose bit i says that the i-th is missing; and the
        properties that have other names. KeyError if one is missing that is required.
        """
        bits = self._bits
        missing = bits.keys() - src.keys()
        if not missing:
            values = self.take(src)
            absent = 0
        else:
            for name in self._required:
                src[name]  # noqa: B018  # KeyError
            values = tuple(map(src.get, bits))
            absent = sum(map(bits.__getitem__, missing))
        others = {}
        if len(src) != len(bits) - len(missing):
            others = {name: value for name, value in src.items() if name not in bits}
        return values, absent, others


def leave_out(result: dict[str, Any], absent: int) -> None:
    """Take out the fields that are null only because they were not in the response."""
    for index, name in enumerate([*result]):
        if absent >> index & 1 and result[name] is None:
            del result[name]


def given_or_unset(values: tuple[Any, ...], absent: int) -> Iterable[Any]:
    """UNSET for what is missing."""
    return [UNSET if absent >> index & 1 else value for index, value in enumerate(values)]


def parse_any(value: Any) -> Any:
    return value


def parse_none(_value: Any) -> None:
    return None


def parse_decimal(value: Any) -> Decimal:
    """A decimal number, digit for digit. A JSON number is taken by the digits that Python prints of it."""
    if value.__class__ is str or value.__class__ is int or value.__class__ is float:
        text = value if value.__class__ is str else repr(value)
        try:
            number = Decimal(text)
        except InvalidOperation:
            pass
        else:  # Decimal is more lenient than an API should be: '1_000', ' 1', 'NaN', digits of other scripts
            if str(number) == text or _DECIMAL.fullmatch(text):
                if number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS:
                    return number
    raise DecodeError(f"{shown(value)} is no decimal number")


#: Reads nearly every date-time; `parse_datetime` reads the rest.
from_iso = _dt.datetime.fromisoformat


def parse_datetime(value: Any) -> _dt.datetime:
    try:
        return from_iso(value)
    except (TypeError, ValueError):
        pass
    try:  # forms of ISO 8601 that the standard library refuses
        moment: _dt.datetime = _dateutil.isoparse(value)
        return moment
    except (AttributeError, TypeError, ValueError, OverflowError):
        raise DecodeError(f"{shown(value)} is no date-time") from None


def parse_date(value: Any) -> _dt.date:
    """A date. Where the API sends a date-time instead, it is kept whole: a datetime is a date too."""
    try:
        return _dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    try:
        return parse_datetime(value)
    except DecodeError:
        raise DecodeError(f"{shown(value)} is no date") from None


def check_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    raise DecodeError(f"{shown(value)} is no list")


def check_dict(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise DecodeError(f"{shown(value)} is no object")


def parse_list(parse: Callable[[Any], T], value: Any) -> list[T]:
    if value.__class__ is not list:
        check_list(value)
    try:
        return [parse(item) for item in value]
    except (DecodeError, TypeError, ValueError):
        pass
    result = []  # once more, slowly, to learn which item it was
    for index, item in enumerate(value):
        try:
            result.append(parse(item))
        except DecodeError as error:
            raise error.under(index) from None
        except (TypeError, ValueError) as error:
            raise DecodeError(str(error), (index,)) from None
    return result


def parse_dict(parse: Callable[[Any], T], value: Any) -> dict[str, T]:
    result = {}
    for key, item in check_dict(value).items():
        try:
            result[key] = parse(item)
        except DecodeError as error:
            raise error.under(key) from None
        except (TypeError, ValueError) as error:
            raise DecodeError(str(error), (key,)) from None
    return result


def parse_union(
    value: Any,
    variants: Sequence[tuple[str, Callable[[Any], Any] | None]],
    discriminator: tuple[str, Mapping[str, Callable[[Any], Any]]] | None = None,
) -> Any:
    """The variant that fits a value best: the one that the discriminator names, else the one that knows most of it."""
    kind = _json_kind(value)
    if discriminator is not None and kind == "object":
        name = value.get(discriminator[0])
        parse = discriminator[1].get(name) if isinstance(name, str) else None
        if parse is not None:
            return parse(value)
    best: Any = None
    fewest = math.inf
    plain = False
    reason: DecodeError | None = None
    for expected, parse in variants:
        if expected not in (kind, "any"):
            continue
        if parse is None:
            plain = True
            continue
        try:
            decoded = parse(value)
        except (DecodeError, TypeError, ValueError) as error:
            reason = error if isinstance(error, DecodeError) else DecodeError(str(error))
            continue
        # Of a plain mapping nothing is known
        unknown = len(decoded if isinstance(decoded, dict) else getattr(decoded, "additional_properties", ()))
        if unknown < fewest:
            best, fewest = decoded, unknown
    if fewest < math.inf:
        return best
    if plain:
        return value
    raise reason or DecodeError(f"{shown(value)} is none of the documented forms")


def _json_kind(value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "array" if isinstance(value, list) else "object" if isinstance(value, dict) else "null"


def shown(value: Any) -> str:
    """A value as errors show it: short."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
