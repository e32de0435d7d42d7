"""Brings a schema into one form, whatever dialect it is written in: no allOf, null only as `nullable`.

OpenAPI 3.0 and 3.1 write the same things differently (`nullable`, type lists, `const`, a reference in an allOf so that
it can have a description). The reader of schemas only knows the form that comes out of here.
"""

from __future__ import annotations

from typing import Any

from attrs import define

from .normalizer import UNSUPPORTED
from .references import References, UnsupportedSchemaError, component_name

Schema = dict[str, Any]

#: Keys that say something about the shape of a value (as opposed to its documentation).
SHAPE = {"$ref", "type", "properties", "items", "prefixItems", "enum", "const", "allOf", "anyOf", "oneOf"}
SHAPE |= {"additionalProperties", "format", "required", "then", "else", "dependentSchemas", "patternProperties"}
SHAPE |= {"unevaluatedProperties", "$dynamicRef", "$recursiveRef"}


@define
class Flattener:
    """Flattens the schemas of one document."""

    references: References
    #: Components that are being read at the moment: what refers back to them must not be flat again.
    in_progress: set[str]

    def flatten(self, schema: Schema) -> Schema:
        """Either a `$ref` (perhaps with `nullable`), or free of both `$ref` and `allOf` at its top level.

        Raises:
            UnsupportedSchemaError: it is made of itself, or of what isn't there.
        """
        schema = self._normalized(schema)
        while "allOf" in schema:
            schema = self._normalized(self._without_all_of(schema))
        return self._with_shared_properties(schema)

    def _normalized(self, schema: Schema) -> Schema:
        schema = dict(schema)
        if "$ref" in schema:
            return self._normalized_reference(schema)
        for word in ("$dynamicRef", "$recursiveRef", UNSUPPORTED):
            if word in schema:
                raise UnsupportedSchemaError(f"{word} {schema[word]}" if word != UNSUPPORTED else schema[word])
        self._with_conditions(schema)
        _normalize_type(schema)
        _normalize_enum(schema)
        for word in ("oneOf", "anyOf"):
            _normalize_union(schema, word)
        return schema

    def _normalized_reference(self, schema: Schema) -> Schema:
        """A reference keeps only `nullable`; in 3.1 it may have a shape of its own too, beside its target's."""
        own = {key: value for key, value in schema.items() if key != "$ref"}
        is_31 = str(self.references.document.get("openapi", "")).startswith("3.1")
        if is_31 and (SHAPE - {"type", "format"}) & own.keys():
            return {**own, "allOf": [*own.get("allOf", ()), {"$ref": schema["$ref"]}]}
        kind = schema.get("type")
        nullable = bool(schema.get("nullable")) or (isinstance(kind, list) and "null" in kind)
        return {"$ref": schema["$ref"], **({"nullable": True} if nullable else {})}

    def _with_conditions(self, schema: Schema) -> None:
        """What 3.1 says of an object under conditions: its properties are optional ones, unless others say more."""
        parts = [schema.pop(word, None) for word in ("then", "else")]
        parts += list((schema.pop("dependentSchemas", None) or {}).values())
        schema.pop("if", None)
        for part in parts:
            found = self._merged([part]) if isinstance(part, dict) else {}
            for name, one in (found.get("properties") or {}).items():
                if one is not False:
                    schema["properties"] = {name: one, **schema.get("properties", {})}
        patterns = list((schema.pop("patternProperties", None) or {}).values())
        rest = schema.pop("unevaluatedProperties", None)
        others = [one for one in (*patterns, rest) if isinstance(one, dict)]
        if others and not isinstance(schema.get("additionalProperties"), dict):
            schema["additionalProperties"] = others[0] if len(others) == 1 else {"anyOf": others}

    # ------------------------------------------------------------------ allOf

    def _without_all_of(self, schema: Schema) -> Schema:
        """One schema for all parts; a reference stays a reference when no other part says anything about the shape."""
        own = {key: value for key, value in schema.items() if key != "allOf"}
        shapes = []
        for part in schema["allOf"]:
            if isinstance(part, dict) and not SHAPE & part.keys():
                own = {**part, **own}
            elif isinstance(part, dict):
                shapes.append(part)
        if len(shapes) == 1 and not (SHAPE - {"type"}) & own.keys():
            only = self._normalized(shapes[0])
            if "$ref" in only:
                return {**own, **only}
            return {**only, **{key: value for key, value in own.items() if key != "type" or "type" not in only}}
        own_shape = {key: value for key, value in own.items() if key in SHAPE}
        merged = self._merged([*shapes, own_shape])
        return {**merged, **{key: value for key, value in own.items() if key not in SHAPE}}

    def _merged(self, parts: list[Any], seen: frozenset[str] = frozenset()) -> Schema:
        result: Schema = {}
        nullable = []
        for raw in parts:
            part, names = self._part(raw, seen)
            if "allOf" in part:
                rest = {key: value for key, value in part.items() if key != "allOf"}
                part = self._merged([*part["allOf"], rest], names)
            part = _with_nullable(part)
            if SHAPE & part.keys():
                nullable.append(_is_nullable(part))
            for key, value in part.items():
                self._merge_key(result, key, value)
        if "nullable" in result:  # null is what all of them allow
            result["nullable"] = all(nullable)
        if "properties" in result:
            result.setdefault("type", "object")
        return result

    def _part(self, part: Any, seen: frozenset[str]) -> tuple[Schema, frozenset[str]]:
        """A part of an allOf with its references followed, and the references that led to it."""
        names = seen
        while isinstance(part, dict) and "$ref" in part:
            ref = part["$ref"]
            if ref in names:
                raise UnsupportedSchemaError(f"{ref} is made of itself (allOf)")
            names = names | {ref}
            part = self.references.target(ref)
        if not isinstance(part, dict):
            return {}, names
        if names is not seen and self._leads_back(part, names):
            # A base that lists its children, and children made of the base: the child needs what the base has, no more.
            part = {key: value for key, value in part.items() if key not in ("oneOf", "anyOf", "discriminator")}
        return part, names

    def _leads_back(self, part: Schema, names: frozenset[str]) -> bool:
        refs = [one.get("$ref") for one in _variants(part) if isinstance(one, dict)]
        return any(ref in names or component_name(ref) in self.in_progress for ref in refs if isinstance(ref, str))

    def _merge_key(self, result: Schema, key: str, value: Any) -> None:
        if key == "properties":
            properties = dict(result.get("properties", {}))
            for name, one in value.items():
                properties[name] = self._both(properties[name], one) if name in properties else one
            result["properties"] = properties
        elif key == "required":
            result["required"] = list(dict.fromkeys([*result.get("required", ()), *value]))
        elif key in ("oneOf", "anyOf") and _variants(result):
            other = "oneOf" if "oneOf" in result else "anyOf"
            result[other] = [{"allOf": [left, right]} for left in result[other] for right in value]
        elif key == "enum" and "enum" in result:
            result["enum"] = [one for one in result["enum"] if one in value] or value
        elif key in ("items", "additionalProperties") and key in result:
            result[key] = self._both(result[key], value)
        elif key == "type" and "type" in result:
            result["type"] = _narrower(result["type"], value)
        else:
            result[key] = value

    def _both(self, first: Any, second: Any) -> Any:
        """What two parts of an allOf say of one property: both hold, and the later one documents it."""
        if not isinstance(first, dict) or not isinstance(second, dict) or first == second:
            return first if second is True else second
        if not SHAPE & second.keys():
            return {"allOf": [first], **second} if "$ref" in first else {**first, **second}
        if not SHAPE & first.keys() or self._is_made_of(second, first):
            return {**first, **second} if "$ref" not in second else second
        if self._is_made_of(first, second):
            return first
        if self._contradict(first, second):
            return second  # nothing is both: the later one was meant to replace the other
        about = {key: value for key, value in {**first, **second}.items() if key not in SHAPE | {"nullable"}}
        return {"allOf": [first, second], **about} | (
            {"nullable": True} if _is_nullable(first) and _is_nullable(second) else {}
        )

    def _contradict(self, first: Schema, second: Schema) -> bool:
        """Whether no value can be of both kinds, as far as `type` says it."""
        kinds = [_kinds_of(self.references.resolve(one)) for one in (first, second)]
        return all(kinds) and not kinds[0] & kinds[1] and "number" not in kinds[0] | kinds[1]

    def _is_made_of(self, schema: Schema, base: Schema, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a reference leads to what is made of (`allOf`) the other reference, and so says more than it."""
        ref, wanted = schema.get("$ref"), base.get("$ref")
        if not isinstance(ref, str) or not isinstance(wanted, str) or ref in seen:
            return False
        target = self.references.target(ref)
        parts = target.get("allOf", ()) if isinstance(target, dict) else ()
        parts = [one for one in parts if isinstance(one, dict)]
        return any(one.get("$ref") == wanted or self._is_made_of(one, base, seen | {ref}) for one in parts)

    # ------------------------------------------------------------------ properties beside a union

    def _with_shared_properties(self, schema: Schema) -> Schema:
        """Properties beside a union are properties of each variant."""
        word = "oneOf" if "oneOf" in schema else "anyOf"
        if word not in schema:
            return schema
        if all(self._is_only_a_rule(one) for one in schema[word]):
            return {key: value for key, value in schema.items() if key not in (word, "discriminator")}
        if not schema.get("properties"):
            return schema
        base = {key: schema[key] for key in ("type", "properties", "required", "additionalProperties") if key in schema}
        rest = {key: value for key, value in schema.items() if key not in base}
        rest[word] = [one if self._has(one, base["properties"]) else self._merged([base, one]) for one in schema[word]]
        return rest

    def _has(self, variant: Any, properties: Schema) -> bool:
        """Whether a variant is made of the shared properties already (allOf)."""
        return isinstance(variant, dict) and properties.keys() <= self._merged([variant]).get("properties", {}).keys()

    def _is_only_a_rule(self, variant: Any) -> bool:
        """Whether a variant only says which properties must be given: validation, no shape."""
        resolved = self.references.resolve(variant)
        return (
            isinstance(resolved, dict)
            and "required" in resolved
            and not (SHAPE - {"required", "type"}) & resolved.keys()
        )


def _variants(schema: Schema) -> list[Any]:
    return [*schema.get("oneOf", ()), *schema.get("anyOf", ())]


def _normalize_type(schema: Schema) -> None:
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return
    rest = [one for one in kinds if one != "null"]
    if len(rest) < len(kinds):
        schema["nullable"] = True
    schema["type"] = rest[0] if len(rest) == 1 else rest or "null"


def _normalize_enum(schema: Schema) -> None:
    if "const" in schema and schema["const"] is None:
        del schema["const"]
        schema["type"] = "null"
    values = schema.get("enum")
    if isinstance(values, list) and None in values:
        schema["nullable"] = True
        schema["enum"] = [value for value in values if value is not None]
        if not schema["enum"]:
            del schema["enum"]
            schema["type"] = "null"


def _normalize_union(schema: Schema, word: str) -> None:
    if word not in schema:
        return
    variants = [one for one in schema[word] if not is_null(one)]
    if len(variants) < len(schema[word]):
        schema["nullable"] = True
    if len(variants) > 1:
        schema[word] = variants
        return
    del schema[word]
    schema.pop("discriminator", None)
    if variants:
        schema["allOf"] = [*schema.get("allOf", ()), variants[0]]
    else:
        schema.setdefault("type", "null")


def _with_nullable(part: Schema) -> Schema:
    """A part of an allOf with null taken out of its union, and said beside it."""
    for word in ("oneOf", "anyOf"):
        if word in part and any(map(is_null, part[word])):
            part = {**part, word: [one for one in part[word] if not is_null(one)], "nullable": True}
    return part


def is_null(schema: Any) -> bool:
    """Whether null is the only value of a schema."""
    if not isinstance(schema, dict):
        return False
    is_null_const = "const" in schema and schema["const"] is None
    return schema.get("type") in ("null", ["null"]) or schema.get("enum") == [None] or is_null_const


def _kinds_of(schema: Any) -> set[str]:
    """The types that a schema names itself, without null."""
    kinds = schema.get("type") if isinstance(schema, dict) else None
    if isinstance(kinds, str):
        kinds = [kinds]
    found = {one for one in kinds or () if one != "null"}
    return found | ({"object"} if isinstance(schema, dict) and not found and "properties" in schema else set())


def _narrower(first: Any, second: Any) -> Any:
    """The type that two parts of an allOf leave; the later one's where they have none in common."""
    if isinstance(first, str) and isinstance(second, str):
        return "integer" if {first, second} == {"integer", "number"} else second
    left, right = ([one] if isinstance(one, str) else one for one in (first, second))
    common = [one for one in left if one in right]
    return (common[0] if len(common) == 1 else common) or second


def _is_nullable(schema: Schema) -> bool:
    return bool(schema.get("nullable")) or "null" in (schema.get("type") or ())
