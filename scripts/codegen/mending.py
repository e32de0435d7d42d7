"""Mends what real documents do against the specification without harm, and notes each mending.

NestJS and its plugins write `required: true` on a property, a response without a description, an `example` beside
`examples`, `type: "String"`, one operationId twice. Every reader knows what is meant, so these are notes. What is left
after mending and still violates the specification is an error (see `document.prepare`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from attrs import define, field

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

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
_ITEM = {"$ref", "summary", "description", "servers", "parameters", *METHODS}
_OPERATION = {"tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody"}
_OPERATION |= {"responses", "callbacks", "deprecated", "security", "servers"}
_HEADER = {"$ref", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved"}
_HEADER |= {"schema", "example", "examples", "content", "summary"}
_RESPONSE = {"$ref", "description", "summary", "headers", "content", "links"}
_BODY = {"$ref", "description", "summary", "content", "required"}
_MEDIA = {"schema", "example", "examples", "encoding"}
#: Keys of schemas whose value a type could be made of, or which say more about one.
_SHAPES = ("allOf", "oneOf", "anyOf")
_STATUS = re.compile(r"[1-5](\d\d|XX)|default|x-.*")
_TEMPLATE = re.compile(r"{([^{}]+)}")


def mend(document: Json) -> list[str]:
    """Mends in place.

    Returns:
        notes: what was wrong, how often, and where first.
    """
    mender = _Mender(document)
    mender.run()
    return [
        f"{what}: {places[0]}" + (f" (and {len(places) - 1} more)" if len(places) > 1 else "")
        for what, places in mender.notes.items()
    ]


@define
class _Mender:
    """One walk through a document. Each method mends one kind of object, which stands at `place`."""

    document: Json
    notes: dict[str, list[str]] = field(factory=dict)
    _operation_ids: set[str] = field(factory=set)

    def note(self, what: str, place: str) -> None:
        self.notes.setdefault(what, []).append(place)

    def run(self) -> None:
        info = self.document.get("info")
        self.document["info"] = info = info if isinstance(info, dict) else {}
        for key, default in (("title", "API"), ("version", "0")):
            if not isinstance(info.get(key), str):
                self.note(f"info has no text for '{key}'", "info")
                info[key] = str(info.get(key) or default)
        for path, item in self.document["paths"].items():
            if isinstance(item, dict) and not path.startswith("x-"):
                self.path_item(item, path)
        components = self.document.get("components")
        if isinstance(components, dict):
            self.components(components)

    def components(self, components: Json) -> None:
        for key in [key for key, value in components.items() if value is None]:
            del components[key]
        schemas = components.get("schemas")
        if isinstance(schemas, dict):
            for name in schemas:
                schemas[name] = self.schema(schemas[name], f"components.schemas.{name}")
        for kind, each in (
            ("parameters", self.parameter),
            ("requestBodies", self.body),
            ("responses", self.response),
        ):
            for name, raw in _entries(components.get(kind)):
                each(raw, f"components.{kind}.{name}")

    def path_item(self, item: Json, path: str) -> None:
        for key in [key for key in item if key not in METHODS and key.lower() in METHODS]:
            self.note("a method isn't written in lower case", f"{key} {path}")
            item[key.lower()] = item.pop(key)
        self.drop_unknown(item, _ITEM, path, keep=lambda value: isinstance(value, dict) and "responses" in value)
        self.parameters(item, path)
        for method in METHODS:
            if isinstance(item.get(method), dict):
                self.operation(item[method], item, f"{method.upper()} {path}")

    def operation(self, raw: Json, item: Json, key: str) -> None:
        self.drop_unknown(raw, _OPERATION, key)
        if isinstance(raw.get("tags"), str):
            self.note("'tags' is a text, not a list", key)
            raw["tags"] = [raw["tags"]]
        if isinstance(raw.get("tags"), list):
            raw["tags"] = self.distinct([str(one) for one in raw["tags"]], "a tag stands twice", key)
        identifier = raw.get("operationId")
        if identifier is not None and (not isinstance(identifier, str) or identifier in self._operation_ids):
            self.note(f"the operationId {identifier} is taken already", key)
            del raw["operationId"]
        self._operation_ids.add(str(identifier))
        for name in ("summary", "description"):
            if name in raw and not isinstance(raw[name], str):
                self.note(f"'{name}' is no text", key)
                raw[name] = str(raw[name])
        self.parameters(raw, key)
        self.declare_path_parameters(raw, item, key)
        if isinstance(raw.get("requestBody"), dict):
            self.body(raw["requestBody"], key)
        if not isinstance(raw.get("responses"), dict) or not raw["responses"]:
            self.note("no responses are documented", key)
            raw["responses"] = {"default": {"description": ""}}
        self.responses(raw["responses"], key)

    def responses(self, responses: Json, key: str) -> None:
        for status in list(responses):
            if _STATUS.fullmatch(status):
                continue
            self.note(f"{status!r} is no status code, range or 'default'", key)
            value = responses.pop(status)
            if _STATUS.fullmatch(status.upper()) and status.upper() not in responses:
                responses[status.upper()] = value
        for status, response in _entries(responses):
            self.response(response, f"{key} {status}")

    def declare_path_parameters(self, raw: Json, item: Json, key: str) -> None:
        both = [*_list(item.get("parameters")), *_list(raw.get("parameters"))]
        if any(isinstance(one, dict) and "$ref" in one for one in both):
            return  # what is missing then is seen when the operation is read
        declared = {one.get("name") for one in both if isinstance(one, dict) and one.get("in") == "path"}
        path = key.partition(" ")[2]
        for name in _TEMPLATE.findall(path):
            if name not in declared:
                self.note(f"the path parameter {name} is not declared, and is taken as a text", key)
                missing = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                raw["parameters"] = [*_list(raw.get("parameters")), missing]

    # ------------------------------------------------------------------ parameters, bodies, answers

    def parameters(self, owner: Json, place: str) -> None:
        if not isinstance(owner.get("parameters"), list):
            owner.pop("parameters", None)
            return
        owner["parameters"] = self.distinct(owner["parameters"], "a parameter is declared twice", place)
        for one in owner["parameters"]:
            if isinstance(one, dict):
                self.parameter(one, f"{place} {one.get('name', '')}")

    def parameter(self, raw: Json, place: str) -> None:
        if "$ref" in raw:
            return
        if "schema" not in raw and not raw.get("content"):  # as Swagger 2 has it, or nothing at all
            inside = {key: raw[key] for key in ("type", "format", "enum", "items", "default") if key in raw}
            self.note("a parameter has no 'schema'", place)
            raw["schema"] = inside
            raw.pop("content", None)
        elif "schema" in raw and "content" in raw:
            self.note("a parameter has both 'schema' and 'content'", place)
            del raw["content"]
        self.drop_unknown(raw, {"name", "in", *_HEADER}, place)
        self.one_example(raw, place)
        self.flag(raw, "required", place)
        if raw.get("in") == "path" and raw.get("required") is not True:
            self.note("a path parameter isn't required", place)
            raw["required"] = True
        if "schema" in raw:
            raw["schema"] = self.schema(raw["schema"], place)
        self.content(raw, place)

    def body(self, raw: Json, place: str) -> None:
        if "$ref" in raw:
            return
        self.drop_unknown(raw, _BODY, place)
        self.flag(raw, "required", place)
        if not isinstance(raw.get("content"), dict):
            self.note("a body has no 'content'", place)
            raw["content"] = {}
        self.content(raw, place)

    def response(self, raw: Json, place: str) -> None:
        if "$ref" in raw:
            return
        self.drop_unknown(raw, _RESPONSE, place)
        if not isinstance(raw.get("description"), str):
            self.note("a response has no description", place)
            raw["description"] = str(raw.get("description") or "")
        self.content(raw, place)

    def content(self, owner: Json, place: str) -> None:
        if owner.get("content", ...) is None:
            del owner["content"]
        for _kind, media in _entries(owner.get("content")):
            self.drop_unknown(media, _MEDIA, place)
            self.one_example(media, place)
            if "schema" in media:
                media["schema"] = self.schema(media["schema"], place)

    def one_example(self, raw: Json, place: str) -> None:
        if "example" in raw and "examples" in raw:
            self.note("'example' stands beside 'examples'", place)
            del raw["examples"]

    # ------------------------------------------------------------------ schemas

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
        if "enum" not in raw:
            return
        if isinstance(raw["enum"], list) and raw["enum"]:
            raw["enum"] = self.distinct(raw["enum"], "'enum' has a value twice", place)
        else:
            self.note("'enum' is no list of values", place)
            del raw["enum"]

    def inner(self, raw: Json, place: str) -> None:
        if "properties" in raw and not isinstance(raw["properties"], dict):
            self.note("'properties' is no object", place)
            del raw["properties"]
        for name in raw.get("properties", {}):
            raw["properties"][name] = self.schema(raw["properties"][name], f"{place}.{name}")
        if isinstance(raw.get("items"), list):
            self.note("'items' is a list", place)
            raw["prefixItems"] = raw.pop("items")
        if raw.get("type") == "array" and "items" not in raw and "prefixItems" not in raw:
            self.note("an array has no 'items'", place)
            raw["items"] = {}
        for key in ("items", "additionalProperties", "not"):
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
        for key in ("$defs", "definitions"):
            for name, one in _entries(raw.get(key)):
                raw[key][name] = self.schema(one, f"{place}.{key}.{name}")

    # ------------------------------------------------------------------ small mendings

    def drop_unknown(
        self, raw: Json, known: set[str], place: str, keep: Callable[[Any], bool] = lambda _value: False
    ) -> None:
        for key in [key for key in raw if key not in known and not key.startswith("x-")]:
            if not keep(raw[key]):
                self.note(f"unknown key '{key}'", place)
                del raw[key]
        for key in [key for key, value in raw.items() if value is None]:
            del raw[key]

    def flag(self, raw: Json, key: str, place: str) -> None:
        if key in raw and not isinstance(raw[key], bool):
            self.note(f"'{key}' is neither true nor false", place)
            raw[key] = str(raw[key]).lower() in ("true", "1")

    def distinct(self, values: list[Any], what: str, place: str) -> list[Any]:
        found: dict[str, Any] = {}
        for one in values:
            found.setdefault(json.dumps(one, sort_keys=True, default=str), one)
        if len(found) < len(values):
            self.note(what, place)
        return list(found.values())


def _entries(raw: Any) -> list[tuple[str, Json]]:
    return [(name, one) for name, one in raw.items() if isinstance(one, dict)] if isinstance(raw, dict) else []


def _list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else []


# ---------------------------------------------------------------------- what is validated

#: What a schema may say is seen to by the mender and the reader; validated is where schemas stand.
_NOT_VALIDATED = {"schema", "schemas", "example", "examples", "externalDocs", "callbacks", "links", "webhooks"}


def skeleton(document: Json) -> Json:
    """A copy without what no code is made of (examples, links), and with empty schemas.

    The mender has seen to the schemas themselves, in both dialects.
    """
    copy: Json = _skeleton(document)
    copy["openapi"] = "3.0.3" if str(document["openapi"]).startswith("3.0") else "3.1.0"
    copy.pop("tags", None)
    copy["info"] = {"title": document["info"]["title"], "version": document["info"]["version"]}
    components = document.get("components")
    if isinstance(components, dict):
        kept = {key: components[key] for key in ("parameters", "requestBodies", "responses") if key in components}
        copy["components"] = _skeleton(kept)
    return copy


def _skeleton(node: Any) -> Any:
    if isinstance(node, list):
        items = [_skeleton(one) for one in node]
        return [one for index, one in enumerate(items) if one not in items[:index]]  # they differ in their schemas
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"]}
    result = {key: _skeleton(value) for key, value in node.items() if key not in _NOT_VALIDATED}
    if "schema" in node:
        result["schema"] = {}
    return result
