"""Describes schemas: one level after the other, `allOf` and single choices folded in, components by name.

The form of the result is defined in `ledgerbee_client.contracts.shapes`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ledgerbee_client.contracts.shapes import references_in
from scripts.codegen.content import is_file
from scripts.codegen.flattening import is_null
from scripts.codegen.references import References, UnsupportedSchemaError, component_name, component_ref

from .announcements import notice
from .values import Json, items, mapping, marks, text_digest, without_empty

_IDLE_AT_ZERO = ("minLength", "minItems", "minProperties")
_BOUNDS = (
    *("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"),
    *("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"),
    *("multipleOf", "pattern", "uniqueItems"),
)
_STRUCTURE = {"properties": "object", "additionalProperties": "object", "items": "array", "prefixItems": "array"}
_JSON_TYPES: dict[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}

#: What may stand beside a reference without changing what it refers to.
_NOTES = {"title", "description", "example", "examples", "externalDocs", "xml", "discriminator"}
_ASIDE = _NOTES | {"type", "nullable", "default", "deprecated", "readOnly", "writeOnly", "required"}

#: The keywords of schemas that are read here; others are leftovers.
READ = _ASIDE | {"$ref", "allOf", "oneOf", "anyOf", "enum", "const", "format", "properties", "items", "prefixItems"}
READ |= {"additionalProperties", "unevaluatedProperties", "dependentRequired", *_BOUNDS}


class SchemaDescriber:
    """Describes the schemas of one document, and collects the components that it meets."""

    def __init__(self, references: References, *, texts: bool, known: dict[str, Json] | None = None) -> None:
        """Describe schemas behind `references`; with digests of their texts or without.

        Args:
            references: of the document.
            texts: with digests of them.
            known: components that have been described already.
        """
        self.references = references
        self._known = known or {}
        self.components: dict[str, Json] = {}
        self.problems: list[str] = []
        self._texts = texts
        self._pending: list[str] = []

    def node(self, raw: Any) -> Json:
        """Describe a schema; a reference stays one."""
        described = self._node(raw, frozenset())
        self._describe_pending()
        return described

    def meet(self, names: Iterable[str]) -> None:
        """Describe components that a known description refers to."""
        for name in names:
            self._meet(component_ref(name))
        self._describe_pending()

    def component(self, ref: str) -> Json:
        """Describe what a reference means, under the name of the component."""
        return self.node({"$ref": ref})

    def _describe_pending(self) -> None:
        while self._pending:
            self._describe_component(self._pending.pop())

    def _describe_component(self, ref: str) -> None:
        try:
            target = self.references.target(ref)
        except UnsupportedSchemaError as error:
            self.problems.append(str(error))
            return
        self.components[_name(ref)].update(self._node(target, frozenset({ref})))

    def _node(self, raw: Any, seen: frozenset[str]) -> Json:
        if raw is False:
            return {"enum": []}
        schema = mapping(raw)
        ref = self._only_reference(schema)
        if ref is None or ref in seen:
            return self._flat(schema, seen)
        self._meet(ref)
        return without_empty({"ref": _name(ref), **self._beside(schema)})

    def _meet(self, ref: str) -> None:
        """Note that a component is to be described, or take what is known of it."""
        pending = [ref]
        while pending:
            one = pending.pop()
            name = _name(one)
            if name in self.components:
                continue
            if name in self._known:
                self.components[name] = self._known[name]
                pending += map(component_ref, references_in(self._known[name]))
            else:
                self.components[name] = {}
                self._pending.append(one)

    def _only_reference(self, schema: Json) -> str | None:
        """Return the reference that a schema is, apart from notes beside it."""
        structure = [key for key in schema if key not in _ASIDE and not key.startswith("x-")]
        if structure == ["$ref"]:
            return str(schema["$ref"])
        if len(structure) == 1 and structure[0] in {"allOf", "oneOf", "anyOf"} and not schema.get("required"):
            choices = [mapping(one) for one in items(schema[structure[0]]) if not is_null(one)]
            return self._only_reference(choices[0]) if len(choices) == 1 else None
        return None

    def _beside(self, schema: Json) -> Json:
        """Return what stands beside a reference."""
        if schema.keys() <= {"$ref"}:
            return {}  # nothing but the reference, which most are
        own = _own(schema)
        found = {key: own[key] for key in ("nullable", "deprecated", "hidden", "inferred") if own.get(key)}
        if "default" in own:
            found["default"] = own["default"]
        return found | self._about(schema)

    def _about(self, schema: Json) -> Json:
        if not self._texts:
            return {}
        return without_empty({"text": text_digest(schema), "notice": notice(schema.get("description"))})

    # ------------------------------------------------------------------ one level

    def _flat(self, schema: Json, seen: frozenset[str]) -> Json:
        """Return all that a schema says at its own level."""
        parts = [self._part(mapping(part), seen) for part in items(schema.get("allOf"))]
        if "$ref" in schema:
            parts.append(self._part({"$ref": schema["$ref"]}, seen))
        own = {**_own(schema), **self._about(schema)}
        self._fields(own, schema)
        for word in ("oneOf", "anyOf"):
            choices = [one for one in items(schema.get(word)) if not is_null(one)]
            if len(choices) == 1:
                parts.append(self._part(mapping(choices[0]), seen))
            elif choices:
                self._union(own, schema, choices)
        whole = own
        for part in reversed(parts):
            whole = _join(part, whole)
        return without_empty(whole) | {key: whole[key] for key in ("enum", "default", "additional") if key in whole}

    def _part(self, part: Json, seen: frozenset[str]) -> Json:
        """Return a part of an `allOf` at its own level, its reference followed."""
        ref = self._only_reference(part)
        if ref is None:
            return self._flat(part, seen)
        if ref in seen:
            return {}  # made of itself: that adds nothing
        try:
            target = mapping(self.references.target(ref))
        except UnsupportedSchemaError as error:
            self.problems.append(str(error))
            return {}
        flat = self._flat(target, seen | {ref})
        if _names(flat) & seen:
            # A base that lists its heirs, and heirs made of the base: the heir needs what the base has, no more.
            flat = {key: value for key, value in flat.items() if key not in ("unions", "mapping", "text", "notice")}
        beside = self._beside({key: value for key, value in part.items() if key != "$ref"})
        return {**{key: value for key, value in flat.items() if key not in ("text", "notice")}, **beside}

    def _fields(self, own: Json, schema: Json) -> None:
        if isinstance(schema.get("properties"), dict):
            own["properties"] = {
                str(name): self._node(child, frozenset())
                for name, child in schema["properties"].items()
                if child is not False
            }
        if "items" in schema and not isinstance(schema["items"], list):
            own["items"] = self._node(schema["items"], frozenset())
        prefix = schema["items"] if isinstance(schema.get("items"), list) else items(schema.get("prefixItems"))
        if prefix:
            own["prefix"] = [self._node(one, frozenset()) for one in prefix]
        additional = schema.get("additionalProperties", schema.get("unevaluatedProperties", True))
        if additional is False:
            own["additional"] = False
        elif isinstance(additional, dict) and additional:
            own["additional"] = self._node(additional, frozenset())

    # ------------------------------------------------------------------ unions

    def _union(self, own: Json, schema: Json, choices: list[Any]) -> None:
        groups = [_only_required(self.references, one) for one in choices]
        if all(group is not None for group in groups):
            own["groups"] = sorted(sorted(group or ()) for group in groups)
            return
        discriminator = mapping(schema.get("discriminator"))
        by = str(discriminator.get("propertyName", ""))
        values = _values(discriminator)
        forms = []
        for choice in choices:
            form = self._node(choice, frozenset())
            ref = self._only_reference(mapping(choice))
            if by and ref is not None:
                form = {**form, "values": values.get(_name(ref)) or [_name(ref)]}
            title = mapping(choice).get("title")
            if form.keys() == {"unions"} and len(form["unions"]) == 1:  # a choice of a choice
                forms += form["unions"][0]["forms"]
            else:
                forms.append({**form, "title": str(title)} if title else form)
        bare = [{key: value for key, value in one.items() if key not in ("text", "notice", "title")} for one in forms]
        if all(one.keys() == {"types"} for one in bare):
            own["types"] = sorted({*own.get("types", ()), *(name for one in bare for name in one["types"])})
        else:
            own.setdefault("unions", []).append(without_empty({"by": by, "forms": forms}))
            own.pop("mapping", None)


def _name(ref: str) -> str:
    return component_name(ref) or ref.removeprefix("#/components/schemas/").removeprefix("#/") + "/"


def _names(flat: Json) -> set[str]:
    """The references to the forms of a schema, and to its heirs."""
    found = {form.get("ref") for union in flat.get("unions", ()) for form in union["forms"]}
    found |= set(flat.get("mapping", {}).values())
    return {component_ref(name) for name in found if name}


def _values(discriminator: Json) -> dict[str, list[str]]:
    """The values that name each component."""
    found: dict[str, list[str]] = {}
    for value, target in mapping(discriminator.get("mapping")).items():
        found.setdefault(component_name(str(target)) or str(target), []).append(str(value))
    return {name: sorted(values) for name, values in found.items()}


def _only_required(references: References, choice: Any) -> list[str] | None:
    """The names that a form asks for, when that is all that it says: a constraint, and no form."""
    try:
        schema = mapping(references.resolve(choice))
    except UnsupportedSchemaError:
        return None
    if not schema.get("required") or set(schema) - _NOTES - {"required", "type"}:
        return None
    return [str(name) for name in items(schema["required"])]


def _own(schema: Json) -> Json:
    """What stands in the schema itself and needs no other."""
    written = schema.get("type")
    types = {str(name) for name in ([written] if isinstance(written, str) else items(written))}
    enum = [schema["const"]] if "const" in schema else schema.get("enum")
    values = [value for value in items(enum) if value is not None]
    choices = [*items(schema.get("oneOf")), *items(schema.get("anyOf"))]
    nullable = "null" in types or schema.get("nullable") is True or any(map(is_null, choices)) or None in items(enum)
    null_only = types == {"null"} or (isinstance(enum, list) and enum == [None])
    if not types:
        types |= {name for key, name in _STRUCTURE.items() if key in schema}
        types |= {_JSON_TYPES[type(value)] for value in values if type(value) in _JSON_TYPES}
    discriminator = mapping(schema.get("discriminator"))
    node: Json = {
        "types": ["null"] if null_only else sorted(types - {"null"}),
        "nullable": nullable and not null_only,
        "format": "binary" if is_file(schema) else str(schema.get("format", "")),
        "bounds": _bounds(schema),
        "deprecated": schema.get("deprecated") is True,
        "hidden": "read-only" if schema.get("readOnly") is True else "",
        "required": sorted(map(str, items(schema.get("required")))) if not types or "object" in types else [],
        "dependent": {str(name): sorted(map(str, items(others))) for name, others in _dependent(schema)},
        "mapping": {value: component_name(str(to)) or str(to) for value, to in _mapping(discriminator)},
        "inferred": bool(marks(schema)) or schema.get("x-incomplete") is True,
    }
    if schema.get("writeOnly") is True:
        node["hidden"] = "write-only"
    if isinstance(enum, list) and not null_only:
        node["enum"] = values
    if "default" in schema:
        node["default"] = schema["default"]
    return node


def _dependent(schema: Json) -> list[tuple[str, Any]]:
    return sorted(mapping(schema.get("dependentRequired")).items())


def _mapping(discriminator: Json) -> list[tuple[str, Any]]:
    return sorted(mapping(discriminator.get("mapping")).items())


def _bounds(schema: Json) -> Json:
    """The limits, without idle ones; the mark `exclusiveMinimum: true` of OpenAPI 3.0 as a number."""
    bounds = {key: schema[key] for key in _BOUNDS if key in schema}
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if bounds.get(exclusive) is True and limit in bounds:
            bounds[exclusive] = bounds.pop(limit)
        if isinstance(bounds.get(exclusive), bool):
            del bounds[exclusive]
    return {
        key: value for key, value in bounds.items() if value is not False and not (value == 0 and key in _IDLE_AT_ZERO)
    }


def _join(part: Json, own: Json) -> Json:
    """Both at once; where only one value is possible, that of `own`."""
    whole = {**part, **{key: value for key, value in own.items() if value not in (None, "", [], {}, False)}}
    types, own_types = set(part.get("types", ())), set(own.get("types", ()))
    if types and own_types:
        whole["types"] = sorted(types & own_types or own_types)
    if "enum" in part and "enum" in own:
        whole["enum"] = [value for value in part["enum"] if value in own["enum"]]
    elif "enum" in own:
        whole["enum"] = own["enum"]
    if "default" in own:
        whole["default"] = own["default"]
    whole["bounds"] = {**part.get("bounds", {}), **own.get("bounds", {})}
    whole["required"] = sorted({*part.get("required", ()), *own.get("required", ())})
    whole["dependent"] = {**part.get("dependent", {}), **own.get("dependent", {})}
    whole["unions"] = [*part.get("unions", ()), *own.get("unions", ())]
    whole["groups"] = [*part.get("groups", ()), *own.get("groups", ())]
    properties = dict(part.get("properties", {}))
    for name, node in own.get("properties", {}).items():
        properties[name] = _both(properties[name], node) if name in properties else node
    whole["properties"] = properties
    if part.get("items") and own.get("items"):
        whole["items"] = _both(part["items"], own["items"])
    if own.get("additional", True) is False:
        whole["additional"] = False
    return whole


def _both(one: Json, other: Json) -> Json:
    """Two descriptions of one field: the second on top of the first."""
    if json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True):
        return other
    if "ref" in one or "ref" in other:
        return {**one, **other} if "ref" not in one or "ref" in other or not other.get("properties") else other
    return without_empty(_join(one, other)) | {key: other[key] for key in ("enum", "additional") if key in other}
