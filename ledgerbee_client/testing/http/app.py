"""The ASGI application: routing, credentials, validation, the handler, and the record of what happened.

The order is the service's: an unknown route first, then the credential, the license, the scopes, the input, the
business rules. A method that a path doesn't have is an unknown route (404, as published); HEAD is served where GET
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

from ..access.oauth import OAuthEndpoints
from ..access.requirements import check_kind, check_license, check_scopes
from ..clock import http_date, timestamp
from .document import MOUNT, path_as_sent
from .errors import ServiceError, invalid
from .generic import generic_reply
from .parameters import KEY_IN_QUERY, check_headers, read_query
from .registry import Call, Reply
from .request_log import AUTHOR, SeenRequest, Write
from .schemas import is_object
from .validation import check_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.middleware import Middleware
    from starlette.types import Receive, Scope, Send

    from ..access.credentials import Credential
    from ..service import Service
    from .document import Match, Route

IDEMPOTENCY_KEY = "x-api-idempotency-key"


def build_app(service: Service, middleware: Sequence[Middleware]) -> Starlette:
    """Build the application below `/api`, as on https://api.ledgerbee.com/api.

    Args:
        service: what it serves.
        middleware: goes around the whole of it; faults go around that.
    """
    app = Starlette(middleware=list(middleware))
    # Not a route: Starlette's patterns don't match a path with a line break, and so would serve it themselves.
    app.router.default = Endpoint(service)
    return app


@dataclass(slots=True)
class _Exchange:
    """What becomes known of a request on its way."""

    request: Request
    path: str
    mounted: bool
    match: Match | None = None
    credential: Credential | None = None
    error: str | None = None

    @property
    def name(self) -> str | None:
        """The Python name of the operation, once it is known."""
        return self.match.route.operation.name if self.match else None


class Endpoint:
    """Serves every request; what isn't below the mount is an unknown route."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._oauth = OAuthEndpoints(service.keys, service.clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request of ASGI."""
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
        except ServiceError as refusal:
            exchange.error = refusal.summary
            response = JSONResponse(refusal.envelope(path, self._service.clock), refusal.status)
        self._sign(exchange, response)
        if request.method == "HEAD":
            response.body = b""  # its length stays in the headers
        self._record(exchange, response)
        return response

    def _serve(self, exchange: _Exchange, content: bytes) -> Response:
        request = exchange.request
        if exchange.mounted:
            if self._oauth.serves(request.method, exchange.path):
                return self._oauth.respond(request, exchange.path, content)
            exchange.match = self._service.document.match(request.method, path_as_sent(request.scope))
        if exchange.match is None:
            raise ServiceError(404, f"Cannot {request.method} {exchange.path}")
        route = exchange.match.route
        if route.operation.auth:
            self._enter(exchange, route)
        call, body = self._read(exchange, exchange.match, content)
        reply = self._service.binding.handlers.get(route.operation.name, generic_reply)(call)
        if route.operation.method != "GET" and reply.applied:
            self._service.writes.append(
                Write(
                    route.operation.method,
                    exchange.path,
                    route.operation.name,
                    body,
                    call.idempotency_key,
                    _resource_id(reply, call.ids),
                    self._service.clock.now(),
                    request.scope.get(AUTHOR, "client"),
                )
            )
        return _response(route, reply)

    def _enter(self, exchange: _Exchange, route: Route) -> None:
        """Check credential, license and scopes.

        Raises:
            ServiceError: 401 or 403.
        """
        service, request = self._service, exchange.request
        address = request.client.host if request.client else None
        credential = service.keys.identify(request.headers, request.query_params.get(KEY_IN_QUERY), address)
        exchange.credential = credential  # its headers come with a refusal, too
        check_kind(route.operation, credential)
        check_license(route.operation, service.licenses)
        check_scopes(route.operation, credential, enforce_inferred=service.enforce_inferred_scopes)

    def _read(self, exchange: _Exchange, match: Match, content: bytes) -> tuple[Call, Any]:
        """Check the input. The second element is the body as it was sent.

        Raises:
            ServiceError: 400.
        """
        request, route, document = exchange.request, match.route, self._service.document
        query = read_query(document.schemas, route, request.query_params.multi_items())
        check_headers(document.schemas, route, request.headers)
        body = _parse(request, content)
        check_body(document.schemas, route, body, sent=bool(content))
        call = Call(
            route=route,
            document=document,
            state=self._service.state,
            ids=match.ids,
            query=query,
            body=body if is_object(body) else {},
            credential=exchange.credential,
            idempotency_key=request.headers.get(IDEMPOTENCY_KEY),
        )
        return call, body

    def _sign(self, exchange: _Exchange, response: Response) -> None:
        """Set the headers that come with every response."""
        response.headers["Date"] = http_date(self._service.clock.now())
        credential = exchange.credential
        if credential is not None and credential.kind == "api_key" and credential.expires_at is not None:
            response.headers["X-API-Key-Expires-At"] = timestamp(credential.expires_at)
        if exchange.match is None:
            return
        operation, ids = exchange.match.route.operation, exchange.match.ids
        if operation.deprecated and operation.sunset is not None:
            response.headers["Deprecation"] = "true"
            response.headers["Sunset"] = operation.sunset
            if operation.successor is not None:
                target = MOUNT + _filled(operation.successor.rpartition(" ")[2], ids)
                response.headers["Link"] = f'<{target}>; rel="successor-version"'

    def _record(self, exchange: _Exchange, response: Response) -> None:
        request = exchange.request
        self._service.requests.append(
            SeenRequest(
                request.method,
                exchange.path,
                tuple(pair for pair in request.query_params.multi_items() if pair[0] != KEY_IN_QUERY),
                exchange.name,
                response.status_code,
                self._service.clock.now(),
                exchange.error,
            )
        )


def _resource_id(reply: Reply, ids: tuple[str, ...]) -> str | None:
    made = reply.body.get("id") if is_object(reply.body) else None
    return reply.resource_id or made or (ids[-1] if ids else None)


def _response(route: Route, reply: Reply) -> Response:
    success = route.success(reply.status)
    if success.content_type is None:
        return Response(status_code=success.status)
    if success.content_type != "application/json":
        return Response(reply.body, success.status, media_type=success.content_type)
    return JSONResponse(reply.body, success.status)


def _parse(request: Request, content: bytes) -> Any:
    """The JSON body. A body of another type counts as an empty object, as Express leaves it."""
    if not content or "json" not in request.headers.get("content-type", ""):
        return {}
    try:
        body = json.loads(content, parse_constant=_refuse_constant, parse_float=_finite)
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
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


def _filled(path: str, ids: tuple[str, ...]) -> str:
    """A path template with its parameters filled in, in order, as a header can hold it."""
    rest = [quote(one, safe="") for one in ids]
    return "/".join(rest.pop(0) if segment.startswith("{") and rest else segment for segment in path.split("/"))
