"""Normalizes schemas, in the dialects of OpenAPI 3.0 and 3.1."""

from __future__ import annotations

from typing import Any

from attrs import define

from .normalizer import UNSUPPORTED, Json, Normalizer, entries

_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
#: What people write for a type; None: anything.
_TYPE_NAMES: dict[str, Json | None] = {
    "any": None,
    "bigint": {"type": "integer"},
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date-time"},
    "datetime": {"type": "string", "format": "date-time"},
    "decimal": {"type": "number"},
    "double": {"type": "number"},
    "file": {"type": "string", "format": "binary"},
    "float": {"type": "number"},
    "int": {"type": "integer"},
    "list": {"type": "array"},
    "mixed": None,
    "uuid": {"type": "string"},
    **{name: {"type": name} for name in _TYPES},
}
#: Keys whose value a type could be made of.
_SHAPES = ("allOf", "oneOf", "anyOf")


@define
class SchemaNormalizer(Normalizer):
    """Normalizes a schema, and every schema inside it."""

    def schema(self, raw: Any, place: str) -> Any:
        """A schema with all that is in it."""
        if isinstance(raw, bool):
            return raw
        if not isinstance(raw, dict):
            self.note("a schema is no object", place)
            return {}
        for key in [key for key, value in raw.items() if value is None and key not in ("default", "example", "const")]:
            del raw[key]
        self.type(raw, place)
        self.required_names(raw, place)
        self.enum(raw, place)
        self.flag(raw, "nullable", place)
        for key in ("description", "title", "format"):
            if key in raw and not isinstance(raw[key], str):
                raw[key] = str(raw[key])
        if isinstance(raw.get("discriminator"), str):
            self.note("'discriminator' is a text, as in Swagger 2", place)
            raw["discriminator"] = {"propertyName": raw["discriminator"]}
        self.inner(raw, place)
        return raw

    def type(self, raw: Json, place: str) -> None:
        """Normalize `type`."""
        kinds = raw.get("type")
        if kinds is None:
            return
        if isinstance(kinds, list) and all(isinstance(one, str) and one in _TYPES for one in kinds) and kinds:
            return
        if isinstance(kinds, str) and kinds in _TYPES:
            return
        self.note(f"{kinds!r} is no type", place)
        del raw["type"]
        known = _TYPE_NAMES.get(kinds.lower()) if isinstance(kinds, str) else None
        if known is not None and not any(key in raw for key in ("$ref", *_SHAPES)):
            raw.update({**known, **({"format": raw["format"]} if "format" in raw else {})})

    def required_names(self, raw: Json, place: str) -> None:
        """Normalize `required`."""
        names = raw.get("required")
        if names is None:
            return
        if isinstance(names, list) and all(isinstance(one, str) for one in names):
            raw["required"] = self.distinct(names, "'required' names a property twice", place)
        else:
            self.note("'required' of a schema is no list of names", place)
            del raw["required"]
        if not raw.get("required", ...):
            del raw["required"]

    def enum(self, raw: Json, place: str) -> None:
        """Normalize `enum`."""
        if "enum" not in raw:
            return
        if isinstance(raw["enum"], list) and raw["enum"]:
            raw["enum"] = self.distinct(raw["enum"], "'enum' has a value twice", place)
        else:
            self.note("'enum' is no list of values", place)
            del raw["enum"]

    def inner(self, raw: Json, place: str) -> None:
        """Normalize the schemas inside a schema."""
        self.properties(raw, place)
        self.items(raw, place)
        for key in ("items", "additionalProperties", "not", "if", "then", "else", "unevaluatedProperties"):
            if key in raw:
                raw[key] = self.schema(raw[key], f"{place}.{key}")
        for key in (*_SHAPES, "prefixItems"):
            if key not in raw:
                continue
            variants = raw[key] if isinstance(raw[key], list) else [raw[key]]
            raw[key] = [self.schema(one, f"{place}.{key}[{index}]") for index, one in enumerate(variants)]
            if not variants:
                self.note(f"'{key}' is empty", place)
                del raw[key]
        for key in ("$defs", "definitions", "patternProperties", "dependentSchemas"):
            for name, one in entries(raw.get(key)):
                raw[key][name] = self.schema(one, f"{place}.{key}.{name}")

    def properties(self, raw: Json, place: str) -> None:
        """Normalize `properties`, and the schemas in it."""
        if "properties" in raw and not isinstance(raw["properties"], dict):
            self.note("'properties' is no object", place)
            del raw["properties"]
        if isinstance(raw.get("properties", {}).get("$ref"), str):
            raw[UNSUPPORTED] = f"its properties are a reference, {raw.pop('properties')['$ref']}"
        for name in raw.get("properties", {}):
            raw["properties"][name] = self.schema(raw["properties"][name], f"{place}.{name}")

    def items(self, raw: Json, place: str) -> None:
        """Normalize the form of `items`."""
        if isinstance(raw.get("items"), list):
            self.note("'items' is a list", place)
            raw["prefixItems"] = raw.pop("items")
        if raw.get("type") == "array" and "items" not in raw and "prefixItems" not in raw:
            self.note("an array has no 'items'", place)
            raw["items"] = {}
