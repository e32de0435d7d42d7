"""Reads path items into `ir` operations: parameters, bodies, answers, and the policies that follow from them."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from . import words
from .ir import Body, Loss, Operation, Pagination, Parameter, Success, Type
from .schemas import Place, SchemaReader, UnsupportedSchemaError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_PAGE = {"page", "page_number", "page_no", "page_index"}
_LIMIT = {"limit", "page_size", "per_page", "size", "take", "page_limit"}
_TOTAL = {"total", "total_count", "total_items", "total_results", "count"}
_TOTAL_PAGES = {"total_pages", "page_count", "pages", "last_page"}
_IGNORED_HEADERS = {"accept", "content-type", "authorization"}  # the specification says so
_TEMPLATE = re.compile(r"{([^{}]+)}")


@define
class OperationReader:
    """Reads all operations of a document."""

    schemas: SchemaReader
    losses: list[Loss] = field(factory=list)
    notes: list[str] = field(factory=list)

    def read_all(self) -> list[Operation]:
        document = self.schemas.document
        found = []
        for path, raw_item in document["paths"].items():
            item = self.schemas.resolve(raw_item)
            for method in METHODS:
                if method not in item:
                    continue
                key = f"{method.upper()} {path}"
                try:
                    found.append(self._read(method.upper(), path, item[method], item.get("parameters", [])))
                except UnsupportedSchemaError as error:
                    self.losses.append(Loss(key, "operation", str(error)))
        return found

    def _read(self, method: str, path: str, raw: dict[str, Any], shared: list[Any]) -> Operation:
        operation = Operation(
            http_method=method,
            path=path,
            tag=next(iter(raw.get("tags") or ()), "") or "",
            summary=(raw.get("summary") or "").strip(),
            description=_dedent(raw.get("description") or ""),
            operation_id=raw.get("operationId"),
            deprecated=bool(raw.get("deprecated")),
            path_inferred=bool(raw.get("x-inferred-path")),
            scopes=scopes_of(raw.get("description") or ""),
            scopes_inferred=bool(raw.get("x-inferred-scopes")),
            auth=self._auth(raw),
            licence=tuple(raw.get("x-licence") or ()),
            successor=raw.get("x-successor"),
            sunset=raw.get("x-sunset"),
        )
        owner = operation.inline_owner = words.class_name(_name_hint(operation))
        operation.parameters = self._parameters(operation, raw, shared, owner)
        operation.body = self._body(operation, raw.get("requestBody"), owner)
        operation.successes, operation.errors = self._responses(operation, raw.get("responses") or {}, owner)
        operation.idempotency, operation.idempotency_header = _idempotency(operation, raw)
        operation.pagination = _pagination(operation)
        return operation

    # ------------------------------------------------------------------ parameters

    def _parameters(
        self, operation: Operation, raw: dict[str, Any], shared: list[Any], owner: str
    ) -> list[Parameter]:
        merged: dict[tuple[str, str], dict[str, Any]] = {}
        for one in [*shared, *(raw.get("parameters") or [])]:
            parameter = self.schemas.resolve(one)
            merged[parameter["in"], parameter["name"]] = parameter
        in_path = _TEMPLATE.findall(operation.path)
        for name in in_path:
            if ("path", name) not in merged:
                self.notes.append(
                    f"{operation.key}: path parameter {name} is not declared; taken as a string"
                )
                merged["path", name] = {"name": name, "in": "path", "schema": {"type": "string"}}
        read = []
        for (location, name), parameter in merged.items():
            if location == "header" and name.lower() in _IGNORED_HEADERS:
                continue
            if location == "path" and name not in in_path:
                self.losses.append(
                    Loss(operation.key, f"parameter {name}", "it is 'in: path', but not in the path")
                )
                continue
            style = parameter.get("style") or {"query": "form", "cookie": "form"}.get(location, "simple")
            if style not in ("form", "simple", "deepObject", "spaceDelimited", "pipeDelimited"):
                self.losses.append(
                    Loss(operation.key, f"parameter {name}", f"style {style} is not supported")
                )
                continue
            read.append(self._parameter(parameter, location, style, owner))
        order = {"path": 0, "query": 1, "header": 2, "cookie": 3}
        read.sort(
            key=lambda one: (order[one.location], in_path.index(one.wire) if one.location == "path" else 0)
        )
        _name_parameters(read)
        return read

    def _parameter(self, raw: dict[str, Any], location: Any, style: str, owner: str) -> Parameter:
        schema = raw.get("schema")
        if schema is None:
            content = raw.get("content") or {}
            style = "json" if any("json" in one for one in content) else style
            schema = next(iter(content.values()), {}).get("schema", {})
        about = self.schemas._about(schema) if isinstance(schema, dict) else {}
        example = raw.get("example", about.get("example"))
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
            example=example,
            bounds=_bounds(about),
            inferred=bool(raw.get("x-inferred")),
            deprecated=bool(raw.get("deprecated")),
        )

    # ------------------------------------------------------------------ bodies and answers

    def _body(self, operation: Operation, raw: Any, owner: str) -> Body | None:
        if raw is None:
            return None
        body = self.schemas.resolve(raw)
        content = body.get("content") or {}
        choice = _choose(content, _BODY_PREFERENCE)
        if choice is None:
            if content:
                kinds = ", ".join(content)
                self.losses.append(Loss(operation.key, "operation", f"its body can only be sent as {kinds}"))
                raise UnsupportedSchemaError(f"its body can only be sent as {kinds}")
            return None
        content_type, encoding = choice
        place = Place(owner, "Request")
        if encoding == "content":
            kind = Type("str" if content_type.startswith("text/") else "bytes")
        else:
            kind = self.schemas.read(content[content_type].get("schema", {}), place)
        return Body(content_type, encoding, kind, bool(body.get("required")))

    def _responses(
        self, operation: Operation, raw: dict[str, Any], owner: str
    ) -> tuple[list[Success], list[tuple[str, str]]]:
        successes, errors = [], []
        for status, one in sorted(raw.items(), key=lambda item: str(item[0])):
            status = str(status)
            response = self.schemas.resolve(one)
            if not re.fullmatch(r"[1-5](\d\d|XX)|default", status, re.IGNORECASE):
                self.losses.append(
                    Loss(operation.key, f"response {status}", "no status code, range or 'default'")
                )
                continue
            if status[0] == "2" or (status == "default" and not any(str(other)[0] == "2" for other in raw)):
                successes.append(self._success(operation, status, response, owner))
            elif status != "default" and status[0] in "45":
                errors.append((status.upper(), " ".join((response.get("description") or "").split())))
        return successes, errors

    def _success(self, operation: Operation, status: str, response: dict[str, Any], owner: str) -> Success:
        content = response.get("content") or {}
        number = int(status) if status.isdigit() else 200
        choice = _choose(content, _RESPONSE_PREFERENCE)
        if choice is None:
            return Success(number, "empty", Type("none"))
        content_type, decoding = choice
        if decoding == "bytes":
            return Success(number, "bytes", Type("bytes"))
        if decoding == "text":
            return Success(number, "text", Type("str"))
        schema = content[content_type].get("schema")
        if isinstance(schema, dict) and schema.get("format") == "binary":
            return Success(number, "bytes", Type("bytes"))
        return Success(number, "json", self.schemas.read(schema, Place(owner, "Response")))

    def _auth(self, raw: dict[str, Any]) -> tuple[str, ...]:
        """The kinds of credential that the operation takes: `api_key`, `oauth2`, `user`; empty: needs none."""
        document = self.schemas.document
        requirements = raw.get("security", document.get("security"))
        schemes = document.get("components", {}).get("securitySchemes", {})
        if requirements is None:
            requirements = [{name: []} for name in schemes]
        kinds: dict[str, None] = {}
        for requirement in requirements:
            for name in requirement:
                scheme = self.schemas.resolve(schemes.get(name, {}))
                flows = scheme.get("flows", {})
                if scheme.get("type") == "apiKey":
                    kinds["api_key"] = None
                elif scheme.get("type") == "oauth2" and "clientCredentials" not in flows:
                    kinds["user"] = None
                else:
                    kinds["oauth2"] = None
        return tuple(kinds)


def scopes_of(description: str) -> tuple[str, ...]:
    """The scopes that stand in a description, below the heading `## Required Scope`, as a bullet list.

    That is the only place where the published document names them.
    """
    lines = iter(description.splitlines())
    for line in lines:
        if re.fullmatch(r"\s*#+\s*required scopes?\s*:?\s*", line, re.IGNORECASE):
            break
    scopes: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        bullet = re.match(r"\s*[-*•]\s+(.*)", line)
        if bullet is None:
            break
        quoted = re.findall(r"`([^`]+)`", bullet.group(1))
        scopes += quoted or [bullet.group(1).strip()]
    return tuple(dict.fromkeys(scopes))


def without_scopes(description: str) -> str:
    """The description without its section on scopes, which the docstring says in its own way."""
    return re.split(r"(?im)^\s*#+\s*required scopes?\s*:?\s*$", description)[0].strip()


# ---------------------------------------------------------------------- rules

_BODY_PREFERENCE = (
    (r"application/json|application/.*\+json|\*/\*", "json"),
    (r"multipart/form-data", "multipart"),
    (r"application/x-www-form-urlencoded", "form"),
    (
        r"application/octet-stream|application/pdf|application/zip|image/.*|audio/.*|video/.*|text/.*",
        "content",
    ),
)
_RESPONSE_PREFERENCE = (
    (r"application/json|application/.*\+json|\*/\*", "json"),
    (r"text/(?!event-stream).*|application/xml|application/.*\+xml", "text"),
    (r".*", "bytes"),
)


def _choose(content: dict[str, Any], preference: tuple[tuple[str, str], ...]) -> tuple[str, Any] | None:
    for pattern, encoding in preference:
        for content_type in content:
            if re.fullmatch(pattern, content_type.partition(";")[0].strip().lower()):
                return content_type, encoding
    return None


def _idempotency(operation: Operation, raw: dict[str, Any]) -> tuple[str, str | None]:
    """Whether a request may be repeated: safe, key, http, natural or none (see DESIGN, section 4)."""
    header = next(
        (
            one.wire
            for one in operation.parameters
            if one.location == "header" and "idempotency" in one.wire.lower()
        ),
        None,
    )
    if raw.get("x-idempotency"):
        return raw["x-idempotency"], header
    if operation.http_method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return "safe", header
    if header is not None:
        return "key", header
    return ("http" if operation.http_method in ("PUT", "DELETE") else "none"), None


def _pagination(operation: Operation) -> Pagination | None:
    """Numbered pages: a GET with a page parameter, answered with an object that holds exactly one array."""
    if operation.http_method != "GET" or not operation.successes:
        return None
    query = {words.snake(one.wire): one.wire for one in operation.parameters if one.location == "query"}
    page = next((wire for name, wire in query.items() if name in _PAGE), None)
    model = operation.successes[0].type.model
    if page is None or model is None:
        return None
    arrays = [one for one in model.fields if one.type.kind == "list"]
    if len(arrays) != 1 or arrays[0].type.items is None:
        return None
    fields = {words.snake(one.wire): one.wire for one in model.fields}

    def named(names: set[str]) -> str | None:
        return next((wire for name, wire in fields.items() if name in names), None)

    return Pagination(
        page_parameter=page,
        limit_parameter=next((wire for name, wire in query.items() if name in _LIMIT), None),
        items=arrays[0].wire,
        total=named(_TOTAL),
        page=named(_PAGE),
        limit=named(_LIMIT),
        total_pages=named(_TOTAL_PAGES),
        item_type=arrays[0].type.items,
        items_inferred=arrays[0].inferred,
    )


def _name_parameters(parameters: list[Parameter]) -> None:
    """Gives the parameters their argument names; the earlier in path, query, header, cookie keeps the plain one."""
    used: set[str] = set(RESERVED_ARGUMENTS)
    for one in parameters:
        name = (
            "idempotency_key"
            if one.location == "header" and "idempotency" in one.wire.lower()
            else words.identifier(one.wire)
        )
        if name in used:
            name = words.unique(f"{name}_{one.location}", used.__contains__, separator="_")
        one.python = name
        used.add(name)


#: Arguments that methods and endpoint functions have besides those of the document.
RESERVED_ARGUMENTS = (
    "self",
    "client",
    "body",
    "extra_body",
    "extra_query",
    "extra_headers",
    "prefetch",
    "on_drift",
)


def _bounds(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    if low is not None:
        return f"at least {low:g}"
    return f"at most {high:g}" if high is not None else ""


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
    if margins and margins[0] < margin + 1:  # the first line is often not indented although the others are
        rest = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
        margin = min(rest, default=0)
        return "\n".join([lines[0].strip(), *(line[margin:].rstrip() for line in lines[1:])]).strip()
    return "\n".join(line[margin:].rstrip() for line in lines).strip()
