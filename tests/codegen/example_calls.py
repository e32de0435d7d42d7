"""Calls and responses built from a document's own examples, and what the document demands of them.

For any OpenAPI document and the package generated from it: each operation is called with the examples that the document
gives (where it gives none for something required, with the smallest value of its schema), and the request is compared
with what the document says of it: path, query, headers, cookies and body. Each example of a response is decoded and
encoded again. This reads the document by itself: of the generator it only takes how things are called in Python.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from attrs import frozen
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker

from scripts.codegen.ir import Api, Operation
from scripts.codegen.package import folder_of

Json = dict[str, Any]
_NOTHING = object()
_SMALLEST = {"string": "a", "integer": 1, "number": 1, "boolean": True, "array": [], "object": {}}
_FORMATS = {"date": "2026-01-31", "date-time": "2026-01-31T12:00:00Z", "uuid": "6f1f4a4e-5b0d-4f6e-9a58-0b8f6a9d7c11"}
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


@frozen
class Verdict:
    """What came of one example.

    Attributes:
        place: METHOD, path, and `request` or the status of the response.
        outcome: `equal`; `different`; `refused`, though the document allows it; `contradicts`: refused, and not valid
            by the document's own schema either; `undocumented`: it has a field that no schema has; `none`: there is no
            example of a body that is required.
        detail: what is different, or why it was refused.
    """

    place: str
    outcome: str
    detail: str = ""


def verdicts(document: Json, api: Api, package: str) -> Iterator[Verdict]:
    """Judge all examples of a document.

    Args:
        document: the document as it is published.
        api: the document as the generator read and named it.
        package: the name of the generated package, which can be imported.
    """
    reader = _Reader(document, importlib.import_module(f"{package}.decoding").read_number)
    for op in api.operations:
        module = importlib.import_module(f"{package}.api.{folder_of(op.resource)}.{op.module}")
        raw = reader.operation(op)
        yield _request(reader, op, raw, module)
        yield from _responses(reader, op, raw, module)


# ---------------------------------------------------------------------- requests


def _request(reader: _Reader, op: Operation, raw: Json, module: Any) -> Verdict:
    place = f"{op.key} request"
    wanted, arguments, body = reader.request(op, raw)
    if op.body is not None and op.body.required and body is _NOTHING:
        return Verdict(place, "none")
    try:
        request = module.build_request(**arguments)
    except (TypeError, ValueError) as error:
        if "unknown field" in str(error):
            return Verdict(place, "undocumented", str(error))
        return Verdict(place, "refused" if reader.is_valid(op, raw) else "contradicts", str(error))
    found = {
        "path": request.path,
        "query": sorted(request.query),
        "headers": {name.lower(): value for name, value in request.headers.items()},
    }
    if body is not _NOTHING:
        found["body"] = _sent_body(request)
        wanted["body"] = _as_form(body) if request.form is not None else body
    for part, value in found.items():
        if not same(value, wanted[part]):
            return Verdict(place, "different", f"{part}: {_short(value)} instead of {_short(wanted[part])}")
    return Verdict(place, "equal")


def _sent_body(request: Any) -> Any:
    if request.form is not None:
        return dict(request.form)
    if request.content is not None:
        return request.content.decode("utf-8", "replace")
    return request.json


def _as_form(body: Any) -> Json:
    """An object as a form has it: texts, and lists of texts."""
    fields = {name: value for name, value in body.items() if value is not None}
    return {
        name: json.dumps(value)
        if isinstance(value, dict)
        else _texts(value)
        if isinstance(value, list)
        else _text(value)
        for name, value in fields.items()
    }


def _texts(values: list[Any]) -> list[str]:
    return [_text(one) for one in values]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _short(value: Any) -> str:
    text = json.dumps(value, default=str)
    return text if len(text) < 200 else f"{text[:200]}..."


# ---------------------------------------------------------------------- responses


def _responses(reader: _Reader, op: Operation, raw: Json, module: Any) -> Iterator[Verdict]:
    for success in op.successes:
        if success.decoding != "json" or success.status is None:
            continue
        response = reader.resolve(raw["responses"].get(str(success.status)))
        media = next((one for kind, one in (response.get("content") or {}).items() if "json" in kind), {})
        by_status = getattr(module, "BY_STATUS", {})
        decode = by_status[success.status][1] if success.status in by_status else module.decode
        for example in reader.examples(media):
            place = f"{op.key} {success.status}"
            try:
                back = _encoded(decode(reader.numbers(example)))
            except (TypeError, ValueError) as error:
                valid = reader.conforms(example, media.get("schema", {}))
                yield Verdict(place, "refused" if valid else "contradicts", str(error))
                continue
            outcome = "equal" if same(back, example) else "different"
            yield Verdict(place, outcome, "" if outcome == "equal" else f"{_short(back)} instead of {_short(example)}")


def _encoded(value: Any) -> Any:
    if isinstance(value, list):
        return [_encoded(one) for one in value]
    if isinstance(value, dict) and not hasattr(value, "to_dict"):
        return {name: _encoded(one) for name, one in value.items()}
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return value.isoformat() if hasattr(value, "isoformat") else value


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same; a number may be written as text, and the other way round."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


# ---------------------------------------------------------------------- the document


class _Reader:
    """Reads a document for what its examples are, without the generator."""

    def __init__(self, document: Json, read_number: Callable[[str], Any]) -> None:
        self.document = document
        self._read_number = read_number
        is_31 = document["openapi"].startswith("3.1")
        self._validator: Any = OAS31Validator if is_31 else OAS30Validator
        self._formats = oas31_format_checker if is_31 else oas30_format_checker

    def resolve(self, node: Any) -> Json:
        while isinstance(node, dict) and "$ref" in node:
            target: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                key = part.replace("~1", "/").replace("~0", "~")
                target = target[int(key)] if isinstance(target, list) else target[key]
            node = target
        return node if isinstance(node, dict) else {}

    def operation(self, op: Operation) -> Json:
        item = self.resolve(self.document["paths"][op.path])
        raw: Json = item.get(op.http_method.lower(), {})
        return {**raw, "parameters": [*(item.get("parameters") or ()), *(raw.get("parameters") or ())]}

    # ------------------------------------------------------------------ examples

    def examples(self, owner: Json) -> Iterator[Any]:
        """The examples of a media type or a parameter, and the one that its schema gives as a whole."""
        if "example" in owner:
            yield owner["example"]
        named = owner.get("examples")
        for one in named.values() if isinstance(named, dict) else ():
            found = self.resolve(one)
            if "value" in found:
                yield found["value"]
        if "example" not in owner and not named:
            found = self.from_schema(owner.get("schema") or {}, only_examples=True)
            if found is not _NOTHING:
                yield found

    def from_schema(self, schema: Any, *, only_examples: bool, depth: int = 0) -> Any:
        """A value by the examples of a schema and of what is in it; without any, the smallest that it allows."""
        schema = self.resolve(schema)
        if "example" in schema:
            return schema["example"]
        if schema.get("examples") and isinstance(schema["examples"], list):
            return schema["examples"][0]
        if depth > 6 or any(word in schema for word in ("oneOf", "anyOf")):
            return _NOTHING
        parts = [schema, *map(self.resolve, schema.get("allOf") or ())]
        properties = {name: one for part in parts for name, one in (part.get("properties") or {}).items()}
        required = {name for part in parts for name in part.get("required") or ()}
        if properties:
            return self._object(properties, required, only_examples, depth)
        if schema.get("type") == "array":
            item = self.from_schema(schema.get("items"), only_examples=only_examples, depth=depth + 1)
            return _NOTHING if item is _NOTHING else [item]
        return _NOTHING if only_examples else self._smallest(schema)

    def _object(self, properties: Json, required: set[str], only_examples: bool, depth: int) -> Any:
        sent = {name: one for name, one in properties.items() if not self.resolve(one).get("readOnly")}
        found = {name: self.from_schema(one, only_examples=True, depth=depth + 1) for name, one in sent.items()}
        if only_examples and all(value is _NOTHING for value in found.values()):
            return _NOTHING
        for name in required & sent.keys():
            if found[name] is _NOTHING:
                found[name] = self.from_schema(sent[name], only_examples=False, depth=depth + 1)
        return {name: value for name, value in found.items() if value is not _NOTHING}

    def _smallest(self, schema: Json) -> Any:
        for word in ("default", "const"):
            if word in schema:
                return schema[word]
        if schema.get("enum"):
            return schema["enum"][0]
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else next((one for one in kinds if one != "null"), "string")
        return _FORMATS.get(schema.get("format", ""), _SMALLEST[kind]) if kind == "string" else _SMALLEST[kind]

    def numbers(self, value: Any) -> Any:
        """The value as the client reads it off the wire."""
        return json.loads(json.dumps(value, default=str), parse_float=self._read_number)

    # ------------------------------------------------------------------ requests

    def request(self, op: Operation, raw: Json) -> tuple[Json, Json, Any]:
        """What the document demands of a request, the arguments that ask for it, and the body."""
        wanted: Json = {"path": op.path, "query": [], "headers": {}}
        arguments: Json = {}
        declared = {(one["in"], one["name"]): one for one in map(self.resolve, raw["parameters"])}
        for parameter in op.parameters:
            one = declared.get((parameter.location, parameter.wire), {"schema": {"type": "string"}})
            value = self._value(one, required=parameter.required)
            if value is _NOTHING:
                continue
            arguments[parameter.python] = self.numbers(value)
            self._demand(wanted, parameter.location, parameter.wire, one, value)
        wanted["query"].sort()
        body = self._body(op, raw)
        if body is not _NOTHING:
            arguments["body"] = self.numbers(body)
        return wanted, arguments, body

    def _value(self, parameter: Json, *, required: bool) -> Any:
        found = next(self.examples(parameter), _NOTHING)
        if found is _NOTHING and required:
            found = self.from_schema(parameter.get("schema") or {}, only_examples=False)
            found = "a" if found is _NOTHING else found
        return found

    def _body(self, op: Operation, raw: Json) -> Any:
        if op.body is None or op.body.encoding == "multipart":
            return _NOTHING
        content = self.resolve(raw["requestBody"]).get("content") or {}
        media = content.get(op.body.content_type) or next(iter(content.values()))
        found = next(self.examples(media), _NOTHING)
        if found is _NOTHING and op.body.required:
            found = self.from_schema(media.get("schema") or {}, only_examples=False)
        return found

    def _demand(self, wanted: Json, location: str, name: str, parameter: Json, value: Any) -> None:
        """Adds a parameter to what is demanded, in the style that the document gives it."""
        style = parameter.get("style") or _STYLES[location]
        explode = parameter.get("explode", style == "form")
        if "content" in parameter:
            text = json.dumps(value)
        elif isinstance(value, list):
            text = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",").join(_texts(value))
        else:
            text = _text(value)
        if location == "path":
            parts = value if isinstance(value, list) else [value]
            wanted["path"] = wanted["path"].replace(
                f"{{{name}}}", ",".join(quote(_text(one), safe="") for one in parts)
            )
        elif location == "header":
            wanted["headers"][name.lower()] = text
        elif location == "cookie":
            before = wanted["headers"].get("cookie")
            wanted["headers"]["cookie"] = f"{before}; {name}={text}" if before else f"{name}={text}"
        elif isinstance(value, dict):
            pairs = [(f"{name}[{key}]" if style == "deepObject" else key, _text(one)) for key, one in value.items()]
            wanted["query"] += pairs
        elif isinstance(value, list) and explode and style == "form":
            wanted["query"] += [(name, one) for one in _texts(value)]
        else:
            wanted["query"].append((name, text))

    # ------------------------------------------------------------------ validity

    def is_valid(self, op: Operation, raw: Json) -> bool:
        """Whether the examples of a request are valid by the document's own schemas."""
        for one in map(self.resolve, raw["parameters"]):
            value = self._value(one, required=bool(one.get("required")))
            if value is not _NOTHING and not self.conforms(value, one.get("schema") or {}):
                return False
        body = self._body(op, raw)
        if body is _NOTHING:
            return True
        content = self.resolve(raw["requestBody"]).get("content") or {}
        media = (op.body and content.get(op.body.content_type)) or next(iter(content.values()))
        return self.conforms(body, media.get("schema") or {})

    def conforms(self, value: Any, schema: Any) -> bool:
        whole = {**(schema if isinstance(schema, dict) else {}), "components": self.document.get("components") or {}}
        return bool(self._validator(whole, format_checker=self._formats).is_valid(value))


__all__ = ["Verdict", "same", "verdicts"]
