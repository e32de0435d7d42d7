"""The API that a sandbox serves: its operations as the generated package knows them, and the shapes of their data.

What is known of an operation (scopes, authentication, licenses, deprecation, pagination) is read from `OPERATIONS`;
only parameters, bodies and responses are looked up in the OpenAPI document that the package was generated from,
corrections applied. Schemas are kept as they stand; `schemas` makes validators.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote

from ...generated.operations import OPERATIONS
from ...generated.types import Operation
from ..references import resolve
from .schemas import Schemas

if TYPE_CHECKING:
    from starlette.types import Scope

#: Where the API is mounted, as on https://api.ledgerbee.com/api.
MOUNT = "/api"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    location: str
    required: bool
    schema: dict[str, Any]
    deep_object: bool


@dataclass(frozen=True, slots=True)
class Success:
    """A documented success: its status, and the form of its body (none for 204)."""

    status: int
    content_type: str | None
    schema: dict[str, Any] | None
    example: Any


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """An operation as it is served: its path in segments, and the shapes of its parameters, body and responses."""

    operation: Operation
    segments: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body_schema: dict[str, Any] | None
    body_required: bool
    successes: tuple[Success, ...]

    def success(self, status: int | None = None) -> Success:
        """Look up the documented success with this status, or the first one.

        Raises:
            LookupError: the operation documents no such success.
        """
        for one in self.successes:
            if status in (None, one.status):
                return one
        raise LookupError(f"{self.operation.name} documents no {status or 'success'}")


class Match(NamedTuple):
    """A request's route and the values of its path parameters, in the order of the path."""

    route: Route
    ids: tuple[str, ...]


class Document:
    """An API to serve, read once. Share it between sandboxes: it also holds the compiled validators.

    Args:
        operations: what a generated package knows of its operations, by Python name.
        raw: the OpenAPI document that this package was generated from.
    """

    def __init__(self, operations: Mapping[str, Operation], raw: Mapping[str, Any]) -> None:
        self.operations = operations
        self.raw = raw
        self.schemas = Schemas(raw)
        #: By Python name.
        self.routes = {one.name: _route(raw, one) for one in operations.values()}
        self._by_length: dict[tuple[str, int], list[Route]] = {}
        for route in self.routes.values():
            self._by_length.setdefault((route.operation.method, len(route.segments)), []).append(route)
        for routes in self._by_length.values():
            # Literal segments go before parameters: /customers/groups before /customers/{customerId}.
            routes.sort(key=lambda route: [segment.startswith("{") for segment in route.segments])

    @functools.cached_property
    def scopes(self) -> tuple[str, ...]:
        """Every scope that some operation needs, sorted."""
        return tuple(sorted({scope for one in self.operations.values() for scope in one.scopes}))

    @functools.cached_property
    def oauth_scopes(self) -> tuple[str, ...]:
        """Every scope that an OAuth client can get: not those of operations that take an API key only."""
        refused = {scope for one in self.operations.values() if one.auth == ("api_key",) for scope in one.scopes}
        return tuple(scope for scope in self.scopes if scope not in refused)

    @functools.cached_property
    def licenses(self) -> frozenset[str]:
        """Every license that some operation needs."""
        return frozenset(one for operation in self.operations.values() for one in operation.licenses)

    def match(self, method: str, path: str) -> Match | None:
        """Find the route of a request. HEAD is served where GET is.

        Args:
            method: in capitals.
            path: as it is sent, quoted, without `/api`.
        """
        method = "GET" if method == "HEAD" else method
        parts = tuple(unquote(part) for part in path.split("/")[1:])
        for route in self._by_length.get((method, len(parts)), ()):
            pairs = list(zip(route.segments, parts, strict=True))
            if all(part and (segment.startswith("{") or segment == part) for segment, part in pairs):
                return Match(route, tuple(part for segment, part in pairs if segment.startswith("{")))
        return None

    def body_schema(self, name: str) -> dict[str, Any] | None:
        """Return the schema of the body of an operation, if there are both.

        Args:
            name: the Python name of the operation.
        """
        return self.routes[name].body_schema if name in self.routes else None

    def response_schema(self, name: str) -> dict[str, Any] | None:
        """Return the schema of the first success of an operation, if there are both.

        Args:
            name: the Python name of the operation.
        """
        return self.routes[name].success().schema if name in self.routes else None


def path_as_sent(scope: Scope) -> str:
    """The path of a request before it was unquoted, without `/api`: a quoted slash is a part of an id."""
    raw: bytes | None = scope.get("raw_path")
    path = quote(scope["path"]) if raw is None else raw.decode("latin-1").partition("?")[0]
    return path.removeprefix(MOUNT)


@functools.cache
def packaged() -> Document:
    """The API that this package was generated for."""
    text = resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")
    return Document(OPERATIONS, json.loads(text))


def _route(raw: Mapping[str, Any], operation: Operation) -> Route:
    item: dict[str, Any] = resolve(raw, raw["paths"][operation.path])
    node: dict[str, Any] = item[operation.method.lower()]
    body = resolve(raw, node.get("requestBody") or {})
    return Route(
        operation=operation,
        segments=tuple(operation.path.split("/")[1:]),
        parameters=tuple(
            _parameter(resolve(raw, one)) for one in [*item.get("parameters", []), *node.get("parameters", [])]
        ),
        body_schema=body.get("content", {}).get("application/json", {}).get("schema"),
        body_required=bool(body.get("required")),
        successes=tuple(_successes(raw, node["responses"])),
    )


def _parameter(node: dict[str, Any]) -> Parameter:
    return Parameter(
        name=node["name"],
        location=node["in"],
        required=bool(node.get("required")),
        schema=node.get("schema", {}),
        deep_object=node.get("style") == "deepObject",
    )


def _successes(raw: Mapping[str, Any], responses: dict[str, Any]) -> Iterator[Success]:
    for status, reference in responses.items():
        if status.startswith("2") and status.isdigit():
            content: dict[str, Any] = resolve(raw, reference).get("content") or {}
            kind = "application/json" if "application/json" in content else next(iter(content), None)
            media: dict[str, Any] = content[kind] if kind else {}
            yield Success(int(status), kind, media.get("schema"), _example(media))


def _example(media: dict[str, Any]) -> Any:
    for named in media.get("examples", {}).values():
        return named.get("value")
    return media.get("example")
