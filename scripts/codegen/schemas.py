"""Reads JSON schemas (OpenAPI 3.0 and 3.1) into `ir` types, models and enums.

Inline objects and enums get names; a shape that stands in several places gets one name once. What cannot be read of a
model makes the model `broken`, and whoever uses it is lost (see `reader`).
"""

from __future__ import annotations

import json
from typing import Any

from attrs import define, evolve, field

from . import identifiers
from .class_names import ClassNames, Place, role
from .flattening import Flattener, Schema
from .ir import Enum, Field, Model, Type
from .references import References, UnsupportedSchemaError, component_name, component_ref
from .shapes import enum_values, is_enum, is_object, kind_of_value, scalar, union, variants_of


@define
class SchemaReader:
    """Turns schemas into types; collects the models and enums met on the way."""

    document: dict[str, Any]
    #: Components that are only ever sent: one without properties is passed as a mapping.
    only_sent: set[str] = field(factory=set)
    models: list[Model] = field(factory=list)
    enums: list[Enum] = field(factory=list)
    references: References = field(init=False)
    _flattener: Flattener = field(init=False)
    _components: dict[str, Type] = field(factory=dict)
    _in_progress: set[str] = field(factory=set)  # components and other references that are being read
    _unfilled: list[tuple[Model, Schema]] = field(factory=list)
    _inline_models: dict[str, Model] = field(factory=dict)
    _inline_enums: dict[tuple[str, tuple[Any, ...]], Enum] = field(factory=dict)
    _class_names: ClassNames = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.references = References(self.document)
        self._flattener = Flattener(self.references, self._in_progress)
        self._class_names = ClassNames.of(self.document.get("components", {}).get("schemas") or ())

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
        flat = self._flattener.flatten(schema)
        result = self._read_reference(flat["$ref"], place) if "$ref" in flat else self._read_shape(flat, place)
        return result.or_none() if flat.get("nullable") else result

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
        schema = self._flattener.flatten(raw)
        if "$ref" in schema:
            target = self._read_reference(schema["$ref"], place)
            return target.or_none() if schema.get("nullable") else target
        if is_enum(schema):
            class_name = self._class_names.get(name)
            result = Type("enum", enum=Enum(enum_values(schema), class_name, schema.get("description") or ""))
            self.enums += result.enums()
        elif is_object(schema) and not variants_of(schema) and not self._is_mapping(name, schema):
            model = Model(self._class_names.get(name), component=True)
            self.models.append(model)
            self._unfilled.append((model, schema))
            result = self._with_children(name, Type("model", model=model), raw)
        else:
            result = self._read_shape(schema, place)
        return result.or_none() if schema.get("nullable") else result

    def _is_mapping(self, name: str, schema: Schema) -> bool:
        if schema.get("properties"):
            return False
        return name in self.only_sent or isinstance(schema.get("additionalProperties"), dict)

    # ------------------------------------------------------------------ shapes

    def _read_shape(self, schema: Schema, place: Place) -> Type:
        variants = variants_of(schema)
        if variants:
            return self._read_union(schema, variants, place)
        if "const" in schema:
            return Type(kind_of_value(schema["const"]), const=schema["const"])
        if is_enum(schema):
            return self._read_enum(schema, place)
        kind = schema.get("type")
        if isinstance(kind, list):
            return union([self._read({**schema, "type": one}, place) for one in kind])
        if is_object(schema):
            return self._read_object(schema, place)
        if kind == "array" or (kind is None and ("items" in schema or "prefixItems" in schema)):
            return Type("list", items=self._read_items(schema, place))
        found = scalar(schema)
        return Type(found, number=found == "decimal" and kind == "number")

    def _read_items(self, schema: Schema, place: Place) -> Type:
        items = schema.get("items", {})
        if "prefixItems" not in schema:
            return Type("any") if items is False else self._read(items, place.item())
        inside = [*schema["prefixItems"], *([items] if items is not False and "items" in schema else [])]
        return union([self._read(one, place.item()) for one in inside])

    def _read_enum(self, schema: Schema, place: Place) -> Type:
        values = enum_values(schema)
        key = (identifiers.snake(place.name), tuple(sorted(values, key=str)))
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
        fingerprint = identifiers.snake(place.name) + json.dumps(schema, sort_keys=True, default=str)
        model = self._inline_models.get(fingerprint)
        if model is None:
            model = self._inline_models[fingerprint] = Model(self._class_names.inline(place.class_name))
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
        names = identifiers.unique_identifiers(properties)
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
        elif additional is True and not model.incomplete:
            model.additional = Type("any")

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
            write_only=bool(about.get("writeOnly")),
            inferred=bool(about.get("x-inferred")),
            inferred_required=bool(about.get("x-inferred-required")),
        )

    def about(self, raw: Any) -> Schema:
        """The documentation of a property or parameter: its own, else that of what it refers to."""
        if not isinstance(raw, dict):
            return {}
        about: Schema = {}
        for part in [raw] if "$ref" in raw else raw.get("allOf", ()):
            said = self.references.resolve(part)
            about.update(said if isinstance(said, dict) else {})
        return {**about, **raw}

    # ------------------------------------------------------------------ unions

    def _read_union(self, schema: Schema, variants: list[Any], place: Place) -> Type:
        types = []
        for index, variant in enumerate(variants):
            part = role(variant, index) if isinstance(variant, dict) and "$ref" not in variant else ""
            types.append(self._read(variant, Place(place.class_name, part) if part else place))
        result = union(types)
        discriminator = schema.get("discriminator") or {}
        if result.kind == "union" and discriminator.get("propertyName"):
            result.discriminator = discriminator["propertyName"]
            result.mapping = self._mapping(discriminator, variants)
            result.implied = not discriminator.get("mapping")
        return result

    def _mapping(self, discriminator: Schema, variants: list[Any]) -> dict[str, Type]:
        """The variants by the values that name them: those of the mapping, for others the name of the component."""
        components = self.document.get("components", {}).get("schemas", {})
        mapping: dict[str, str] = {}
        for value, target in (discriminator.get("mapping") or {}).items():
            name = component_name(str(target)) or str(target)
            if name in components:
                mapping[str(value)] = name
        refs = [component_name(one["$ref"]) for one in variants if isinstance(one, dict) and "$ref" in one]
        for ref in refs:
            if ref is not None and ref not in mapping.values():
                mapping.setdefault(ref, ref)
        found = {value: self._component(component) for value, component in mapping.items()}
        return {value: target.bare() for value, target in found.items() if target.kind in ("model", "union")}

    # ------------------------------------------------------------------ bases with a discriminator

    def _with_children(self, name: str, base: Type, schema: Schema) -> Type:
        """A class with a discriminator stands for all that are made of it, too."""
        discriminator = schema.get("discriminator") or {}
        if base.kind != "model" or not discriminator.get("propertyName") or variants_of(schema):
            return base
        children = [{"$ref": component_ref(child)} for child in self._children(name)]
        mapping = self._mapping(discriminator, children)
        found = {id(one.model): one for one in mapping.values() if one.model is not base.model}
        if not found:
            return base
        return Type(
            "union",
            nullable=base.nullable,
            variants=(base.bare(), *found.values()),
            discriminator=discriminator["propertyName"],
            mapping=mapping,
            implied=not discriminator.get("mapping"),
        )

    def _children(self, name: str) -> list[str]:
        """The components that are made of another one (`allOf`), directly or not."""
        found = [name]
        for parent in found:
            for child, schema in self.document["components"]["schemas"].items():
                parts = schema.get("allOf", ()) if isinstance(schema, dict) else ()
                refs = [component_name(str(one.get("$ref", ""))) for one in parts if isinstance(one, dict)]
                if parent in refs and child not in found:
                    found.append(child)
        return found[1:]
