"""Python values to JSON values: what models and endpoints encode requests with.

What a caller passes is checked, and an error says which field is wrong.
"""

from __future__ import annotations

import datetime as _dt
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

import attrs

from .decoding import MAX_DIGITS, parse_date, parse_datetime, shown
from .errors import DecodeError
from .types import UNSET, File

T = TypeVar("T")


def given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were given: without those that are UNSET."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def encode_decimal(value: Any, place: str) -> str:
    """A decimal number as the API writes it: digit for digit, never with an exponent.

    Raises:
        TypeError: for a float, which is not exact.
        ValueError: for a string that is no decimal number, and for NaN and infinity.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | str | int):
        if isinstance(value, float):
            raise TypeError(
                f"{place}: {value!r} is a float, and floats are not exact: pass Decimal({str(value)!r})"
            )
        raise TypeError(f"{place}: {shown(value)} is no Decimal")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{place}: {shown(value)} is no decimal number") from None
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError(f"{place}: {shown(value)} is no amount")
    return format(number, "f")


def encode_number(value: Any, place: str) -> int | float:
    """A JSON number. A Decimal is taken when the number carries all its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(f"{place}: {shown(value)} is no number")
    if not math.isfinite(value):
        raise ValueError(f"{place}: {value} is no number that JSON can carry")
    if not isinstance(value, Decimal):
        return value
    number = int(value) if value == value.to_integral_value() else float(value)
    if Decimal(repr(number)) != value:
        raise ValueError(f"{place}: {value} has more digits than a JSON number carries")
    return number


def encode_exact_number(value: Any, place: str) -> int | float:
    """An amount that the API writes as a JSON number. Refused are floats, and more digits than it carries."""
    return encode_number(Decimal(encode_decimal(value, place)), place)


def encode_date(value: Any, place: str, *, checked: bool = False) -> str:
    if isinstance(value, str):
        if checked:
            parsed = _checked(parse_date, value, place)
            if isinstance(parsed, _dt.datetime):
                raise ValueError(f"{place}: {shown(value)} is a date-time; pass a date")
        return value
    if checked and isinstance(value, _dt.datetime):
        raise TypeError(f"{place}: pass a date: the date of a datetime depends on the time zone")
    if not isinstance(value, _dt.date):
        raise TypeError(f"{place}: {shown(value)} is no date")
    return value.isoformat()


def encode_datetime(value: Any, place: str, *, checked: bool = False) -> str:
    """A date-time with its offset.

    Raises:
        ValueError: (of what a caller passes) without a time zone it is no instant.
    """
    if isinstance(value, str):
        moment = _checked(parse_datetime, value, place) if checked else None
    elif isinstance(value, _dt.datetime):
        moment = value
        value = value.isoformat()
    else:
        raise TypeError(f"{place}: {shown(value)} is no datetime")
    if checked and moment is not None and moment.tzinfo is None:
        raise ValueError(f"{place}: {value} has no time zone; pass one, as in datetime.now(timezone.utc)")
    return str(value)


def _checked(parse: Callable[[Any], T], value: Any, place: str) -> T:
    try:
        return parse(value)
    except DecodeError as error:
        raise ValueError(f"{place}: {error.reason}") from None


def encode_enum(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def encode_file(value: Any, place: str) -> Any:
    """A file for a multipart body: a `File`, bytes, or something to read bytes from."""
    if isinstance(value, File | bytes) or hasattr(value, "read"):
        return value
    raise TypeError(f"{place}: {shown(value)} is no file")


def encode_model(value: Any, model: Any, place: str) -> dict[str, Any]:
    """An object of the API: from a model, or from a plain mapping with the API's field names or the model's."""
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise TypeError(f"{place}: {shown(value)} is neither a {model.__name__} nor a mapping")
    names: Mapping[str, str] = model._FIELDS.names
    own_names = set(names.values())
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, item in value.items():
        name = names.get(key) or (key if key in own_names else None)
        if name is None:
            extra[key] = item
        elif name in known:
            raise TypeError(f"{place}: {name} is given twice, by the API's name and by the model's")
        else:
            known[name] = item
    for attribute in attrs.fields(model):
        if attribute.init and attribute.default is attrs.NOTHING and attribute.name not in known:
            raise TypeError(f"{place}: {attribute.name} is required")
    encoded: dict[str, Any] = model(**known, additional_properties=encode_any(extra, place)).to_dict()
    return encoded


def encode_list(value: Any, encode: Callable[[Any], Any] | None, place: str) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise TypeError(f"{place}: {shown(value)} is no list")
    return [encode_any(item, place) if encode is None else encode(item) for item in value]


def encode_dict(value: Any, encode: Callable[[Any], Any] | None, place: str) -> dict[str, Any]:
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise TypeError(f"{place}: {shown(value)} is no mapping")
    return {
        str(key): encode_any(item, place) if encode is None else encode(item) for key, item in value.items()
    }


def encode_any(value: Any, place: str, *, exact: bool = False, checked: bool = True) -> Any:
    """A value of unknown form: what JSON has, and the Python types that the API's forms have.

    Args:
        place: where the value stands, for errors.
        exact: it may be a decimal number, so a float is refused.
        checked: the value comes from a caller.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return encode_decimal(value, place) if exact and checked else encode_number(value, place)
    if isinstance(value, Decimal):
        return encode_decimal(value, place)
    if isinstance(value, _dt.datetime):
        return encode_datetime(value, place, checked=checked)
    if isinstance(value, _dt.date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {
            str(key): encode_any(item, f"{place}.{key}", exact=exact, checked=checked)
            for key, item in value.items()
        }
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [encode_any(item, place, exact=exact, checked=checked) for item in value]
    raise TypeError(f"{place}: {shown(value)} can't be sent as JSON")
