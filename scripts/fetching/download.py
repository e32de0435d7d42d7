"""Downloads a document over HTTP: one deadline for the whole of it, a size limit, and one clear line when it fails."""

from __future__ import annotations

import anyio
import httpx

from .errors import FetchError, one_line

MAX_REDIRECTS = 5
MAX_BYTES = 32 * 1024 * 1024


def download(url: str, timeout: float, max_bytes: int) -> tuple[bytes, str]:
    """The body that `url` answers with, and its content type.

    `timeout` is in seconds and covers everything, redirects and the last byte of the body included. Raises
    FetchError.
    """
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"not a URL: {error}") from error
    if target.scheme not in {"http", "https"} or not target.host:
        raise FetchError(f"only http and https URLs can be fetched, not {_shown(target)}")
    try:
        return anyio.run(_download, target, timeout, max_bytes)
    except TimeoutError as error:
        raise FetchError(f"no complete answer from {_shown(target)} within {timeout:g} seconds") from error
    except httpx.TooManyRedirects as error:
        raise FetchError(f"{_shown(target)} redirects more than {MAX_REDIRECTS} times") from error
    except httpx.UnsupportedProtocol as error:
        raise FetchError(f"{_shown(target)} redirects to something that is neither http nor https") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{_shown(target)}: {_transport_reason(error)}") from error


async def _download(url: httpx.URL, timeout: float, max_bytes: int) -> tuple[bytes, str]:  # noqa: ASYNC109
    # httpx's own timeouts restart with every chunk, so a slow server might never hit them: one deadline.
    with anyio.fail_after(timeout):
        async with (
            httpx.AsyncClient(
                follow_redirects=True,
                max_redirects=MAX_REDIRECTS,
                timeout=None,  # noqa: S113
            ) as client,
            client.stream("GET", url, headers={"accept": "application/json"}) as response,
        ):
            if url.scheme == "https" and response.url.scheme != "https":
                raise FetchError(f"{_shown(url)} redirects from https to {response.url.scheme}")
            if response.status_code != httpx.codes.OK:
                status = f"{response.status_code} {response.reason_phrase}".rstrip()
                raise FetchError(f"{_shown(response.url)} answered {status}")
            body = bytearray()
            async for chunk in response.aiter_bytes(64 * 1024):
                body += chunk
                if len(body) > max_bytes:
                    raise FetchError(f"{_shown(response.url)} sends more than {max_bytes} bytes")
            return bytes(body), response.headers.get("content-type", "")


def _shown(url: httpx.URL) -> str:
    """The URL without what may be secret in it: user, password, query."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def _transport_reason(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused"
        cause = cause.__cause__ or cause.__context__
    return one_line(str(error)) or type(error).__name__
