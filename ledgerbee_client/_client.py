"""`LedgerBee`: the client. It puts the parts together and does none of their work."""

from __future__ import annotations

import contextlib
import os
import secrets
import warnings
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NoReturn, Self, TypeVar

import httpx
from attrs import evolve

from . import _config as config
from . import _json
from . import _routes as routes
from ._auth import ApiKey, OAuthClientCredentials
from ._connections import refuse_guessing, transports
from ._outcome import NO_RETRIES, RetryPolicy
from ._pagination import Paginator
from ._pipeline import Options, Pipeline
from ._scopes import NotKnownYetError, Scopes
from ._version import __version__
from ._warnings import Notices, read_expiry
from .errors import ConfigurationError, LedgerBeeError, ResponseDecodeError
from .generated.client import OnDrift
from .generated.decoding import parse_any, parse_none
from .generated.errors import DecodeError
from .generated.operations import OPERATIONS
from .generated.resources import Resources
from .generated.types import UNSET, Operation, Page, Request, Response, ResponseKind, Unset
from .generated.urls import header_value, query_pairs

T = TypeVar("T")

#: A connection is made within 5 s or not at all; a PDF or a large batch may take its time; waiting for a free
#: connection is bounded by the deadline of the call.
DEFAULT_TIMEOUT = httpx.Timeout(connect=5.0, read=30.0, write=30.0, pool=60.0)
#: As many connections as calls may run at the same time; the rest wait for a free one. All are kept for the next calls.
DEFAULT_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=30.0)
#: Learning the scopes must not hold up the call that wants to know them.
_ASIDE_DEADLINE = 5.0


class LedgerBee(Resources):
    """An asynchronous client of the LedgerBee API.

        async with LedgerBee() as lb:
            product = await lb.products.get(product_id)

    One client serves any number of tasks; it holds the connections, so make one and share it. Works on asyncio and on
    trio.

    Args:
        api_key: an API key. Default: the environment variable LEDGERBEE_API_KEY.
        client_id: of an OAuth client, with `client_secret`. Default: LEDGERBEE_CLIENT_ID and LEDGERBEE_CLIENT_SECRET.
        client_secret: see `client_id`.
        auth: an auth flow of your own, or an `OAuthClientCredentials` with a token store, instead of the above.
        base_url: the API. Default: LEDGERBEE_BASE_URL, else https://api.ledgerbee.com/api.
        timeout: seconds, or an `httpx.Timeout`; None = wait for ever (within the deadline of `retry`).
        retry: when requests are repeated; None = never. See `RetryPolicy`.
        scope_check: 'auto' refuses a call for which the credential has no scope before it is sent; 'off' leaves that to
            the API.
        scopes: the scopes of the credential, if you know them; otherwise they are asked for when they are first needed.
        http_client: an `httpx.AsyncClient` of your own; you close it.
        transport: an httpx transport, for tests and special networks.

    Raises:
        ConfigurationError: no credential, two kinds at once, or a URL that a credential must not travel to.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        auth: httpx.Auth | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retry: RetryPolicy | Unset | None = UNSET,
        scope_check: Literal["auto", "off"] = "auto",
        scopes: Collection[str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        url = config.base_url(base_url)
        flow, kind = _auth(auth, api_key, client_id, client_secret, url)
        if http_client is not None and transport is not None:
            raise ConfigurationError("give http_client or transport, not both")
        if scope_check not in ("auto", "off"):
            raise ConfigurationError(f"scope_check is 'auto' or 'off', not {scope_check!r}")
        if isinstance(scopes, str | bytes):
            raise ConfigurationError("scopes is a collection of names, not one string")
        self._options = Options(
            timeout=DEFAULT_TIMEOUT if isinstance(timeout, Unset) else _timeout(timeout),
            retry=RetryPolicy() if isinstance(retry, Unset) else retry or NO_RETRIES,
        )
        #: The scopes of the credential, and those that calls need.
        self.scopes = self._scopes(flow, scopes, scope_check == "auto")
        self._pipeline = Pipeline(
            _http_factory(http_client, transport), http_client is None, url, flow, kind, self.scopes, Notices()
        )
        self._owner: LedgerBee | None = None  # of a copy: the client that closes the connections

    # ------------------------------------------------------------------ life

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes all connections; calls that are under way fail. A copy of `with_options` closes nothing."""
        if self._owner is None:
            await self._pipeline.aclose()

    def __del__(self) -> None:
        pipeline = getattr(self, "_pipeline", None)
        if pipeline is not None and self._owner is None and pipeline.is_open:
            warnings.warn(
                f"{self!r} was never closed: use 'async with', or 'await client.aclose()'", ResourceWarning, 2
            )

    def __repr__(self) -> str:
        return f"<LedgerBee {self._pipeline.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a LedgerBee client can't be pickled: it holds a credential and open connections")

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retry: RetryPolicy | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """A light copy with other options, over the same connections, credential and knowledge of scopes.

        Args:
            timeout: see `LedgerBee`.
            retry: see `LedgerBee`.
            headers: headers for every request, besides those of this client.
        """
        options = self._options
        if not isinstance(timeout, Unset):
            options = evolve(options, timeout=_timeout(timeout))
        if not isinstance(retry, Unset):
            options = evolve(options, retry=retry or NO_RETRIES)
        if headers:
            merged = httpx.Headers(options.headers)
            merged.update({name: header_value(value, name) for name, value in headers.items()})
            options = evolve(options, headers=merged)
        copy = type(self).__new__(type(self))
        copy._options = options
        copy._pipeline = self._pipeline
        copy.scopes = self.scopes
        copy._owner = self
        return copy

    # ------------------------------------------------------------------ calls

    async def execute(
        self,
        operation: Operation,
        request: Request,
        decode: Callable[[Any], T],
        by_status: Mapping[int, tuple[ResponseKind, Callable[[Any], T]]] | None = None,
    ) -> Response[T]:
        """Sends a request that an endpoint module has built, and decodes the answer."""
        response = await self._pipeline.send(operation, request, self._options)
        answer = operation.response_kind
        if by_status is not None and response.status_code in by_status:
            answer, decode = by_status[response.status_code]
        if response.status_code == 404:  # a DELETE that was repeated and found nothing left to delete
            answer, decode = "empty", parse_none  # type: ignore[assignment]
        return Response(
            response.status_code, response.headers, response.content, _decoded(operation, response, answer, decode)
        )

    def paginate(
        self,
        operation: Operation,
        request: Request,
        decode_item: Callable[[Any], T],
        *,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
    ) -> Paginator[T]:
        """The pages of a list, none of them requested yet."""

        async def fetch(request: Request, decode: Callable[[Any], Page[T]]) -> Page[T]:
            response = await self._pipeline.send(operation, request, self._options)
            return _decoded(operation, response, "json", decode)

        return Paginator(operation, request, fetch, decode_item, prefetch, on_drift)

    async def download(self, operation: Operation, request: Request, path: str | os.PathLike[str]) -> Path:
        """Writes the answer to a file without holding it in memory.

        It is written under another name and moved into place when it is complete, so a file called `path` is never a
        part of one. A file that was there is replaced. On any error, and when it is cancelled, nothing is left.

            await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request(invoice_id), "invoice.pdf")

        Returns:
            the path.

        Raises:
            OSError: the file can't be written; when it can't even be opened, nothing was sent.
            LedgerBeeError: see `errors`.
        """
        target = Path(path)
        part = target.with_name(f".{secrets.token_hex(8)}.part")
        # All in this thread: what a cancelled task has left to another would still happen afterwards.
        file = part.open("xb")
        try:

            async def sink(response: httpx.Response) -> None:
                file.seek(0)  # a repeated attempt starts again
                file.truncate()
                async for chunk in response.aiter_bytes():
                    file.write(chunk)

            with file:
                await self._pipeline.send(operation, request, self._options, sink=sink)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return target

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        idempotency: Literal["safe", "http", "natural", "none"] | None = None,
    ) -> Response[Any]:
        """Calls what the document doesn't know yet, under the same policies.

        Args:
            method: HTTP method.
            path: relative to the base URL, as in `/v1/anything`.
            params: query parameters.
            json: the body.
            headers: further headers.
            idempotency: whether the request may be repeated, if you know better than its method: 'none' = never once it
                was sent. See `Operation`.

        Returns:
            status, headers, content, and the body parsed if it is JSON.

        Raises:
            ValueError: the path is not relative.
            LedgerBeeError: see `errors`.
        """
        operation = routes.operation_for(method, path, idempotency)
        request = Request(path)
        for name, value in (params or {}).items():
            request.query += query_pairs(name, value)
        if headers:
            request.headers = {name: header_value(value, name) for name, value in headers.items()}
        request.json = json
        response = await self._pipeline.send(operation, request, self._options)
        is_json = "json" in response.headers.get("content-type", "")
        parsed = _decoded(operation, response, "json", parse_any) if is_json and response.content else None
        return Response(response.status_code, response.headers, response.content, parsed)

    # ------------------------------------------------------------------ what the parts need

    async def _key_scopes(self) -> Collection[str] | None:
        """The scopes of an API key. Nothing else that the key information holds or lacks matters."""
        response = await self._ask_aside("api_key.get")
        info = _json.loads(response.content)
        expires_at, scopes = info.get("expiresAt"), info.get("scopes")
        if isinstance(expires_at, str):
            self._pipeline.notices.expires(read_expiry(expires_at))
        return scopes if isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes) else None

    async def _ask_aside(self, name: str) -> httpx.Response:
        """A call of the client's own, for what it wants to know. It doesn't hold up the caller's for long."""
        operation = OPERATIONS[name]
        options = evolve(self._options, retry=RetryPolicy(max_attempts=1, deadline=_ASIDE_DEADLINE))
        return await self._pipeline.send(operation, Request(operation.path), options, checked=False)

    def _scopes(self, flow: httpx.Auth, given: Collection[str] | None, check: bool) -> Scopes:
        """What is known of the scopes of a credential."""

        async def unknown() -> None:
            return None

        if isinstance(flow, ApiKey):
            return Scopes(self._key_scopes, given=given, check=check)
        if not isinstance(flow, OAuthClientCredentials):
            return Scopes(unknown, given=given, check=check)

        async def of_token() -> Collection[str] | None:
            token = await flow.token()
            if token is None:
                raise NotKnownYetError
            return token.scopes

        async def renew() -> None:
            await flow.distrust()
            with contextlib.suppress(LedgerBeeError):  # its answer doesn't matter: it brings a token
                await self._ask_aside("company.get")

        return Scopes(of_token, renew=renew, given=given, check=check)


def _auth(
    auth: httpx.Auth | None, api_key: str | None, client_id: str | None, client_secret: str | None, url: str
) -> tuple[httpx.Auth, Literal["api_key", "oauth2"] | None]:
    """The auth flow and its kind."""
    if auth is not None:
        if api_key is not None or client_id is not None or client_secret is not None:
            raise ConfigurationError("give auth, or an API key, or an OAuth client: one of them")
        if isinstance(auth, OAuthClientCredentials):
            auth.belong_to(url)
        elif not isinstance(auth, httpx.Auth):
            raise ConfigurationError("auth is an httpx.Auth, such as OAuthClientCredentials")
        return auth, auth.kind if isinstance(auth, ApiKey | OAuthClientCredentials) else None
    key, pair = config.credentials(api_key, client_id, client_secret)
    if pair is not None:
        flow = OAuthClientCredentials(*pair)
        flow.belong_to(url)
        return flow, "oauth2"
    assert key is not None
    return ApiKey(key), "api_key"


def _http_factory(
    given: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None
) -> Callable[[], httpx.AsyncClient]:
    """Makes the httpx client when it is first needed: loading the certificates takes its time.

    Raises:
        ConfigurationError: its transport isn't to be trusted.
    """
    if given is not None:
        refuse_guessing(transports(given))
        return lambda: given
    refuse_guessing([transport])

    def make() -> httpx.AsyncClient:
        from . import _pool as pool  # with httpcore, which httpx imports as late

        agent = f"ledgerbee-client/{__version__} python-httpx/{httpx.__version__}"
        try:
            http = httpx.AsyncClient(transport=transport, limits=DEFAULT_LIMITS, headers={"User-Agent": agent})
        except (ValueError, ImportError) as error:  # a proxy of the environment that httpx can't use
            raise ConfigurationError(f"the connection can't be set up: {error}") from None
        if transport is None:
            pool.install(http, DEFAULT_LIMITS)
        return http

    return make


def _timeout(value: float | httpx.Timeout | None) -> httpx.Timeout:
    return value if isinstance(value, httpx.Timeout) else httpx.Timeout(value)


def _decoded(operation: Operation, response: httpx.Response, answer: ResponseKind, decode: Callable[[Any], T]) -> T:
    """What an answer holds.

    Raises:
        ResponseDecodeError: it is not what it should be.
    """
    value: Any
    if answer == "bytes":
        value = response.content
    elif answer == "text":
        value = response.text
    elif answer == "empty":
        value = None
    else:
        try:
            value = _json.loads(response.content)
        except (ValueError, RecursionError):
            raise ResponseDecodeError.of(DecodeError(_not_json(response)), operation, response) from None
    try:
        return decode(value)
    except DecodeError as error:
        raise ResponseDecodeError.of(error, operation, response) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise ResponseDecodeError.of(DecodeError(str(error)), operation, response) from None


def _not_json(response: httpx.Response) -> str:
    if not response.content:
        return "the body is empty"
    kind = response.headers.get("content-type", "of unknown type").partition(";")[0]
    return f"the body is no JSON ({kind}, {len(response.content)} bytes)"


__all__ = ["DEFAULT_LIMITS", "DEFAULT_TIMEOUT", "LedgerBee"]
