"""The httpx transport of a client that brings none of its own."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable

import httpcore2
import httpx

from .._config import DEFAULT_LIMITS
from .._exchange import Exchange, current
from .._loops import PerLoop
from ..errors import LedgerBeeError
from .connections import Connections, Route
from .environment import Environment
from .errors import translated
from .network import Stream
from .routes import Routes


class Transport(httpx.AsyncBaseTransport):
    """Sends requests over connections that belong to the running event loop and to this process.

    HTTP/1.1 only. It keeps no cookies, follows no redirects and repeats nothing. Its errors keep apart what was not
    sent (`ConnectError`, `ConnectTimeout`, `PoolTimeout`, `ProxyError`; `UnsupportedProtocol` and `LocalProtocolError`
    for what never can be) from what may have been.

    Args:
        limits: How many connections there may be in an event loop, and how long an idle one is kept.
    """

    def __init__(self, limits: httpx.Limits = DEFAULT_LIMITS) -> None:
        environment = Environment()
        self._routes = PerLoop(lambda: Routes(limits, environment))
        self._closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Returns:
            The response, whose body is still to be read; its connection is free again when it is closed.

        Raises:
            httpx.TransportError: The request was not sent, or there was no response.
            ConfigurationError: The environment names a proxy or certificates that can't be used.
        """
        exchange = Exchange(request)
        if self._closed:
            raise httpx.ConnectError("the client is closed")
        routes = self._routes.here()
        route, connections = await routes.route_to(request.url), routes.connections
        outgoing = _outgoing(request)
        await connections.acquire(request.extensions.get("timeout", {}).get("pool"))
        response, connection = await _send(connections, route, outgoing, exchange)
        stream = response.extensions.get("network_stream")
        body = _Body(response, stream, lambda: connections.release(route, connection))
        try:
            if isinstance(stream, Stream):
                stream.begin_response(request.method.encode(), response.status, response.headers)
            return httpx.Response(
                response.status, headers=response.headers, stream=body, extensions=response.extensions
            )
        except BaseException:
            await body.aclose()
            raise

    @property
    def is_open(self) -> bool:
        """Whether a loop of this process has connections open."""
        return any(routes.open_connections for routes in self._routes.everywhere())

    @property
    def open_connections(self) -> int:
        """The number of connections that the running loop has open."""
        return self._routes.here().open_connections

    async def aclose(self) -> None:
        """Close the connections of this loop. Those of other loops, running or not, close when their loop ends."""
        self._closed = True
        routes = self._routes.pop_here()
        if routes is not None:
            await routes.aclose()


def _outgoing(request: httpx.Request) -> httpcore2.Request:
    url = request.url
    return httpcore2.Request(
        request.method,
        httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


async def _send(
    connections: Connections, route: Route, outgoing: httpcore2.Request, exchange: Exchange
) -> tuple[httpcore2.Response, httpcore2.AsyncConnectionInterface]:
    token = current.set(exchange)
    try:
        return await connections.send(route, outgoing)
    except LedgerBeeError:  # it must not go out now
        await exchange.abandon()
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it must say what was sent
        await exchange.abandon()
        failure = translated(error, sent=exchange.sent)
    except BaseException:
        await exchange.abandon()
        raise
    finally:
        current.reset(token)
    raise failure


class _Body(httpx.AsyncByteStream):
    """The body of a response.

    Not a generator: one that is broken off while it waits for its consumer would be left to the garbage collector.
    """

    def __init__(self, response: httpcore2.Response, stream: object, release: Callable[[], Awaitable[None]]) -> None:
        self._response = response
        self._stream = stream
        self._release = release
        self._pieces: AsyncIterator[bytes] | None = None
        self._closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._pieces is None:
            assert isinstance(self._response.stream, AsyncIterable)
            self._pieces = aiter(self._response.stream)
        try:
            return await anext(self._pieces)
        except StopAsyncIteration:
            raise
        except Exception as error:  # noqa: BLE001  # see `_send`
            failure = translated(error, sent=True)
        raise failure

    async def aclose(self) -> None:
        """Give the connection back, or close it if it isn't fit for another request."""
        if self._closed:
            return
        self._closed = True
        try:
            if isinstance(self._stream, Stream):
                await self._stream.end_response()
            if isinstance(self._pieces, AsyncGenerator):
                await self._pieces.aclose()
            await self._response.aclose()
        finally:
            await self._release()


__all__ = ["Transport"]
