"""The sockets below a pool of httpcore2: what was sent on them, and whether they are fit for another request."""

# ruff: noqa: ASYNC109  # httpcore2 passes its timeouts down

from __future__ import annotations

import select
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import anyio
import httpcore2

from .._exchange import current, ensure_permitted
from .framing import Framing


class Network(httpcore2.AsyncNetworkBackend):
    """Opens the sockets of a pool, and knows those that are open.

    Args:
        tls_layers: How many layers of TLS lie below a request: one for https, one more for a proxy over https.
    """

    def __init__(self, tls_layers: int) -> None:
        self._tls_layers = tls_layers
        self._backend: Any = httpcore2.AnyIOBackend()  # anyio runs on trio too
        self._open: set[Stream] = set()
        self._closed = False

    @property
    def open_streams(self) -> int:
        """The number of sockets that are open."""
        return len(self._open)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> Stream:
        """Open a socket.

        Raises:
            httpcore2.ConnectError: It can't be opened.
            httpcore2.ConnectTimeout: It wasn't opened in time.
        """
        if self._closed:
            raise httpcore2.ConnectError("the client is closed")
        opened = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return Stream(opened, self._tls_layers, self._open)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._backend.sleep(seconds)

    async def aclose(self) -> None:
        """Close all sockets, those that carry a request too. Nothing is opened afterwards."""
        self._closed = True
        try:
            with anyio.CancelScope(shield=True):
                while self._open:
                    await self._open.pop().aclose()
        finally:
            if self._open:  # a task of asyncio can be cancelled in spite of the shield
                await self.aclose()


class Stream(httpcore2.AsyncNetworkStream):
    """A socket, or TLS over one.

    Args:
        stream: What it wraps.
        tls_layers: How many layers of TLS will be put between this stream and the requests.
        registry: The open streams of the network; holds this one until it is closed, or TLS is put over it.
    """

    def __init__(self, stream: httpcore2.AsyncNetworkStream, tls_layers: int, registry: set[Stream]) -> None:
        self._stream = stream
        self._tls_layers = tls_layers
        self._registry = registry
        self._tls: ssl.SSLObject | None = stream.get_extra_info("ssl_object")
        self._socket: Any = stream.get_extra_info("socket")
        self._closed = False
        self._framing = Framing()
        self._answered = False  # whether something was read since the last write
        self._read_all = True  # whether the last read left nothing
        registry.add(self)
        exchange = current.get()
        if exchange is not None:
            exchange.opened = self

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Receive what has come."""
        data = await self._stream.read(max_bytes, timeout)
        self._answered = True
        self._read_all = len(data) < max_bytes
        self._framing.receive(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send a part of a request.

        Raises:
            httpcore2.ConnectionNotAvailable: The request would be the first one after a response, and this stream is
                not fit for another. Nothing was sent; the pool takes another connection.
        """
        if not buffer:
            return
        if self._tls_layers == 0:
            if self._answered:
                if not self._is_fit():
                    raise httpcore2.ConnectionNotAvailable
                self._answered = False
                self._framing = Framing()
            exchange = current.get()
            if exchange is not None and not exchange.sent:
                ensure_permitted()
                exchange.sent = True
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the socket."""
        self._closed = True
        self._registry.discard(self)
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Stream:
        """Put TLS over this stream.

        Raises:
            httpcore2.ConnectError: The certificate isn't trusted, among other causes.
            httpcore2.ConnectTimeout: The handshake took too long.
        """
        encrypted = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        self._registry.discard(self)
        return Stream(encrypted, self._tls_layers - 1, self._registry)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the stream."""
        return self._stream.get_extra_info(info)

    # ------------------------------------------------------------------ whether it is fit for another request

    def begin_response(self, method: bytes, status: int, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """Take note of the response whose head was received."""
        self._framing.begin(method, status, headers)

    async def end_response(self) -> None:
        """Close the socket unless the response was received whole, and nothing more."""
        if not (self._framing.is_over and self._read_all):
            await self.aclose()

    def _is_fit(self) -> bool:
        """Whether nothing came after the response: neither bytes, which would be taken for the next one, nor an end."""
        return (
            not self._closed
            and self._framing.is_over
            and self._read_all
            and not _is_readable(self._socket)
            and not _has_more(self._tls)
        )


def _is_readable(sock: Any) -> bool:
    """Whether something has come, or the end. To ask httpcore2 costs four times as much."""
    descriptor = -1 if sock is None else sock.fileno()
    if descriptor < 0:  # closed
        return True
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _has_more(tls: ssl.SSLObject | None) -> bool:
    """Whether TLS holds more of what was received than was read."""
    if tls is None:
        return False
    try:
        tls.read(1)  # waits for nothing
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        pass
    return True


__all__ = ["Network", "Stream"]
