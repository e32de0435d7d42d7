"""Normalizes what real documents do against the specification without harm, and notes each case.

NestJS and its plugins write `required: true` on a property, a response without a description, an `example` beside
`examples`, `type: "String"`, one operationId twice. Every reader knows what is meant, so these are notes. What is left
after that and still violates the specification is an error (see `document.prepare`).
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from .normalizer import UNSUPPORTED, Json, Normalizer, entries, list_of
from .schema_normalizing import SchemaNormalizer

#: Headers that a parameter can't describe, by the specification.
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_ITEM = {"$ref", "summary", "description", "servers", "parameters", *METHODS}
_OPERATION = {"tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody"}
_OPERATION |= {"responses", "callbacks", "deprecated", "security", "servers"}
_HEADER = {"$ref", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved"}
_HEADER |= {"schema", "example", "examples", "content", "summary"}
_RESPONSE = {"$ref", "description", "summary", "headers", "content", "links"}
_BODY = {"$ref", "description", "summary", "content", "required"}
_MEDIA = {"schema", "example", "examples", "encoding"}
_STATUS = re.compile(r"[1-5](\d\d|XX)|default|x-.*")
_TEMPLATE = re.compile(r"{([^{}]+)}")


def normalize(document: Json) -> list[str]:
    """Normalizes in place.

    Returns:
        notes: what was wrong, how often, and where first.
    """
    normalizer = _DocumentNormalizer()
    normalizer.document(document)
    return [
        f"{what}: {places[0]}" + (f" (and {len(places) - 1} more)" if len(places) > 1 else "")
        for what, places in normalizer.notes.items()
    ]


@define
class _DocumentNormalizer(Normalizer):
    """One walk through a document: everything but its schemas, which are left to `schemas`."""

    schemas: SchemaNormalizer = field(init=False)
    _operation_ids: set[str] = field(factory=set, init=False)

    def __attrs_post_init__(self) -> None:
        self.schemas = SchemaNormalizer(self.notes)

    def document(self, document: Json) -> None:
        info = document.get("info")
        document["info"] = info = info if isinstance(info, dict) else {}
        for key, default in (("title", "API"), ("version", "0")):
            if not isinstance(info.get(key), str):
                self.note(f"info has no text for '{key}'", "info")
                info[key] = str(info.get(key) or default)
        for path, item in document["paths"].items():
            if isinstance(item, dict) and not path.startswith("x-"):
                self.path_item(item, path)
        components = document.get("components")
        if isinstance(components, dict):
            self.components(components)

    def components(self, components: Json) -> None:
        for key in [key for key, value in components.items() if value is None]:
            del components[key]
        schemas = components.get("schemas")
        if isinstance(schemas, dict):
            for name in schemas:
                schemas[name] = self.schemas.schema(schemas[name], f"components.schemas.{name}")
        for kind, each in (
            ("parameters", self.parameter),
            ("requestBodies", self.body),
            ("responses", self.response),
        ):
            for name, raw in entries(components.get(kind)):
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
        if "$ref" in raw:
            reference = raw["$ref"]
            raw.clear()
            raw["x-operation-reference"] = str(reference)
            raw["responses"] = {"default": {"description": ""}}
            return
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
        for requirement in [one for one in list_of(raw.get("security")) if isinstance(one, dict)]:
            for scheme in [name for name, scopes in requirement.items() if scopes is None]:
                self.note("a security requirement has no list of scopes", key)
                requirement[scheme] = []
        self.parameters(raw, key)
        self.declare_path_parameters(raw, item, key)
        if isinstance(raw.get("requestBody"), dict):
            self.body(raw["requestBody"], key)
        if not isinstance(raw.get("responses"), dict) or not raw["responses"]:
            self.note("no responses are documented", key)
            raw["responses"] = {"default": {"description": ""}}
        if isinstance(raw["responses"].get("$ref"), str):
            raw[UNSUPPORTED] = f"its responses are a reference, {raw['responses'].pop('$ref')}"
            raw["responses"].setdefault("default", {"description": ""})
        self.responses(raw["responses"], key)

    def responses(self, responses: Json, key: str) -> None:
        for status in list(responses):
            if _STATUS.fullmatch(status):
                continue
            self.note(f"{status!r} is no status code, range or 'default'", key)
            value = responses.pop(status)
            if _STATUS.fullmatch(status.upper()) and status.upper() not in responses:
                responses[status.upper()] = value
        for status, response in entries(responses):
            self.response(response, f"{key} {status}")

    def declare_path_parameters(self, raw: Json, item: Json, key: str) -> None:
        both = [*list_of(item.get("parameters")), *list_of(raw.get("parameters"))]
        if any(isinstance(one, dict) and "$ref" in one for one in both):
            return  # what is missing then is seen when the operation is read
        declared = {one.get("name") for one in both if isinstance(one, dict) and one.get("in") == "path"}
        path = key.partition(" ")[2]
        for name in _TEMPLATE.findall(path):
            if name not in declared:
                self.note(f"the path parameter {name} is not declared, and is taken as a text", key)
                missing = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                raw["parameters"] = [*list_of(raw.get("parameters")), missing]

    # ------------------------------------------------------------------ parameters, bodies, answers

    def parameters(self, owner: Json, place: str) -> None:
        if not isinstance(owner.get("parameters"), list):
            found = owner.pop("parameters", None)
            if isinstance(found, dict) and "$ref" in found:
                owner[UNSUPPORTED] = f"its parameters are a reference, {found['$ref']}"
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
            raw["schema"] = self.schemas.schema(raw["schema"], place)
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
        for reference, media in _references(owner.get("content")):
            media.clear()
            media["schema"] = {UNSUPPORTED: f"its content is a reference, {reference}"}
        for _kind, media in entries(owner.get("content")):
            self.drop_unknown(media, _MEDIA, place)
            self.one_example(media, place)
            if "schema" in media:
                media["schema"] = self.schemas.schema(media["schema"], place)

    def one_example(self, raw: Json, place: str) -> None:
        if "example" in raw and "examples" in raw:
            self.note("'example' stands beside 'examples'", place)
            del raw["examples"]


def _references(content: Any) -> list[tuple[str, Json]]:
    """The references in the place of a content, or of one of its types, each with what stands there then."""
    if not isinstance(content, dict):
        return []
    if isinstance(content.get("$ref"), str):
        reference = content["$ref"]
        content.clear()
        media: Json = {}
        content["application/json"] = media
        return [(reference, media)]
    return [(one["$ref"], one) for _kind, one in entries(content) if isinstance(one.get("$ref"), str)]
