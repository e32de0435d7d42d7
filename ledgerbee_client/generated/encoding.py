"""Python values to JSON values: what models and endpoints encode requests with.

What a caller passes is checked, and an error says which field is wrong.
"""

from __future__ import annotations

import datetime as _dt
import json as _json
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from secrets import token_hex
from typing import Any, TypeVar
from uuid import UUID

import attrs

from .decoding import MAX_DIGITS, JsonDecimal, JsonNumber, parse_date, parse_datetime, shown
from .errors import DecodeError
from .types import UNSET, File

T = TypeVar("T")


def given(**arguments: Any) -> Any:
    """The arguments that were given, as a mapping: without those that are UNSET."""
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
        raise _wrong(value, place, "a Decimal")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{place}: {shown(value)} is not a decimal number") from None
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError(f"{place}: {shown(value)} is not an amount")
    return format(number, "f")


def encode_number(value: Any, place: str) -> int | float:
    """A JSON number. A Decimal is taken when the number carries all its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _wrong(value, place, "a number")
    if not math.isfinite(value):
        raise ValueError(f"{place}: {value} is not a number that JSON can carry")
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
        raise _wrong(value, place, "a date")
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
        raise _wrong(value, place, "a datetime")
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
    raise _wrong(value, place, "a file")


def encode_file_or_any(value: Any, place: str) -> Any:
    """A part of a multipart body that may be a file, or something else."""
    return value if isinstance(value, File | bytes) or hasattr(value, "read") else encode_any(value, place)


def encode_str(value: Any, place: str) -> str:
    """Text; a UUID and an enum's value are taken, too."""
    if value.__class__ is str:
        return value
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        raise _wrong(value, place, "a string")
    return value


def encode_int(value: Any, place: str) -> int:
    """A whole number; no float, which may have been rounded."""
    if isinstance(value, bool) or not isinstance(value, int):
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        raise _wrong(value, place, "a whole number")
    return value


def encode_bool(value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(value, place, "True or False")
    return value


def not_none(value: Any, place: str) -> Any:
    """What is sent, if it is not None.

    Raises:
        TypeError: for None, where the API isn't known to take null.
    """
    if value is None:
        raise _wrong(value, place, "")
    return value


def _wrong(value: Any, place: str, expected: str) -> TypeError:
    """What to raise for a value of another kind; for None, where the API isn't known to take null."""
    if value is not None:
        return TypeError(f"{place}: must be {expected}, not {shown(value)}")
    field = place.rpartition(".")[2]
    return TypeError(
        f"{place}: None is sent as null, which the API isn't known to take here. Leave {field} out (its default is UNSET), "
        "or send null all the same with extra_body, under the API's name"
    )


def encode_model(value: Any, model: Any, place: str) -> dict[str, Any]:
    """An object of the API: from a model, or from a mapping with the model's field names or the API's.

    Raises:
        TypeError: for a key that is neither, and for a field that is missing or given twice.
    """
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise _wrong(value, place, f"a {model.__name__} or a mapping")
    names: Mapping[str, str] = model._FIELDS.names
    own_names = set(names.values())
    known: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for key, item in value.items():
        name = key if key in own_names else names.get(key)
        if name is None:
            _refuse_unknown(place, str(key), own_names, model)
            more[str(key)] = item
        elif name in known:
            raise TypeError(f"{place}: {name} is given twice, by the API's name and by the model's")
        else:
            known[name] = item
    for attribute in attrs.fields(model):
        if attribute.init and attribute.default is attrs.NOTHING and attribute.name not in known:
            raise TypeError(f"{place}: {attribute.name} is required")
    encoded: dict[str, Any] = model(**known, additional_properties=more).to_dict()
    return encoded


def _refuse_unknown(place: str, key: str, names: Iterable[str], model: Any) -> None:
    """Refuse a key that no field has; where not all fields are known, only one that can't be right.

    Raises:
        TypeError: with the nearest name.
    """
    from difflib import get_close_matches

    near = get_close_matches(_snake(key), sorted(names), 1, 0.6)
    free = model._FIELDS.additional is not None
    if free or (model._FIELDS.incomplete and not near and "_" not in key):
        return
    hint = f", did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(names)) or 'no fields'}."
    raise TypeError(
        f"{place}: unknown field {key!r}{hint} What the document doesn't know yet is sent with extra_body, or by a "
        f"{model.__name__} with additional_properties"
    )


def _snake(key: str) -> str:
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in key).lstrip("_")


def encode_open(value: Any, place: str) -> Any:
    """A body, or a part of one, whose fields aren't published.

    Raises:
        TypeError: for a key with an underscore: the API's names have none, so it is a Python name, which nobody can
            translate here. Keys below `metadata` are the caller's own.
    """
    _refuse_snake_case(value, place)
    return encode_any(value, place)


def _refuse_snake_case(value: Any, place: str) -> None:
    if isinstance(value, Mapping):
        for key, item in value.items():
            name = str(key)
            if "_" in name.strip("_"):
                head, *rest = name.split("_")
                camel = head + "".join(one.capitalize() for one in rest)
                raise TypeError(
                    f"{place}: unknown field {name!r}: the fields of this body aren't published, so they are sent under "
                    f"the API's own names, did you mean {camel!r}? Send it all the same with extra_body"
                )
            if name != "metadata":
                _refuse_snake_case(item, f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_snake_case(item, place)


def encode_list(value: Any, encode: Callable[[Any], Any] | None, place: str) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise _wrong(value, place, "a list")
    return [encode_any(item, place) if encode is None else encode(item) for item in value]


def encode_dict(value: Any, encode: Callable[[Any], Any] | None, place: str) -> dict[str, Any]:
    if hasattr(value, "to_dict"):
        result: dict[str, Any] = value.to_dict()
        return result
    if not isinstance(value, Mapping):
        raise _wrong(value, place, "a mapping")
    return {
        str(key): encode_any(item, place) if encode is None else encode(item) for key, item in value.items()
    }


def encode_any(value: Any, place: str, *, checked: bool = True) -> Any:
    """A value of unknown form: what JSON has, and the Python types that the API's forms have.

    Args:
        place: where the value stands, for errors.
        checked: the value comes from a caller. A float is refused then: it may be meant as an amount.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(
        value, str | int | JsonNumber | JsonDecimal
    ):  # the last two came from JSON, and go back as they are
        return value
    if isinstance(value, float):
        return encode_decimal(value, place) if checked else encode_number(value, place)
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
        return {str(key): encode_any(item, f"{place}.{key}", checked=checked) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [encode_any(item, place, checked=checked) for item in value]
    raise TypeError(f"{place}: {shown(value)} can't be sent as JSON")


#: What stands for a number while the text around it is written; nobody outside of this process knows it.
_MARK = token_hex(8)


def write_json(value: Any) -> str:
    """JSON text of what was encoded. Numbers that no float holds are written digit for digit.

    Raises:
        TypeError, ValueError: the value can't be written as JSON.
    """
    exact: list[str] = []

    def encode(one: Any) -> Any:
        if isinstance(one, JsonDecimal):
            exact.append(str(one))
            return f"{_MARK}{len(exact) - 1}"
        return encode_any(one, "value")

    text = _json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=encode)
    for index, digits in enumerate(exact):
        text = text.replace(f'"{_MARK}{index}"', digits)
    return text
