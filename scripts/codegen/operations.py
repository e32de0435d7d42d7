"""Reads path items into `ir` operations: parameters, bodies, answers, and the policies that follow from them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, TypeGuard

from attrs import define, field

from . import content, identifiers, policies, sendable, servers
from .class_names import Place
from .ir import Body, Loss, Operation, Parameter, Success, Type
from .normalizer import UNSUPPORTED
from .normalizing import IGNORED_HEADERS, METHODS
from .references import UnsupportedSchemaError
from .schemas import SchemaReader
from .scopes import read_scopes

_TEMPLATE = re.compile(r"{([^{}]+)}")
_STYLES = {
    "path": ("simple",),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}

#: Arguments that methods and endpoint functions have besides those of the document.
RESERVED_ARGUMENTS = (
    *("self", "client", "body", "file_path", "prefetch", "on_drift"),
    *("extra_body", "extra_query", "extra_headers"),
)


@define
class OperationReader:
    """Reads all operations of a document. What an operation can't be called without is a loss of the operation."""

    schemas: SchemaReader
    losses: list[Loss] = field(factory=list)
    notes: list[str] = field(factory=list)

    def read_all(self) -> list[Operation]:
        """Read all operations; what can't be read is a loss."""
        found = []
        for key, path, method, raw, item in self._raw_operations():
            try:
                found.append(self._read(method, path, raw, item))
            except UnsupportedSchemaError as error:
                self.losses.append(Loss(key, "operation", str(error)))
        return found

    def _raw_operations(self) -> Iterator[tuple[str, str, str, dict[str, Any], dict[str, Any]]]:
        for path, raw_item in self.schemas.document["paths"].items():
            if path.startswith("x-"):
                continue
            try:
                item = self.schemas.references.resolve(raw_item)
            except UnsupportedSchemaError as error:
                self.losses.append(Loss(f"all of {path}", "operation", str(error)))
                continue
            for method in METHODS:
                if method in item:
                    yield f"{method.upper()} {path}", path, method.upper(), item[method], item

    def _read(self, method: str, path: str, raw: dict[str, Any], item: dict[str, Any]) -> Operation:
        _refuse(self.schemas.document, item, raw)
        shared = item.get("parameters") or []
        description = _dedent(raw.get("description") or "")
        scopes, is_advice = self._scopes(f"{method} {path}", description, raw)
        operation = Operation(
            http_method=method,
            path=path,
            tag=next(iter(raw.get("tags") or ()), "") or "",
            summary=(raw.get("summary") or "").strip(),
            description=description,
            operation_id=raw.get("operationId"),
            deprecated=bool(raw.get("deprecated")),
            path_inferred=bool(raw.get("x-inferred-path")),
            scopes=scopes,
            scopes_inferred=is_advice or bool(scopes and raw.get("x-inferred-scopes") and "x-scopes" not in raw),
            auth=self._auth(raw),
            licenses=tuple(raw.get("x-licenses") or ()),
            licenses_when=tuple(
                (one["field"], one["value"], tuple(one["licenses"])) for one in raw.get("x-licenses-when") or ()
            ),
            successor=raw.get("x-successor"),
            sunset=raw.get("x-sunset"),
            read_back=raw.get("x-read-back"),
        )
        owner = operation.inline_owner = identifiers.class_name(_name_hint(operation))
        operation.parameters = self._parameters(operation, raw, shared, owner)
        operation.body = self._body(operation, raw.get("requestBody"), owner)
        operation.successes, operation.errors = self._responses(operation, raw.get("responses") or {}, owner)
        operation.idempotency, operation.idempotency_header = policies.idempotency(operation, raw)
        operation.pagination = policies.pagination(operation)
        return operation

    def _auth(self, raw: dict[str, Any]) -> tuple[str, ...]:
        document = self.schemas.document
        schemes = document.get("components", {}).get("securitySchemes") or {}
        resolved = {name: self.schemas.references.resolve(scheme) for name, scheme in schemes.items()}
        return policies.auth(raw.get("security", document.get("security")), resolved)

    def _scopes(self, key: str, description: str, raw: dict[str, Any]) -> tuple[tuple[str, ...], bool]:
        """The scopes of an operation, and whether they are a reading of a sentence, that is, advice."""
        if "x-scopes" in raw:  # a person knows better
            return tuple(str(one) for one in raw["x-scopes"]), False
        found = read_scopes(description)
        if found.names:
            return found.names, not found.is_listed
        in_security = policies.security_scopes(raw.get("security", self.schemas.document.get("security")))
        if found.is_unclear and not in_security:
            self.notes.append(f"{key}: its description speaks of scopes, and none could be read from it")
        return in_security, False

    # ------------------------------------------------------------------ parameters

    def _parameters(self, operation: Operation, raw: dict[str, Any], shared: list[Any], owner: str) -> list[Parameter]:
        in_path = _TEMPLATE.findall(operation.path)
        merged = {**self._declared(shared, operation), **self._declared(raw.get("parameters") or [], operation)}
        for name in in_path:
            if ("path", name) not in merged:
                self.notes.append(f"{operation.key}: path parameter {name} is not declared; taken as a text")
                merged["path", name] = {"name": name, "in": "path", "schema": {"type": "string"}}
        read = []
        for (location, name), parameter in merged.items():
            if location == "header" and name.lower() in IGNORED_HEADERS:
                continue
            if location == "path" and name not in in_path:
                self.notes.append(f"{operation.key}: parameter {name} is 'in: path', but not in the path; left out")
                continue
            style = parameter.get("style") or _STYLES[location][0]
            if style in _STYLES[location]:
                one = self._parameter(parameter, location, style, owner)
                problem = sendable.problem_of(one)
                if problem is None:
                    read.append(one)
                elif one.required:
                    raise UnsupportedSchemaError(f"its {location} parameter {name} {problem}")
                else:
                    self.losses.append(Loss(operation.key, f"parameter {name}", f"it {problem}"))
            elif location == "path":
                raise UnsupportedSchemaError(f"its path parameter {name} has the style {style}")
            else:
                self.losses.append(Loss(operation.key, f"parameter {name}", f"its style is {style}"))
        order = list(_STYLES)
        read.sort(key=lambda one: (order.index(one.location), in_path.index(one.wire) if one.location == "path" else 0))
        name_parameters(read)
        return read

    def _declared(self, raw: list[Any], operation: Operation) -> dict[tuple[str, str], dict[str, Any]]:
        """The parameters of one list, by location and name."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for one in raw:
            parameter = self.schemas.references.resolve(one)
            key = (parameter["in"], parameter["name"])
            if key in found and found[key] != parameter:
                self.losses.append(Loss(operation.key, f"parameter {key[1]}", "it is declared twice, differently"))
            found[key] = parameter
        return found

    def _parameter(self, raw: dict[str, Any], location: Any, style: str, owner: str) -> Parameter:
        schema = raw.get("schema")
        if schema is None:
            content = raw.get("content") or {}
            style = "json" if any("json" in one for one in content) else style
            schema = next((media.get("schema", {}) for media in content.values()), {})
        about = self.schemas.about(schema)
        return Parameter(
            wire=raw["name"],
            python="",
            location=location,
            type=self.schemas.read(schema, Place(owner, raw["name"])),
            required=bool(raw.get("required")) or location == "path",
            style=style,
            explode=bool(raw.get("explode", style in ("form", "deepObject"))),
            description=str(raw.get("description") or about.get("description") or ""),
            default=about.get("default"),
            example=raw.get("example", about.get("example")),
            bounds=_bounds(about),
            minimum=_minimum(about),
            maximum=_maximum(about),
            inferred=bool(raw.get("x-inferred")),
            deprecated=bool(raw.get("deprecated")),
        )

    # ------------------------------------------------------------------ bodies and answers

    def _body(self, operation: Operation, raw: Any, owner: str) -> Body | None:
        if raw is None:
            return None
        body = self.schemas.references.resolve(raw)
        offered = body.get("content") or {}
        if not offered:
            return None
        choice = content.of_body(offered)
        if choice is None:
            raise UnsupportedSchemaError(f"its body can only be sent as {', '.join(offered)}")
        content_type, encoding = choice
        for other in content.lost(offered, content_type):
            self.losses.append(Loss(operation.key, f"body {other}", f"only {content_type} can be sent"))
        if encoding == "content":
            kind = Type("str" if content_type.startswith("text/") else "bytes")
        else:
            kind = self.schemas.read(offered[content_type].get("schema", {}), Place(owner, "Request"))
            if kind.kind == "bytes" and encoding == "json":
                encoding = "content"
        if encoding in ("form", "multipart"):
            for name in content.encoded_parts(offered[content_type]):
                self.losses.append(Loss(operation.key, f"body part {name}", "it has an encoding of its own"))
            sendable.check_form(kind, encoding)
        return Body(content.sent_as(content_type, encoding), encoding, kind, bool(body.get("required")))

    def _responses(
        self, operation: Operation, raw: dict[str, Any], owner: str
    ) -> tuple[list[Success], list[tuple[str, str]]]:
        """Answers by status. 'default' is a success when there is no other."""
        successes, errors = [], []
        has_success = any(status[0] == "2" for status in raw)
        for status, one in sorted(raw.items()):
            if status.startswith("x-"):
                continue
            response = self.schemas.references.resolve(one)
            if status[0] == "2" or (status == "default" and not has_success):
                successes.append(self._success(operation, status, response, owner))
            elif status[0] in "45":
                errors.append((status, " ".join((response.get("description") or "").split())))
        return successes, errors

    def _success(self, operation: Operation, status: str, response: dict[str, Any], owner: str) -> Success:
        offered = response.get("content") or {}
        number = int(status) if status.isdigit() else None
        choice = content.of_response(offered)
        if choice is None:
            return Success(number, "empty", Type("none"))
        content_type, decoding = choice
        for other in content.lost(offered, content_type):
            self.losses.append(Loss(operation.key, f"response {status} {other}", f"only {content_type} is read"))
        if decoding != "json":
            return Success(number, decoding, Type("bytes" if decoding == "bytes" else "str"))
        kind = self.schemas.read(offered[content_type].get("schema"), Place(owner, "Response"))
        if kind.kind == "bytes":
            return Success(number, "bytes", Type("bytes"))
        return Success(number, "json", kind)


def _refuse(document: dict[str, Any], item: dict[str, Any], raw: dict[str, Any]) -> None:
    """Raise UnsupportedSchemaError for an operation that a call can't be made of."""
    if "x-operation-reference" in raw:
        raise UnsupportedSchemaError(f"it is a reference to {raw['x-operation-reference']}")
    reason = raw.get(UNSUPPORTED) or item.get(UNSUPPORTED)
    if reason:
        raise UnsupportedSchemaError(reason)
    server = servers.other_server(document, item, raw)
    if server is not None:
        raise UnsupportedSchemaError(f"it has a server of its own, {server}")
    statuses = [status for status in raw.get("responses") or {} if not status.startswith("x-")]
    if any(one[0] == "3" for one in statuses) and not any(one[0] == "2" or one == "default" for one in statuses):
        raise UnsupportedSchemaError(f"it only redirects ({', '.join(one for one in statuses if one[0] == '3')})")


# ---------------------------------------------------------------------- names and texts


def name_parameters(parameters: list[Parameter]) -> None:
    """Gives the parameters their argument names; the earlier in path, query, header, cookie keeps the plain one."""
    used: set[str] = set(RESERVED_ARGUMENTS)
    for one in parameters:
        is_key = one.location == "header" and "idempotency" in one.wire.lower()
        name = "idempotency_key" if is_key else identifiers.argument(one.wire)
        if name in used:
            name = identifiers.unique(f"{name.rstrip('_')}_{one.location}", used.__contains__, separator="_")
        one.python = name
        used.add(name)


def _limit(schema: dict[str, Any], word: str) -> tuple[float, bool] | None:
    """The limit of a schema in one direction, and whether it excludes its own value; None where there is none."""
    limit, exclusive = schema.get(word), schema.get(f"exclusive{word.capitalize()}")
    if exclusive is True:  # OpenAPI 3.0: it sharpens the other
        limit, exclusive = None, limit
    found = [(value, excludes) for value, excludes in ((limit, False), (exclusive, True)) if _is_number(value)]
    sign = 1 if word == "minimum" else -1
    return max(found, key=lambda one: (sign * one[0], one[1]), default=None)


def _minimum(schema: dict[str, Any]) -> int | None:
    """The smallest whole number that a schema allows."""
    limit = _limit(schema, "minimum")
    return None if limit is None else math.floor(limit[0]) + 1 if limit[1] else math.ceil(limit[0])


def _maximum(schema: dict[str, Any]) -> int | None:
    """The largest whole number that a schema allows."""
    limit = _limit(schema, "maximum")
    return None if limit is None else math.ceil(limit[0]) - 1 if limit[1] else math.floor(limit[0])


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _bounds(schema: dict[str, Any]) -> str:
    """The limits of a schema in words."""
    low, high = _limit(schema, "minimum"), _limit(schema, "maximum")
    if low and high and not (low[1] or high[1]):
        return f"{low[0]:.15g} to {high[0]:.15g}"
    parts = [f"{'more than' if low[1] else 'at least'} {low[0]:.15g}"] if low else []
    parts += [f"{'less than' if high[1] else 'at most'} {high[0]:.15g}"] if high else []
    return ", ".join(parts)


def _name_hint(operation: Operation) -> str:
    """What inline schemas of the operation are named after: its operationId, without the controller, or its path."""
    if operation.operation_id:
        return re.sub(r"_v\d+$", "", operation.operation_id.rpartition("Controller_")[2])
    return f"{operation.http_method.lower()} {operation.path}"


def _dedent(text: str) -> str:
    """Markdown that is indented throughout, as NestJS writes it, brought to the margin."""
    lines = text.strip("\n").splitlines()
    margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(margins, default=0)
    if margins and margins[0] == margin:  # the first line is often not indented although the others are
        rest = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
        margin = min(rest, default=0)
        return "\n".join([lines[0].strip(), *(line[margin:].rstrip() for line in lines[1:])]).strip()
    return "\n".join(line[margin:].rstrip() for line in lines).strip()
