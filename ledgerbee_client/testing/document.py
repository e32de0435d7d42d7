"""What the OpenAPI document says of its operations: routes, scopes, credentials, parameters and schemas.

The only list of operations that the sandbox has. Schemas are kept as they stand; `schemas` makes validators.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from .references import resolve
from .schemas import Schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

METHODS = ("get", "put", "post", "delete", "patch")
_SCOPES = re.compile(r"^[ \t]*##[ \t]+Required Scopes?[ \t]*$(.*?)(?=^[ \t]*#|\Z)", re.MULTILINE | re.DOTALL)
_BULLET = re.compile(r"^[ \t]*[-*][ \t]+`([^`]+)`", re.MULTILINE)


class OperationKey(NamedTuple):
    """What is certain of an operation. Paths and operationIds are partly inferred and may change."""

    method: str
    tag: str
    summary: str

    def __str__(self) -> str:
        return f"{self.method} {self.tag}: {self.summary}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    location: str
    required: bool
    schema: dict[str, Any]
    deep_object: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A documented success: its status, and the form of its body (none for 204)."""

    status: int
    content_type: str | None
    schema: dict[str, Any] | None
    example: Any


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One operation of the document."""

    key: OperationKey
    path: str
    scopes: tuple[str, ...]
    scopes_inferred: bool
    #: Licences of which the company needs one; empty = none.
    licences: tuple[str, ...]
    #: Kinds of credential that it takes ("api-key", "oauth"); empty = no authentication.
    credentials: frozenset[str]
    parameters: tuple[Parameter, ...]
    body_schema: dict[str, Any] | None
    body_required: bool
    answers: tuple[Answer, ...]
    deprecated: bool
    sunset: str | None
    #: Path of the operation that replaces it.
    successor: str | None
    segments: tuple[str, ...]

    @property
    def method(self) -> str:
        """The HTTP method, in capitals."""
        return self.key.method

    def answer(self, status: int | None = None) -> Answer:
        """The documented success with this status, or the first one.

        Raises:
            LookupError: the operation documents no such success.
        """
        for one in self.answers:
            if status in (None, one.status):
                return one
        raise LookupError(f"{self.key} documents no {status or 'success'}")


class Match(NamedTuple):
    """A request's operation and the values of its path parameters, in the order of the path."""

    operation: Operation
    ids: tuple[str, ...]


class Document:
    """An OpenAPI document, read once. Share it between sandboxes: it also holds the compiled validators."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.schemas = Schemas(raw)
        self.operations = tuple(_operations(raw))
        self.by_key = {operation.key: operation for operation in self.operations}
        self._routes: dict[tuple[str, int], list[Operation]] = {}
        for operation in self.operations:
            self._routes.setdefault((operation.method, len(operation.segments)), []).append(operation)
        for routes in self._routes.values():
            # Literal segments go before parameters: /v1/customers/groups before /v1/customers/{customerId}.
            routes.sort(key=lambda operation: [segment.startswith("{") for segment in operation.segments])

    @property
    def scopes(self) -> tuple[str, ...]:
        """Every scope that some operation needs, sorted."""
        return tuple(sorted({scope for operation in self.operations for scope in operation.scopes}))

    @property
    def oauth_scopes(self) -> tuple[str, ...]:
        """Every scope that an OAuth client can get: not those of operations that take an API key only."""
        refused = {scope for one in self.operations if one.credentials == {"api-key"} for scope in one.scopes}
        return tuple(scope for scope in self.scopes if scope not in refused)

    @property
    def licences(self) -> frozenset[str]:
        """Every licence that some operation needs."""
        return frozenset(licence for operation in self.operations for licence in operation.licences)

    def match(self, method: str, path: str) -> Match | None:
        """The operation behind a method and a path as it is sent, quoted (without `/api`), or None."""
        parts = tuple(unquote(part) for part in path.split("/")[1:])
        for operation in self._routes.get((method, len(parts)), ()):
            pairs = list(zip(operation.segments, parts, strict=True))
            if all(part and (segment.startswith("{") or segment == part) for segment, part in pairs):
                return Match(operation, tuple(part for segment, part in pairs if segment.startswith("{")))
        return None


@functools.cache
def packaged() -> Document:
    """The document that the generated package was made from, corrections applied."""
    text = resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")
    return Document(json.loads(text))


def required_scopes(description: str) -> tuple[str, ...]:
    """The scopes that a description lists under `## Required Scope`."""
    section = _SCOPES.search(description)
    return tuple(_BULLET.findall(section.group(1))) if section else ()


def _operations(raw: Mapping[str, Any]) -> Iterator[Operation]:
    schemes: dict[str, Any] = raw.get("components", {}).get("securitySchemes", {})
    for path, item in raw["paths"].items():
        for method in METHODS:
            if method in item:
                yield _operation(raw, schemes, path, method, item)


def _operation(
    raw: Mapping[str, Any], schemes: dict[str, Any], path: str, method: str, item: dict[str, Any]
) -> Operation:
    node: dict[str, Any] = item[method]
    body = resolve(raw, node.get("requestBody") or {})
    successor = str(node.get("x-successor", "")).rpartition(" ")[2]
    return Operation(
        key=OperationKey(method.upper(), (node.get("tags") or [""])[0], str(node.get("summary", "")).strip()),
        path=path,
        scopes=required_scopes(node.get("description", "")),
        scopes_inferred=bool(node.get("x-inferred-scopes")),
        licences=tuple(node.get("x-licenses", ())),
        credentials=frozenset(
            "api-key" if schemes[name]["type"] == "apiKey" else "oauth"
            for requirement in node.get("security", raw.get("security", []))
            for name in requirement
        ),
        parameters=tuple(
            _parameter(resolve(raw, one)) for one in [*item.get("parameters", []), *node.get("parameters", [])]
        ),
        body_schema=body.get("content", {}).get("application/json", {}).get("schema"),
        body_required=bool(body.get("required")),
        answers=tuple(_answers(raw, node["responses"])),
        deprecated=bool(node.get("deprecated")),
        sunset=node.get("x-sunset"),
        successor=successor or None,
        segments=tuple(path.split("/")[1:]),
    )


def _parameter(node: dict[str, Any]) -> Parameter:
    return Parameter(
        name=node["name"],
        location=node["in"],
        required=bool(node.get("required")),
        schema=node.get("schema", {}),
        deep_object=node.get("style") == "deepObject",
    )


def _answers(raw: Mapping[str, Any], responses: dict[str, Any]) -> Iterator[Answer]:
    for status, reference in responses.items():
        if status.startswith("2") and status.isdigit():
            content: dict[str, Any] = resolve(raw, reference).get("content") or {}
            kind = "application/json" if "application/json" in content else next(iter(content), None)
            media: dict[str, Any] = content[kind] if kind else {}
            yield Answer(int(status), kind, media.get("schema"), _example(media))


def _example(media: dict[str, Any]) -> Any:
    for named in media.get("examples", {}).values():
        return named.get("value")
    return media.get("example")
