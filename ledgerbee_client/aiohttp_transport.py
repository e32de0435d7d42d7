"""`AiohttpTransport`: requests go through aiohttp's connections, which cost less than httpx's own. Extra `aiohttp`.

    async with LedgerBee(transport=AiohttpTransport()) as lb: ...

For asyncio only. It is httpx-aiohttp's transport with errors that say what they mean: that one says `ConnectTimeout` of
a request that was cut off after it was sent too (httpx-aiohttp 0.2), and what was not sent is sent again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import aiohttp
import httpx
import httpx_aiohttp


class AiohttpTransport(httpx_aiohttp.AiohttpTransport):
    """See the module. Takes what `httpx.AsyncHTTPTransport` takes: `limits`, `verify`, `proxy` and so on."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _honest_errors():
            response = await super().handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _Body(response.stream)
        return response


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _honest_errors():
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        with _honest_errors():
            await self._stream.aclose()


@contextmanager
def _honest_errors() -> Iterator[None]:
    try:
        yield
    except (aiohttp.ClientError, httpx.TransportError, OSError) as error:
        cause = error.__cause__ if isinstance(error, httpx.TransportError) else error
        kind = _kind(cause)
        if kind is None:
            raise
        raise kind(str(cause) or type(cause).__name__) from cause


def _kind(error: BaseException | None) -> type[httpx.TransportError] | None:
    """What httpx calls an error of aiohttp; None for one that is none of aiohttp's."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return httpx.ConnectError
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return httpx.ConnectTimeout
    if isinstance(error, aiohttp.ServerTimeoutError | TimeoutError):
        return httpx.ReadTimeout
    if isinstance(error, aiohttp.InvalidURL):
        return httpx.UnsupportedProtocol
    if isinstance(error, aiohttp.ClientResponseError):
        return httpx.RemoteProtocolError
    return httpx.ReadError if isinstance(error, aiohttp.ClientError | OSError) else None


__all__ = ["AiohttpTransport"]
