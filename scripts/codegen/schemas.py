"""Reads JSON schemas (OpenAPI 3.0 and 3.1) into `ir` types, models and enums.

Inline objects and enums get names; a shape that stands in several places gets one name once. What cannot be read of a
model makes the model `broken`, and whoever uses it is lost (see `reader`).
"""

from __future__ import annotations

import json
from typing import Any

from attrs import define, evolve, field

from . import words
from .ir import Enum, Field, Kind, Model, Type
from .references import References, UnsupportedSchemaError, component_name
from .unfolding import Schema, Unfolder

_SCALARS: dict[str, Kind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}
_STRING_FORMATS: dict[str, Kind] = {
    "date": "date",
    "date-time": "datetime",
    "decimal": "decimal",
    "binary": "bytes",
}


@define
class Place:
    """Where a schema stands: what names are made of."""

    owner: str  # the class name of the model or of the operation that it belongs to
    name: str  # the property, parameter or role ('Response')

    @property
    def class_name(self) -> str:
        return words.pascal(self.owner) + words.pascal(self.name)

    def item(self) -> Place:
        one = words.singular(self.name)
        return Place(self.owner, one if one != self.name else f"{self.name}Item")


@define
class SchemaReader:
    """Turns schemas into types; collects the models and enums met on the way."""

    document: dict[str, Any]
    #: Components that are only ever sent: one without properties is passed as a mapping.
    only_sent: set[str] = field(factory=set)
    models: list[Model] = field(factory=list)
    enums: list[Enum] = field(factory=list)
    references: References = field(init=False)
    _unfolder: Unfolder = field(init=False)
    _components: dict[str, Type] = field(factory=dict)
    _in_progress: set[str] = field(factory=set)  # components and other references that are being read
    _unfilled: list[tuple[Model, Schema]] = field(factory=list)
    _inline_models: dict[str, Model] = field(factory=dict)
    _inline_enums: dict[tuple[str, tuple[Any, ...]], Enum] = field(factory=dict)
    _class_names: dict[str, str] = field(factory=dict)  # by component, then by inline name
    _modules: set[str] = field(factory=set)  # of those classes

    def __attrs_post_init__(self) -> None:
        self.references = References(self.document)
        self._unfolder = Unfolder(self.references, self._in_progress)
        names = list(self.document.get("components", {}).get("schemas") or ())
        # Who is called like a class has the name; the others get what is left.
        for name in sorted(names, key=lambda name: words.class_name(name) != name):
            self._class_name(name)

    # ------------------------------------------------------------------ types

    def read(self, schema: Any, place: Place) -> Type:
        """The type of a schema that stands at `place`.

        Raises:
            UnsupportedSchemaError: no type can be made of it.
        """
        result = self._read(schema, place)
        self._fill_models()
        return result

    def component(self, name: str) -> Type:
        """The type of a component schema.

        Raises:
            UnsupportedSchemaError: no type can be made of it.
        """
        result = self._component(name)
        self._fill_models()
        return result

    def _read(self, schema: Any, place: Place) -> Type:
        if schema is True or schema in (None, {}):
            return Type("any")
        if schema is False:
            raise UnsupportedSchemaError(f"{place.class_name}: a schema that allows nothing")
        unfolded = self._unfolder.unfold(schema)
        if "$ref" in unfolded:
            result = self._read_reference(unfolded["$ref"], place)
        else:
            result = self._read_shape(unfolded, place)
        return result.or_none() if unfolded.get("nullable") else result

    def _read_reference(self, ref: str, place: Place) -> Type:
        target = self.references.target(ref)
        name = component_name(ref)
        if name is not None:
            return self._component(name)
        if ref in self._in_progress:
            raise UnsupportedSchemaError(f"{ref} contains itself")
        self._in_progress.add(ref)
        try:
            return self._read(target, place)
        finally:
            self._in_progress.discard(ref)

    def _component(self, name: str) -> Type:
        if name in self._components:
            return evolve(self._components[name])
        if name in self._in_progress:  # an alias of itself (a list or a union that holds itself): no class to point to
            return Type("any")
        self._in_progress.add(name)
        try:
            self._components[name] = result = self._read_component(name)
        finally:
            self._in_progress.discard(name)
        return result

    def _read_component(self, name: str) -> Type:
        raw = self.references.document["components"]["schemas"][name]
        place = Place(name, "")
        if not isinstance(raw, dict):
            return self._read(raw, place)
        schema = self._unfolder.unfold(raw)
        if "$ref" in schema:
            target = self._read_reference(schema["$ref"], place)
            return target.or_none() if schema.get("nullable") else target
        if _is_enum(schema):
            result = Type("enum", enum=Enum(_values(schema), self._class_name(name), schema.get("description") or ""))
            self.enums += result.enums()
        elif _is_object(schema) and not self._is_mapping(name, schema):
            model = Model(self._class_name(name), component=True)
            self.models.append(model)
            self._unfilled.append((model, schema))
            result = Type("model", model=model)
        else:
            result = self._read_shape(schema, place)
        return result.or_none() if schema.get("nullable") else result

    def _is_mapping(self, name: str, schema: Schema) -> bool:
        if schema.get("properties"):
            return False
        return name in self.only_sent or isinstance(schema.get("additionalProperties"), dict)

    def _class_name(self, raw: str) -> str:
        """A class name for a component or an inline object, unique also as a module name."""
        if raw not in self._class_names:
            name = words.unique(words.class_name(raw), lambda name: words.module(name) in self._modules)
            self._class_names[raw] = name
            self._modules.add(words.module(name))
        return self._class_names[raw]

    # ------------------------------------------------------------------ shapes

    def _read_shape(self, schema: Schema, place: Place) -> Type:
        variants = schema.get("oneOf") or schema.get("anyOf")
        if variants:
            return self._read_union(schema, variants, place)
        if "const" in schema:
            return Type(_kind_of_value(schema["const"]), const=schema["const"])
        if _is_enum(schema):
            return self._read_enum(schema, place)
        kind = schema.get("type")
        if isinstance(kind, list):
            return union([self._read({**schema, "type": one}, place) for one in kind])
        if _is_object(schema):
            return self._read_object(schema, place)
        if kind == "array" or (kind is None and ("items" in schema or "prefixItems" in schema)):
            return Type("list", items=self._read_items(schema, place))
        if kind == "string":
            return Type(_STRING_FORMATS.get(schema.get("format", ""), "str"))
        if kind in _SCALARS:
            return Type(_SCALARS[kind])
        return Type("any")

    def _read_items(self, schema: Schema, place: Place) -> Type:
        items = schema.get("items", {})
        if "prefixItems" not in schema:
            return Type("any") if items is False else self._read(items, place.item())
        inside = [*schema["prefixItems"], *([items] if items is not False and "items" in schema else [])]
        return union([self._read(one, place.item()) for one in inside])

    def _read_enum(self, schema: Schema, place: Place) -> Type:
        values = _values(schema)
        key = (words.snake(place.name), tuple(sorted(values, key=str)))
        enum = self._inline_enums.get(key)
        if enum is None:
            enum = self._inline_enums[key] = Enum(values, description=schema.get("description") or "")
            self.enums.append(enum)
        if (place.owner, place.name) not in enum.places:
            enum.places.append((place.owner, place.name))
        return Type("enum", enum=enum)

    def _read_object(self, schema: Schema, place: Place) -> Type:
        if not schema.get("properties"):
            additional = schema.get("additionalProperties")
            inner = self._read(additional, place.item()) if isinstance(additional, dict) else Type("any")
            return Type("map", items=inner)
        fingerprint = words.snake(place.name) + json.dumps(schema, sort_keys=True, default=str)
        model = self._inline_models.get(fingerprint)
        if model is None:
            name = words.unique(place.class_name, lambda name: name in self._class_names)
            model = self._inline_models[fingerprint] = Model(self._class_name(name))
            self.models.append(model)
            self._unfilled.append((model, schema))
        return Type("model", model=model)

    def _fill_models(self) -> None:
        """Reads the fields of the models met so far; only now, because schemas refer to each other in circles."""
        while self._unfilled:
            self._fill(*self._unfilled.pop(0))

    def _fill(self, model: Model, schema: Schema) -> None:
        model.description = schema.get("description") or ""
        model.inferred = bool(schema.get("x-inferred"))
        model.incomplete = bool(schema.get("x-incomplete"))
        properties = {wire: raw for wire, raw in (schema.get("properties") or {}).items() if raw is not False}
        required = set(schema.get("required", ()))
        names = words.identifiers(properties)
        for wire, raw in properties.items():
            try:
                model.fields.append(self._field(model, wire, names[wire], raw, wire in required))
            except UnsupportedSchemaError as error:
                model.broken = model.broken or f"{model.name}.{wire}: {error}"
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict) and additional:
            try:
                model.additional = self._read(additional, Place(model.name, "AdditionalProperty"))
            except UnsupportedSchemaError as error:
                model.broken = model.broken or f"{model.name}: {error}"

    def _field(self, model: Model, wire: str, python: str, raw: Any, required: bool) -> Field:
        about = self.about(raw)
        examples = about.get("examples")
        return Field(
            wire=wire,
            python=python,
            type=self._read(raw, Place(model.name, wire)),
            required=required,
            description=str(about.get("description") or ""),
            example=about.get("example", examples[0] if isinstance(examples, list) and examples else None),
            deprecated=bool(about.get("deprecated")),
            read_only=bool(about.get("readOnly")),
            inferred=bool(about.get("x-inferred")),
        )

    def about(self, raw: Any) -> Schema:
        """The documentation of a property or parameter: its own, else that of what it refers to."""
        if not isinstance(raw, dict):
            return {}
        if "description" in raw or "$ref" not in raw:
            return raw
        target = self.references.target(raw["$ref"])
        return {**(target if isinstance(target, dict) else {}), **raw}

    # ------------------------------------------------------------------ unions

    def _read_union(self, schema: Schema, variants: list[Any], place: Place) -> Type:
        types = []
        for index, variant in enumerate(variants):
            inline = isinstance(variant, dict) and "$ref" not in variant
            types.append(self._read(variant, Place(place.class_name, _role(variant, index)) if inline else place))
        result = union(types)
        discriminator = schema.get("discriminator") or {}
        if result.kind == "union" and discriminator.get("propertyName"):
            result.discriminator = discriminator["propertyName"]
            result.mapping = self._mapping(discriminator, variants)
        return result

    def _mapping(self, discriminator: Schema, variants: list[Any]) -> dict[str, Type]:
        components = self.document.get("components", {}).get("schemas", {})
        mapping = {}
        for value, target in (discriminator.get("mapping") or {}).items():
            name = component_name(str(target)) or str(target)
            if name in components:
                mapping[str(value)] = self._component(name)
        if not mapping:  # without a mapping, the value is the name of the component
            refs = [component_name(one["$ref"]) for one in variants if isinstance(one, dict) and "$ref" in one]
            mapping = {name: self._component(name) for name in refs if name is not None}
        return {value: target.bare() for value, target in mapping.items() if target.kind == "model"}


def union(types: list[Type]) -> Type:
    """One type for a value of any of these: flat, each once, and no union where one of them says it all."""
    flat: list[Type] = []
    nullable = False
    for one in types:
        nullable |= one.nullable or one.kind == "none"
        for inner in one.variants if one.kind == "union" else (one,):
            plain = inner.bare()
            plain.const = None
            if plain.kind != "none" and plain not in flat:
                flat.append(plain)
    kinds = {one.kind for one in flat}
    if "any" in kinds:
        return Type("any")
    if kinds == {"str", "enum"} and len(flat) == 2 and all(one.enum is None or one.enum.base == "str" for one in flat):
        flat = [one for one in flat if one.kind == "enum"]  # enums are open: 'or any string' adds nothing
    if kinds == {"int", "float"}:
        flat = [Type("float")]
    if not flat:
        return Type("none")
    if len(flat) == 1:
        return flat[0].or_none() if nullable else flat[0]
    return Type("union", nullable=nullable, variants=tuple(flat))


def _role(variant: Schema, index: int) -> str:
    """What an inline variant is called: by its title, by the constant that marks it, else by its number."""
    if isinstance(variant.get("title"), str) and words.pascal(variant["title"]):
        return words.pascal(variant["title"])
    properties = variant.get("properties")
    for one in properties.values() if isinstance(properties, dict) else ():
        if not isinstance(one, dict):
            continue
        values = one.get("enum") or [one.get("const")]
        if len(values) == 1 and isinstance(values[0], str) and words.pascal(values[0]):
            return words.pascal(values[0])
    return f"Variant{index + 1}" if properties else ""


def _is_enum(schema: Schema) -> bool:
    """An enum of strings or of integers that agree with the type; any other is only its type."""
    values = schema.get("enum")
    if not values:
        return False
    kind = schema.get("type")
    if kind in (None, "string") and all(isinstance(value, str) for value in values):
        return True
    return kind in (None, "integer", "number") and all(type(value) is int for value in values)


def _values(schema: Schema) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(schema["enum"]))


def _is_object(schema: Schema) -> bool:
    kind = schema.get("type")
    return kind == "object" or (kind is None and ("properties" in schema or "additionalProperties" in schema))


def _kind_of_value(value: Any) -> Kind:
    if isinstance(value, bool):
        return "bool"
    kinds: dict[type, Kind] = {str: "str", int: "int", float: "float"}
    return kinds.get(type(value), "any")
