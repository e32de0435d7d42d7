"""What an error below a request means: whether a part of it was sent."""

from __future__ import annotations

import httpcore2
import httpx

_KINDS: dict[type[BaseException], type[httpx.TransportError]] = {
    getattr(httpcore2, kind.__name__): kind
    for kind in (
        httpx.ConnectError,
        httpx.ConnectTimeout,
        httpx.LocalProtocolError,
        httpx.PoolTimeout,
        httpx.ProxyError,
        httpx.ReadError,
        httpx.ReadTimeout,
        httpx.RemoteProtocolError,
        httpx.UnsupportedProtocol,
        httpx.WriteError,
        httpx.WriteTimeout,
    )
}
#: What httpx says of requests that were not sent.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.LocalProtocolError,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def translated(error: Exception, *, sent: bool) -> httpx.TransportError:
    """Return the error of httpx that says the same, and the truth about what was sent.

    httpcore2 reports errors between here and a proxy as if they had met the request; and whatever it doesn't know, as
    of TLS in mid-stream, comes as it is.

    Args:
        error: What came up below.
        sent: Whether a part of the request may have reached the server.
    """
    kind = _KINDS.get(type(error))
    cause: Exception | None = error
    text = str(error) if kind is not None else f"{type(error).__name__}: {error}"
    if kind is httpx.LocalProtocolError and not sent:
        cause = None  # h11's message contains the header, that is, the key
        text = "a header or the URL holds what can't be sent"
    if kind is None or issubclass(kind, _NOT_SENT) == sent:
        timed_out = isinstance(error, httpcore2.TimeoutException | TimeoutError)
        if sent:
            kind = httpx.ReadTimeout if timed_out else httpx.ReadError
        else:
            kind = httpx.ConnectTimeout if timed_out else httpx.ConnectError
    failure = kind(text)
    failure.__cause__ = cause
    return failure


__all__ = ["translated"]
