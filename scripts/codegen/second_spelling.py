"""The document as openapi-python-client is given it: the same meaning, spelled so that its parser understands it.

Its parser has blind spots that are known and that the meaning of a document doesn't depend on: it ignores what stands
beside a `$ref`, `nullable` beside an `enum` that doesn't list null, a `required` that names a property of another part
of an `allOf`, and a `oneOf` beside properties; it refuses a document for what it has no use for, and takes titles for
class names. Each has a second spelling which it does read. So these are compared, and needn't be accepted one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .flattening import SHAPE
from .references import References, UnsupportedSchemaError

Json = dict[str, Any]

#: What is not compared, and what the parser refuses a whole document for.
_TOP = {"openapi", "info", "paths", "components"}
_COMPONENTS = {"schemas", "parameters", "requestBodies", "responses"}
_DROPPED = {
    "title",
    "example",
    "examples",
    "externalDocs",
    "callbacks",
    "links",
    "xml",
    "headers",
    "servers",
    "security",
}
#: Keys of objects whose own keys are names, not words of the specification.
_NAMED = {
    "properties",
    "schemas",
    "parameters",
    "requestBodies",
    "responses",
    "paths",
    "mapping",
    "content",
    "encoding",
}
_NAMED |= {"variables", "$defs", "definitions", "patternProperties"}


def spelled(document: Json) -> Json:
    """A copy of a corrected document for openapi-python-client's parser.

    Args:
        document: the document, corrected.
    """
    speller = _Speller(References(document))
    kept = {key: value for key, value in document.items() if key in _TOP}
    components = document.get("components") or {}
    kept["components"] = {key: value for key, value in components.items() if key in _COMPONENTS}
    result: Json = speller.node(kept, named=False)
    return {**result, "info": {key: document["info"][key] for key in ("title", "version")}, "security": []}


class _Speller:
    def __init__(self, references: References) -> None:
        self._references = references

    def node(self, raw: Any, *, named: bool) -> Any:
        """A node with all that is in it; the keys of a `named` one are names."""
        if isinstance(raw, list):
            return [self.node(one, named=False) for one in raw]
        if not isinstance(raw, dict):
            return raw
        kept = raw if named else {key: value for key, value in raw.items() if key not in _DROPPED}
        result = {
            key: value
            if not named and key in ("enum", "const", "default", "required")
            else self.node(value, named=not named and key in _NAMED and isinstance(value, dict))
            for key, value in kept.items()
        }
        return result if named else self._schema(result)

    def _schema(self, raw: Json) -> Json:
        if "$ref" in raw:
            return self._reference(raw)
        if "in" in raw and isinstance(raw.get("content"), dict):  # a parameter
            media: Json = next(iter(raw.pop("content").values()), {})
            raw["schema"] = media.get("schema", {})
        values = raw.get("enum")
        if isinstance(values, list) and _is_nullable(raw) and None not in values:
            raw["enum"] = [*values, None]
        if "type" not in raw and ("items" in raw or "prefixItems" in raw) and "properties" not in raw:
            raw["type"] = "array"
        if isinstance(raw.get("items"), bool):
            if "prefixItems" in raw:
                del raw["items"]
            else:
                raw["items"] = {}
        if isinstance(raw.get("properties"), dict):
            raw["properties"] = {
                name: {} if one is True else one for name, one in raw["properties"].items() if one is not False
            }
        if isinstance(raw.get("allOf"), list):
            raw = _without_empty_parts(raw)
            required = list(dict.fromkeys(self._required(raw, set())))
            if required and not self._is_scalar(raw):
                raw["required"] = required
        return _distributed(raw)

    def _reference(self, raw: Json) -> Json:
        beside: Json = {key: raw[key] for key in ("properties", "required") if key in raw}
        if beside:
            return {"allOf": [{"$ref": raw["$ref"]}, {"type": "object", **beside}], **beside}
        try:
            target = self._references.resolve(raw)
        except UnsupportedSchemaError:
            target = {}
        if _is_nullable(raw) or (isinstance(target, dict) and _is_nullable(target)):
            return {"oneOf": [{"$ref": raw["$ref"]}], "nullable": True}
        return {"$ref": raw["$ref"]}

    def _is_scalar(self, raw: Json) -> bool:
        return len(raw.get("allOf", ())) == 1 and "properties" not in raw

    def _required(self, schema: Any, seen: set[str]) -> Iterator[str]:
        """The names that a schema and all that it is made of require."""
        if not isinstance(schema, dict):
            return
        ref = schema.get("$ref")
        if isinstance(ref, str) and ref not in seen:
            seen.add(ref)
            try:
                yield from self._required(self._references.target(ref), seen)
            except UnsupportedSchemaError:
                return
        required = schema.get("required")
        yield from required if isinstance(required, list) else ()
        for part in schema.get("allOf") or ():
            yield from self._required(part, seen)


def _is_nullable(schema: Json) -> bool:
    kind = schema.get("type")
    return bool(schema.get("nullable")) or (isinstance(kind, list) and "null" in kind)


def _without_empty_parts(raw: Json) -> Json:
    """An allOf without parts that only document, and none at all around one inline part."""
    own = {key: value for key, value in raw.items() if key != "allOf"}
    parts = [_only_variant(one) for one in raw["allOf"]]
    for part in parts:
        if not SHAPE & part.keys():
            own = {**part, **own}
    shapes = [one for one in parts if SHAPE & one.keys()]
    if len(shapes) == 1 and "$ref" not in shapes[0] and not (SHAPE - {"type"}) & own.keys():
        return {**shapes[0], **own}
    beside: Json = {
        key: own.pop(key) for key in ("properties", "additionalProperties") if len(shapes) == 1 and key in own
    }
    shapes += [{"type": "object", **beside}] if beside else []
    return {**own, "allOf": shapes} if shapes else own


def _only_variant(part: Json) -> Json:
    """A part of an allOf; of one that is a single form or null the form, since another part rules null out."""
    variants = [one for word in ("oneOf", "anyOf") for one in part.get(word, ()) if one.get("type") != "null"]
    alone = len(variants) == 1 and not (SHAPE - {"oneOf", "anyOf"}) & part.keys()
    return variants[0] if alone and isinstance(variants[0], dict) else part


def _distributed(raw: Json) -> Json:
    """A union beside a shape, with the shape in each of its variants."""
    raw = _lifted(raw)
    word = next((one for one in ("oneOf", "anyOf") if isinstance(raw.get(one), list)), None)
    base: Json = {key: raw[key] for key in ("properties", "allOf", "required", "additionalProperties") if key in raw}
    if word is None:
        return raw
    if not ("properties" in base or "allOf" in base):
        return {key: value for key, value in raw.items() if key != "type"}
    rest = {key: value for key, value in raw.items() if key not in {*base, word, "discriminator"}}
    variants = [one for one in raw[word] if isinstance(one, dict)]
    if not any(
        (SHAPE - {"required", "type"}) & one.keys() for one in variants
    ):  # rules only: which of the properties must be given
        return {**rest, **base}
    rest.pop("type", None)
    parts = base.pop("allOf", [])
    parts = [*parts, {"type": "object", **base}] if base else parts
    return {**rest, word: [_distributed({"allOf": [*parts, *_parts_of(one)]}) for one in variants]}


def _parts_of(schema: Json) -> list[Json]:
    return [schema] if (SHAPE - {"allOf"}) & schema.keys() else schema.get("allOf", [schema])


def _lifted(raw: Json) -> Json:
    """A union that is a part of an allOf, beside its other parts."""
    parts = raw.get("allOf") or []
    unions = [one for one in parts if one.keys() & {"oneOf", "anyOf"} and not one.keys() & {"properties", "allOf"}]
    if len(unions) != 1 or raw.keys() & {"oneOf", "anyOf"} or len(parts) < 2:
        return raw
    rest = {key: value for key, value in unions[0].items() if key in ("oneOf", "anyOf")}
    return {**raw, "allOf": [one for one in parts if one is not unions[0]], **rest}


__all__ = ["spelled"]
