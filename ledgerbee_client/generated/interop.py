"""Models as types of pydantic and FastAPI. Loaded only where pydantic asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import core_schema as _schemas

from . import decoding
from .base import Model
from .differences import differences

_JSON_TYPES: dict[Any, dict[str, Any]] = {
    decoding.parse_str: {"type": "string"},
    decoding.parse_bool: {"type": "boolean"},
    decoding.parse_int: {"type": "integer"},
    decoding.parse_float: {"type": "number"},
    decoding.parse_decimal: {"type": "string", "format": "decimal"},
    decoding.parse_date: {"type": "string", "format": "date"},
    decoding.parse_datetime: {"type": "string", "format": "date-time"},
}


def core_schema(model: type[Model]) -> _schemas.CoreSchema:
    """How pydantic validates and serializes a model: from a mapping with the API's names, and back to one.

    Args:
        model: the class of the model.
    """

    def validate(value: Any) -> Model:
        if isinstance(value, model):
            return value
        if not isinstance(value, Mapping):
            raise ValueError(f"must be a {model.__name__}, or an object")
        made = model.from_dict(value)
        faults = [one for one in differences(made, "") if one.kind in ("missing", "unexpected")]
        if faults:
            raise ValueError("; ".join(f"{one.place} is {one.kind}" for one in faults))
        return made

    return _schemas.no_info_plain_validator_function(
        validate, serialization=_schemas.plain_serializer_function_ser_schema(model.to_dict)
    )


def json_schema(model: type[Model]) -> dict[str, Any]:
    """The JSON schema that FastAPI shows for a model.

    Args:
        model: the class of the model.
    """
    fields = model._FIELDS.properties
    found: dict[str, Any] = {
        "title": model.__name__,
        "type": "object",
        "properties": {one.wire: dict(_JSON_TYPES.get(one.parse, {})) for one in fields},
    }
    required = [one.wire for one in fields if one.required]
    return found | ({"required": required} if required else {})
