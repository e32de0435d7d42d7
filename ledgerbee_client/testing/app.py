"""The ASGI application: routing, credentials, validation, the handler, and the record of what happened.

The order is the service's: an unknown route first, then the credential, the licence, the scopes, the input, the
business rules. A method that a path doesn't have is an unknown route (404, as published); HEAD is answered where GET
is, without the body.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from .auth import Credential, check_kind, check_scopes
from .clock import http_date, timestamp
from .errors import ServiceError, invalid
from .journal import SeenRequest, Write
from .licences import check_licence
from .oauth import OAuthEndpoints
from .parameters import KEY_IN_QUERY, check_headers, read_query
from .registry import Call, Reply
from .schemas import is_object
from .validation import check_body

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from .core import Sandbox
    from .document import Match, Operation

MOUNT = "/api"
IDEMPOTENCY_KEY = "x-api-idempotency-key"


def build_app(sandbox: Sandbox) -> Starlette:
    """The application below `/api`, as on https://api.ledgerbee.com/api.

    `sandbox.middleware` goes around the whole of it; faults go around that (`FaultLayer`).
    """
    app = Starlette(middleware=list(sandbox.middleware))
    # Not a route: Starlette's patterns don't match a path with a line break, and so would answer it themselves.
    app.router.default = Endpoint(sandbox)
    return app


@dataclass(slots=True)
class _Exchange:
    """What becomes known of a request on its way."""

    request: Request
    path: str
    mounted: bool
    match: Match | None = None
    credential: Credential | None = None

    @property
    def operation(self) -> Operation | None:
        return self.match.operation if self.match else None


class Endpoint:
    """Answers every request; what isn't below the mount is an unknown route."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._oauth = OAuthEndpoints(sandbox.keys, sandbox.clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._respond(Request(scope, receive))
        except ClientDisconnect:
            return  # gone before the request was read: nothing was done
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        path = str(request.scope["path"])
        mounted = path.startswith(f"{MOUNT}/")
        if mounted:
            path = path.removeprefix(MOUNT)
        exchange = _Exchange(request, path, mounted)
        content = await request.body()
        try:
            response = self._serve(exchange, content)
        except ServiceError as fault:
            response = JSONResponse(fault.envelope(path, self._sandbox.clock), fault.status)
        self._sign(exchange, response)
        if request.method == "HEAD":
            response.body = b""  # its length stays in the headers
        self._sandbox.record_request(
            SeenRequest(
                request.method,
                path,
                tuple(pair for pair in request.query_params.multi_items() if pair[0] != KEY_IN_QUERY),
                exchange.operation.key if exchange.operation else None,
                response.status_code,
                self._sandbox.clock.now(),
            )
        )
        return response

    def _serve(self, exchange: _Exchange, content: bytes) -> Response:
        sandbox, request = self._sandbox, exchange.request
        if exchange.mounted:
            if self._oauth.serves(request.method, exchange.path):
                return self._oauth.answer(request, exchange.path, content)
            method = "GET" if request.method == "HEAD" else request.method
            exchange.match = sandbox.document.match(method, _as_sent(request, exchange.path))
        if exchange.match is None:
            raise ServiceError(404, f"Cannot {request.method} {exchange.path}")
        operation, ids = exchange.match
        if operation.credentials:
            address = request.client.host if request.client else None
            key_in_query = request.query_params.get(KEY_IN_QUERY)
            exchange.credential = sandbox.keys.identify(request.headers, key_in_query, address)
            check_kind(operation, exchange.credential)
            check_licence(operation, sandbox.licences)
            check_scopes(operation, exchange.credential, enforce_inferred=sandbox.enforce_inferred_scopes)
        schemas = sandbox.document.schemas
        query = read_query(schemas, operation, request.query_params.multi_items())
        check_headers(schemas, operation, request.headers)
        body = _parse(request, content)
        check_body(schemas, operation, body, sent=bool(content))
        call = Call(
            operation=operation,
            document=sandbox.document,
            state=sandbox.state,
            ids=ids,
            query=query,
            body=body if is_object(body) else {},
            credential=exchange.credential,
            idempotency_key=request.headers.get(IDEMPOTENCY_KEY),
        )
        reply = sandbox.handler(operation.key)(call)
        if operation.method != "GET" and reply.applied:
            sandbox.record_write(
                Write(
                    operation.method,
                    exchange.path,
                    operation.key,
                    body,
                    call.idempotency_key,
                    _resource_id(reply, ids),
                    sandbox.clock.now(),
                )
            )
        return _response(operation, reply)

    def _sign(self, exchange: _Exchange, response: Response) -> None:
        """Headers that come with whatever was answered."""
        response.headers["Date"] = http_date(self._sandbox.clock.now())
        credential, match = exchange.credential, exchange.match
        if credential is not None and credential.kind == "api-key" and credential.expires_at is not None:
            response.headers["X-API-Key-Expires-At"] = timestamp(credential.expires_at)
        if match is not None and match.operation.deprecated and match.operation.sunset is not None:
            response.headers["Deprecation"] = "true"
            response.headers["Sunset"] = match.operation.sunset
            if match.operation.successor is not None:
                target = MOUNT + _filled(match.operation.successor, match.ids)
                response.headers["Link"] = f'<{target}>; rel="successor-version"'


def _resource_id(reply: Reply, ids: tuple[str, ...]) -> str | None:
    made = reply.body.get("id") if is_object(reply.body) else None
    return reply.resource_id or made or (ids[-1] if ids else None)


def _response(operation: Operation, reply: Reply) -> Response:
    answer = operation.answer(reply.status)
    if answer.content_type is None:
        return Response(status_code=answer.status)
    if answer.content_type != "application/json":
        return Response(reply.body, answer.status, media_type=answer.content_type)
    return JSONResponse(reply.body, answer.status)


def _parse(request: Request, content: bytes) -> Any:
    """The JSON body. A body of another type counts as an empty object, as Express leaves it."""
    if not content or "json" not in request.headers.get("content-type", ""):
        return {}
    try:
        body = json.loads(content, parse_constant=_refuse_constant, parse_float=_finite)
        json.dumps(body, ensure_ascii=False).encode()
    except ValueError as error:
        raise ServiceError(400, f"Malformed JSON: {error}") from None
    if not is_object(body):
        raise invalid("", "isObject", "body must be an object")
    return body


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is out of range")
    return number


def _as_sent(request: Request, path: str) -> str:
    """The path before it was unquoted: a quoted slash is a part of an id."""
    raw = request.scope.get("raw_path")
    return raw.decode("latin-1").partition("?")[0].removeprefix(MOUNT) if raw else quote(path)


def _filled(path: str, ids: tuple[str, ...]) -> str:
    """A path template with its parameters filled in, in order, as a header can hold it."""
    rest = [quote(one, safe="") for one in ids]
    return "/".join(rest.pop(0) if segment.startswith("{") and rest else segment for segment in path.split("/"))
