"""Reads JSON schemas (OpenAPI 3.0 and 3.1) into `ir` types, models and enums.

What the two dialects write differently (nullable, type lists, const, exclusive forms of allOf/oneOf) comes out alike.
Inline objects and enums get names; a shape that stands in several places gets one name once.
"""

from __future__ import annotations

import json
from typing import Any

from attrs import define, field

from . import words
from .ir import Enum, Field, Loss, Model, Type

Schema = dict[str, Any]

#: Keys that say something about the shape of a value (as opposed to its documentation).
_SHAPE = {"type", "properties", "items", "enum", "const", "allOf", "anyOf", "oneOf", "additionalProperties", "format"}
_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "none"}


class UnsupportedSchemaError(Exception):
    """A schema that no type can be made of."""


@define
class Place:
    """Where a schema stands: what names are made of."""

    owner: str  # the class name of the model or of the operation that it belongs to
    name: str  # the property, parameter or role ('Response')

    @property
    def class_name(self) -> str:
        return words.pascal(self.owner) + words.pascal(self.name)

    def item(self) -> Place:
        return Place(self.owner, words.singular(self.name) if words.singular(self.name) != self.name else f"{self.name}Item")


@define
class SchemaReader:
    """Turns schemas into types; collects the models and enums met on the way."""

    document: dict[str, Any]
    #: Components that are only ever sent, and whose properties are unknown: they are passed as mappings.
    open_requests: set[str] = field(factory=set)
    models: dict[str, Model] = field(factory=dict)
    component_enums: dict[str, Enum] = field(factory=dict)
    inline_enums: dict[tuple[str, tuple[Any, ...]], Enum] = field(factory=dict)
    losses: list[Loss] = field(factory=list)
    _inline_models: dict[str, Model] = field(factory=dict)
    _in_progress: set[str] = field(factory=set)
    _class_names: dict[str, str] = field(factory=dict)

    # ------------------------------------------------------------------ references

    def resolve(self, node: Any) -> Any:
        """Follows `$ref`s of anything that isn't a schema (parameters, responses, bodies, path items)."""
        seen: set[str] = set()
        while isinstance(node, dict) and "$ref" in node:
            if node["$ref"] in seen:
                raise UnsupportedSchemaError(f"{node['$ref']} refers to itself")
            seen.add(node["$ref"])
            node = self.pointer(node["$ref"])
        return node

    def pointer(self, ref: str) -> Any:
        if not ref.startswith("#/"):
            raise UnsupportedSchemaError(f"reference to another document: {ref}")
        node: Any = self.document
        for part in ref[2:].split("/"):
            part = part.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}")
            try:
                node = node[int(part)] if isinstance(node, list) else node[part]
            except (KeyError, IndexError, TypeError, ValueError):
                raise UnsupportedSchemaError(f"{ref} points to nothing") from None
        return node

    # ------------------------------------------------------------------ types

    def read(self, schema: Any, place: Place) -> Type:
        """The type of a schema that stands at `place`."""
        if schema is True or schema in (None, {}):
            return Type("any")
        if schema is False:
            raise UnsupportedSchemaError(f"{place.class_name}: a schema that allows nothing")
        if "$ref" in schema:
            return self._read_reference(schema, place)
        schema = self._unfold(schema, place)
        if "$ref" in schema:
            target = self._read_reference(schema, place)
            return _nullable(target) if schema.get("nullable") else target
        nullable = bool(schema.get("nullable"))
        result = self._read_shape(schema, place)
        return _nullable(result) if nullable and result.kind not in ("any", "none") else result

    def _read_reference(self, schema: Schema, place: Place) -> Type:
        ref: str = schema["$ref"]
        prefix = "#/components/schemas/"
        target = self.pointer(ref)
        name = ref.removeprefix(prefix) if ref.startswith(prefix) and "/" not in ref.removeprefix(prefix) else None
        if name is None:
            if ref in self._in_progress:
                raise UnsupportedSchemaError(f"{ref} contains itself")
            self._in_progress.add(ref)
            try:
                return self.read(target, place)
            finally:
                self._in_progress.discard(ref)
        return self.component(name)

    def component(self, name: str) -> Type:
        """The type of a component schema."""
        if name in self.models:
            return Type("model", model=self.models[name])
        if name in self.component_enums:
            return Type("enum", enum=self.component_enums[name], nullable=_allows_null(self._raw(name)))
        if name in self._in_progress:  # an alias of itself (a list of itself, a union with itself): no class to point to
            return Type("any")
        raw = self._raw(name)
        place = Place(name, "")
        self._in_progress.add(name)
        try:
            schema = raw if "$ref" in raw else self._unfold(raw, place)
            if "$ref" in schema:
                target = self._read_reference(schema, place)
                return _nullable(target) if schema.get("nullable") else target
            if _is_enum(schema):
                values = _enum_values(schema)
                enum = Enum(values, self.class_name(name), schema.get("description", ""))
                self.component_enums[name] = enum
                return Type("enum", enum=enum, nullable=bool(schema.get("nullable")))
            if _is_object(schema) and not self._is_mapping(name, schema):
                model = Model(self.class_name(name))
                self.models[name] = model  # before its fields: schemas may be recursive
                self._in_progress.discard(name)
                self._fill(model, schema)
                result = Type("model", model=model)
            else:
                result = self._read_shape(schema, place)
            return _nullable(result) if schema.get("nullable") else result
        finally:
            self._in_progress.discard(name)

    def _raw(self, name: str) -> Schema:
        raw = self.document["components"]["schemas"][name]
        return raw if isinstance(raw, dict) else {}

    def _is_mapping(self, name: str, schema: Schema) -> bool:
        if schema.get("properties"):
            return False
        return name in self.open_requests or isinstance(schema.get("additionalProperties"), dict)

    def class_name(self, raw: str) -> str:
        """A class name for a component or an inline object, unique also as a module name."""
        if raw not in self._class_names:
            taken = {words.module(name) for name in self._class_names.values()}
            self._class_names[raw] = words.unique(words.class_name(raw), lambda name: words.module(name) in taken)
        return self._class_names[raw]

    # ------------------------------------------------------------------ shapes

    def _read_shape(self, schema: Schema, place: Place) -> Type:
        variants = schema.get("oneOf") or schema.get("anyOf")
        if variants:
            return self._read_union(schema, variants, place)
        if _is_enum(schema):
            return self._read_enum(schema, place)
        if "const" in schema:
            return Type(_kind_of_value(schema["const"]))
        kind = schema.get("type")
        if isinstance(kind, list):
            return self._union([self.read({**schema, "type": one}, place) for one in kind])
        if _is_object(schema):
            return self._read_object(schema, place)
        if kind == "array" or "items" in schema or "prefixItems" in schema:
            return Type("list", items=self.read(schema.get("items", {}), place.item()))
        if kind == "string":
            return Type(_STRING_FORMATS.get(schema.get("format", ""), "str"))  # type: ignore[arg-type]
        if kind in _SCALARS:
            return Type(_SCALARS[kind])  # type: ignore[arg-type]
        return Type("any")

    def _read_enum(self, schema: Schema, place: Place) -> Type:
        values = _enum_values(schema)
        key = (words.snake(place.name), tuple(sorted(values, key=str)))
        enum = self.inline_enums.get(key)
        if enum is None:
            enum = self.inline_enums[key] = Enum(values, description=schema.get("description", ""))
        if (place.owner, place.name) not in enum.places:
            enum.places.append((place.owner, place.name))
        return Type("enum", enum=enum)

    def _read_object(self, schema: Schema, place: Place) -> Type:
        if not schema.get("properties"):
            additional = schema.get("additionalProperties")
            inner = self.read(additional, place.item()) if isinstance(additional, dict) else Type("any")
            return Type("map", items=inner)
        fingerprint = words.snake(place.name) + json.dumps(schema, sort_keys=True, default=str)
        model = self._inline_models.get(fingerprint)
        if model is None:
            name = words.unique(place.class_name, lambda name: name in self._class_names)
            model = self._inline_models[fingerprint] = Model(self.class_name(name))
            self.models[f"(inline) {model.name}"] = model
            self._fill(model, schema)
        return Type("model", model=model)

    def _fill(self, model: Model, schema: Schema) -> None:
        model.description = schema.get("description") or ""
        model.inferred = bool(schema.get("x-inferred"))
        model.incomplete = bool(schema.get("x-incomplete"))
        properties: dict[str, Any] = schema.get("properties", {})
        required = set(schema.get("required", ()))
        names = words.identifiers(properties)
        for wire, raw in properties.items():
            about = self._about(raw)
            model.fields.append(
                Field(
                    wire=wire,
                    python=names[wire],
                    type=self.read(raw, Place(model.name, wire)),
                    required=wire in required,
                    description=str(about.get("description") or ""),
                    example=about.get("example", next(iter(about.get("examples") or ()), None)),
                    deprecated=bool(about.get("deprecated")),
                    read_only=bool(about.get("readOnly")),
                    inferred=bool(about.get("x-inferred")),
                )
            )
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict) and additional:
            model.additional = self.read(additional, Place(model.name, "AdditionalProperty"))

    def _about(self, raw: Any) -> Schema:
        """The documentation of a property: its own, else that of what it refers to."""
        if not isinstance(raw, dict):
            return {}
        if "description" in raw or "$ref" not in raw:
            return raw
        target = self.pointer(raw["$ref"])
        return {**(target if isinstance(target, dict) else {}), **raw}

    def _read_union(self, schema: Schema, variants: list[Any], place: Place) -> Type:
        discriminator = schema.get("discriminator") or {}
        types = []
        for index, variant in enumerate(variants):
            title = variant.get("title") if isinstance(variant, dict) else None
            role = words.pascal(title) if title else f"Variant{index + 1}"
            inline = isinstance(variant, dict) and variant.get("properties")
            types.append(self.read(variant, Place(place.class_name, role) if inline else place))
        union = self._union(types)
        if union.kind == "union" and discriminator.get("propertyName"):
            union.discriminator = discriminator["propertyName"]
            union.mapping = self._mapping(discriminator, variants)
        return union

    def _mapping(self, discriminator: Schema, variants: list[Any]) -> dict[str, Type]:
        mapping = {}
        for value, target in (discriminator.get("mapping") or {}).items():
            name = target.rsplit("/", 1)[-1]
            if name in self.document.get("components", {}).get("schemas", {}):
                mapping[str(value)] = self.component(name)
        if not mapping:  # without a mapping, the value is the name of the component
            refs = [variant["$ref"] for variant in variants if isinstance(variant, dict) and "$ref" in variant]
            mapping = {ref.rsplit("/", 1)[-1]: self.component(ref.rsplit("/", 1)[-1]) for ref in refs}
        return {value: target for value, target in mapping.items() if target.kind == "model"}

    @staticmethod
    def _union(types: list[Type]) -> Type:
        flat: list[Type] = []
        nullable = False
        for one in types:
            nullable |= one.nullable or one.kind == "none"
            for inner in one.variants if one.kind == "union" else (one,):
                plain = _not_nullable(inner)
                if plain.kind != "none" and plain not in flat:
                    flat.append(plain)
        if any(one.kind == "any" for one in flat):
            return Type("any")
        if {one.kind for one in flat} == {"str", "enum"} and len(flat) == 2:  # enums are open: 'or any string' adds nothing
            flat = [one for one in flat if one.kind == "enum"]
        if {one.kind for one in flat} == {"int", "float"}:
            flat = [Type("float")]
        if not flat:
            return Type("none")
        if len(flat) == 1:
            return _nullable(flat[0]) if nullable else flat[0]
        return Type("union", nullable=nullable, variants=tuple(flat))

    # ------------------------------------------------------------------ unfolding

    def _unfold(self, schema: Schema, place: Place) -> Schema:
        """Brings a schema into one form: no allOf, null only as `nullable`, one type or a union.

        The result is either a `$ref` (perhaps with `nullable`) or free of both `$ref` and `allOf` at its top level.
        """
        schema = dict(schema)
        kind = schema.get("type")
        if isinstance(kind, list):
            rest = [one for one in kind if one != "null"]
            if len(rest) < len(kind):
                schema["nullable"] = True
            schema["type"] = rest[0] if len(rest) == 1 else rest
            if not rest:
                schema["type"] = "null"
        if "enum" in schema and None in schema["enum"]:
            schema["nullable"] = True
            schema["enum"] = [value for value in schema["enum"] if value is not None]
            if not schema["enum"]:
                del schema["enum"]
                schema["type"] = "null"
        if "const" in schema and isinstance(schema["const"], str):
            schema["enum"] = [schema.pop("const")]
            schema.setdefault("type", "string")
        for word in ("oneOf", "anyOf"):
            if word in schema:
                variants = [one for one in schema[word] if not _is_null(one)]
                if len(variants) < len(schema[word]):
                    schema["nullable"] = True
                if len(variants) == 1:
                    del schema[word]
                    schema.setdefault("allOf", [])
                    schema["allOf"] = [*schema["allOf"], variants[0]]
                elif variants:
                    schema[word] = variants
                else:
                    del schema[word]
        if "allOf" in schema:
            schema = self._merge_all_of(schema, place)
        union = "oneOf" if "oneOf" in schema else "anyOf"
        if union in schema and schema.get("properties"):  # properties beside a union: each variant has them
            base = {key: schema[key] for key in ("type", "properties", "required", "additionalProperties") if key in schema}
            rest = {key: value for key, value in schema.items() if key not in base}
            if all(set(self._plain(one)) <= {"required", "not", "title", "description"} for one in schema[union]):
                schema.pop(union)  # "one of these must be given": a rule of validation, not a shape
            else:
                rest[union] = [self._merged([base, one]) for one in schema[union]]
                schema = rest
        return schema

    def _plain(self, schema: Any) -> Schema:
        resolved = self.resolve(schema)
        return resolved if isinstance(resolved, dict) else {}

    def _merge_all_of(self, schema: Schema, place: Place) -> Schema:
        parts = [one for one in schema["allOf"] if one not in ({}, True)]
        own = {key: value for key, value in schema.items() if key != "allOf"}
        if len(parts) == 1 and not (_SHAPE - {"type"}) & own.keys():
            if isinstance(parts[0], dict) and "$ref" in parts[0]:
                return {**own, "$ref": parts[0]["$ref"]}
            unfolded = self._unfold(parts[0], place)
            return {**unfolded, **own}
        merged = self._merged([*parts, {key: own[key] for key in own if key in _SHAPE | {"required"}}])
        return {**merged, **{key: value for key, value in own.items() if key not in _SHAPE | {"required"}}}

    def _merged(self, parts: list[Any], seen: frozenset[str] = frozenset()) -> Schema:
        result: Schema = {}
        for part in parts:
            names = seen
            while isinstance(part, dict) and "$ref" in part:
                if part["$ref"] in names:
                    raise UnsupportedSchemaError(f"{part['$ref']} is made of itself (allOf)")
                names = names | {part["$ref"]}
                part = self.pointer(part["$ref"])
            if not isinstance(part, dict):
                continue
            if "allOf" in part:
                inner = [*part["allOf"], {key: value for key, value in part.items() if key != "allOf"}]
                part = self._merged(inner, names)
            for key, value in part.items():
                if key == "properties":
                    properties = dict(result.get("properties", {}))
                    for name, prop in value.items():
                        properties[name] = self._merged_property(properties[name], prop) if name in properties else prop
                    result["properties"] = properties
                elif key == "required" and isinstance(value, list):
                    result["required"] = [*result.get("required", []), *value]
                elif key in ("oneOf", "anyOf") and (key in result or ("oneOf" in result or "anyOf" in result)):
                    other = "oneOf" if "oneOf" in result else "anyOf"
                    result[other] = [self._merged([left, right]) for left in result[other] for right in value]
                elif key == "enum" and "enum" in result:
                    result["enum"] = [one for one in result["enum"] if one in value] or value
                else:
                    result[key] = value
        if "properties" in result:
            result.setdefault("type", "object")
        return result

    @staticmethod
    def _merged_property(first: Any, second: Any) -> Any:
        """A property that two parts of an allOf declare: what the later says, on top of what the earlier says."""
        if not isinstance(first, dict) or not isinstance(second, dict) or first == second:
            return second
        if not _SHAPE & second.keys() and "$ref" not in second:
            return {"allOf": [first], **second} if "$ref" in first else {**first, **second}
        return second


_STRING_FORMATS = {"date": "date", "date-time": "datetime", "decimal": "decimal", "binary": "bytes"}


def _nullable(one: Type) -> Type:
    if one.kind in ("any", "none"):
        return one
    return Type(one.kind, True, one.model, one.enum, one.items, one.variants, one.discriminator, one.mapping)


def _not_nullable(one: Type) -> Type:
    return Type(one.kind, False, one.model, one.enum, one.items, one.variants, one.discriminator, one.mapping)


def _is_null(schema: Any) -> bool:
    return isinstance(schema, dict) and (
        schema.get("type") == "null" or schema.get("enum") == [None] or ("const" in schema and schema["const"] is None)
    )


def _allows_null(schema: Schema) -> bool:
    kind = schema.get("type")
    return bool(schema.get("nullable")) or (isinstance(kind, list) and "null" in kind) or None in schema.get("enum", ())


def _is_enum(schema: Schema) -> bool:
    """An enum of strings or of integers; any other is only its type."""
    values = schema.get("enum")
    if not values or schema.get("type") in ("array", "object", "boolean"):
        return False
    return all(isinstance(value, str) for value in values) or all(type(value) is int for value in values)


def _enum_values(schema: Schema) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(schema["enum"]))


def _is_object(schema: Schema) -> bool:
    kind = schema.get("type")
    return kind == "object" or (kind is None and ("properties" in schema or "additionalProperties" in schema))


def _kind_of_value(value: Any) -> Any:
    if isinstance(value, bool):
        return "bool"
    return {str: "str", int: "int", float: "float"}.get(type(value), "any")
