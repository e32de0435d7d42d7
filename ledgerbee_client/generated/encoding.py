"""Python values to JSON values: what models and endpoints encode requests with.

What a caller passes is checked, and an error says which field is wrong.
"""

from __future__ import annotations

import datetime as _dt
import json as _json
import math
import os as _os
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

import attrs

from .decoding import MAX_DIGITS, JsonDecimal, JsonNumber, Unmatched, parse_date, parse_datetime, shown
from .errors import DecodeError
from .fields import MISSING
from .types import UNSET, File

T = TypeVar("T")
#: In a model, and in a mapping in its place, what it doesn't know: sent under the names that stand there.
_MORE = "additional_properties"


def given(**arguments: Any) -> Any:
    """The arguments that were given, as a mapping: without those that are UNSET."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def encode_decimal(value: Any, place: str) -> str:
    """A decimal number as the API writes it: digit for digit, never with an exponent.

    Raises:
        TypeError: for a float, which is not exact.
        ValueError: for a string that is no decimal number, and for NaN and infinity.
    """
    if isinstance(value, JsonNumber):  # it was read from JSON, and has the digits that it had there
        value = value.text
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
        form = (
            "a date as in '2026-01-31'" if parse is parse_date else "a date-time as in '2026-01-31T09:00:00Z'"
        )
        raise ValueError(f"{place}: {error.reason}: pass {form}") from None


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
    if isinstance(value, str):
        return value
    if is_uuid(value):
        return str(value)
    raise _wrong(value, place, "a string")


def is_uuid(value: Any) -> bool:
    """Whether a value is a UUID."""
    from uuid import UUID  # importing it takes a millisecond, and few need it

    return isinstance(value, UUID)


def encode_int(value: Any, place: str) -> int:
    """A whole number; no float, which may have been rounded."""
    if isinstance(value, Enum):
        value = value.value
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
    if isinstance(value, model):
        encoded: dict[str, Any] = value.to_dict()
        return encoded
    value = _mapping(value, place, f"a {model.__name__} or a mapping")
    known: dict[str, Any] = {}
    is_more = _MORE not in model._FIELDS.names
    more = dict(_mapping(value.get(_MORE, {}), f"{place}.{_MORE}", "a mapping")) if is_more else {}
    for key, item in value.items():
        name = key if key in model._FIELDS.by_name else model._FIELDS.names.get(key)
        if name is not None and name in known:
            raise TypeError(f"{place}: {name} is given twice, by the API's name and by the model's")
        if name is not None:
            known[name] = item
        elif key == _MORE:
            continue
        elif model._FIELDS.is_open:
            more[str(key)] = item
        else:
            raise _unknown(str(key), model, place)
    for attribute in attrs.fields(model):
        if attribute.init and attribute.default is attrs.NOTHING and attribute.name not in known:
            raise TypeError(f"{place}: {attribute.name} is required")
    encoded = model(**known, additional_properties=more).to_dict()
    return encoded


def encode_union(value: Any, models: tuple[Any, ...], place: str, *, floats: bool = False) -> Any:
    """What may be one of several objects, or something else: a mapping as the first object that takes it.

    Raises:
        TypeError, ValueError: none of them takes it; the message is that of the one that knows most of its keys.
    """
    if isinstance(value, models) or not isinstance(value, Mapping) or isinstance(value, Unmatched):
        return encode_any(value, place, floats=floats)
    refused: list[Exception] = []
    for model in sorted(models, key=lambda one: _unfit(value, one._FIELDS)):
        try:
            return encode_model(value, model, place)
        except (TypeError, ValueError) as error:
            refused.append(error)
    raise refused[0]


def _unfit(value: Mapping[str, Any], fields: Any) -> tuple[int, int]:
    """How badly a mapping fits a model: other constants than documented, and keys that it doesn't have."""
    given = {one: value.get(one.wire, value.get(one.name, MISSING)) for one in fields.properties}
    wrong = sum(
        MISSING not in (one.const, item) and encode_enum(item) != one.const for one, item in given.items()
    )
    return wrong, len(value.keys() - fields.by_name - fields.names.keys())


def _mapping(value: Any, place: str, expected: str) -> Mapping[str, Any]:
    """A mapping, or what makes one of itself, such as another model."""
    found = value.to_dict() if hasattr(value, "to_dict") else value
    if not isinstance(found, Mapping):
        raise _wrong(value, place, expected)
    return found


def _unknown(key: str, model: Any, place: str) -> TypeError:
    """What to raise for a key that no field has: it says which one is nearest."""
    from difflib import get_close_matches

    names = sorted(model._FIELDS.by_name)
    near = get_close_matches(_snake(key), names, 1, 0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}."
    return TypeError(
        f"{place}: unknown field {key!r}, {hint} What the document doesn't know is sent with extra_body, or in "
        f"{_MORE!r} of this mapping"
    )


def _snake(key: str) -> str:
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in key).lstrip("_")


def encode_open(value: Any, place: str, *, is_object: bool = True) -> Any:
    """A body, or a part of one, whose fields aren't published.

    Args:
        place: where the value stands, for errors.
        is_object: it is known to be an object.

    Raises:
        TypeError: for what is no object, and for a key with an underscore: the API's names have none, so it is a Python name, which nobody can
            translate here. Keys below `metadata` are the caller's own.
    """
    found = _mapping(value, place, "a mapping") if is_object else value
    _refuse_snake_case(found, place)
    return encode_any(found, place)


def _refuse_snake_case(value: Any, place: str) -> None:
    if isinstance(value, Mapping):
        for key, item in value.items():
            name = str(key)
            if "_" in name.strip("_"):
                head, *rest = name.split("_")
                camel = head + "".join(one.capitalize() for one in rest)
                raise TypeError(
                    f"{place}: unknown field {name!r}, did you mean {camel!r}? What is in it isn't published, so it is sent "
                    "under the API's own names, and those have no underscores. Send it all the same with extra_body"
                )
            if name != "metadata":
                _refuse_snake_case(item, f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_snake_case(item, place)


def encode_list(value: Any, encode: Callable[[Any], Any], place: str) -> list[Any]:
    """A list whose items are encoded one by one; an error says which one it was."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise _wrong(value, place, "a list")
    result = []
    for index, item in enumerate(value):
        try:
            result.append(encode(item))
        except (TypeError, ValueError) as error:
            raise _inside(error, place, index) from None
    return result


def encode_dict(value: Any, encode: Callable[[Any], Any], place: str) -> dict[str, Any]:
    """A mapping whose values are encoded one by one; an error says which one it was."""
    result = {}
    for key, item in _mapping(value, place, "a mapping").items():
        try:
            result[str(key)] = encode(item)
        except (TypeError, ValueError) as error:
            raise _inside(error, place, str(key)) from None
    return result


def _inside(error: TypeError | ValueError, place: str, key: int | str) -> TypeError | ValueError:
    """The same error, of one item of a list or mapping."""
    kind = TypeError if isinstance(error, TypeError) else ValueError
    return kind(f"{place}[{key!r}]: {str(error).removeprefix(f'{place}: ')}")


def encode_any(value: Any, place: str, *, checked: bool = True, floats: bool = False) -> Any:
    """A value of unknown form: what JSON has, and the Python types that the API's forms have.

    Args:
        place: where the value stands, for errors.
        checked: the value comes from a caller. A float is refused then, for it may be meant as an amount; one that
            came from the API itself has all its digits.
        floats: the document says that it may be a number, and no amount.
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
        may_be = floats or not checked or isinstance(value, JsonNumber)
        return encode_number(value, place) if may_be else encode_decimal(value, place)
    if isinstance(value, Decimal):
        return encode_decimal(value, place)
    if isinstance(value, _dt.datetime):
        return encode_datetime(value, place, checked=checked)
    if isinstance(value, _dt.date):
        return value.isoformat()
    if hasattr(value, "to_dict"):
        found = value.to_dict()
        return (
            found if hasattr(value, "_FIELDS") else encode_any(found, place, checked=checked, floats=floats)
        )
    if isinstance(value, Mapping):
        return {
            str(key): encode_any(item, f"{place}.{key}", checked=checked, floats=floats)
            for key, item in value.items()
        }
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [
            encode_any(item, f"{place}[{index}]", checked=checked, floats=floats)
            for index, item in enumerate(value)
        ]
    if is_uuid(value):
        return str(value)
    raise TypeError(f"{place}: {shown(value)} can't be sent as JSON")


#: What stands for a number while the text around it is written; nobody outside of this process knows it.
_MARK = _os.urandom(8).hex()


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
