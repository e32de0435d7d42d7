"""`LedgerBee`: the client. It puts the parts together and does none of their work."""

from __future__ import annotations

import functools
import os
import warnings
from collections.abc import AsyncIterable, Awaitable, Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NoReturn, ParamSpec, Self, TypeVar

import httpx
from attrs import evolve

from . import _config as config
from . import _routes as routes
from ._attempt import Attempts, Call
from ._auth import credential_for
from ._channel import channel_for
from ._config import DEFAULT_TIMEOUT, Options
from ._decode import decoded, ensure_file
from ._download import replacing
from ._once import IdempotencyStore, Once, Run, Safeguards, call_once, opened, run_each
from ._outcome import NO_RETRIES, RetryPolicy
from ._pagination import Paginator
from ._pipeline import Pipeline, Retries
from ._scopes import GivenGrants, Scopes
from ._settle import DEFAULT_SETTLE_AFTER, Applied, NotApplied, Settler, Unsettled, sent_by
from ._warnings import Warnings
from .errors import ConfigurationError, OutcomeUnknownError
from .generated.client import OnDrift
from .generated.decoding import parse_any, parse_none
from .generated.operations import OPERATIONS
from .generated.resources import Resources
from .generated.types import UNSET, Operation, Page, Request, Response, ResponseKind, Unset
from .generated.urls import header_value, query_pairs

T = TypeVar("T")
Item = TypeVar("Item")
P = ParamSpec("P")

#: Of an internal request, in seconds.
_INTERNAL_DEADLINE = 5.0


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
        idempotency_store: what remembers the writes that `once` makes: a path of a SQLite file, or a store, which you
            close.
        settle_after: seconds after an attempt until the API can no longer be working on it: longer than the time-outs
            of all gateways between here and there.
        settle_by_hand: let `once` make writes whose outcome nobody can settle but a person.

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
        idempotency_store: IdempotencyStore | str | os.PathLike[str] | None = None,
        settle_after: float = DEFAULT_SETTLE_AFTER,
        settle_by_hand: bool = False,
    ) -> None:
        if scope_check not in ("auto", "off"):
            raise ConfigurationError(f"scope_check must be 'auto' or 'off', not {scope_check!r}")
        if isinstance(scopes, str | bytes):
            raise ConfigurationError("scopes must be a collection of names, not one string")
        store, self._owns_store = opened(idempotency_store)
        self._safeguards = Safeguards(store=store, settle_after=settle_after, by_hand=settle_by_hand)
        self._options = Options(
            timeout=DEFAULT_TIMEOUT if isinstance(timeout, Unset) else _timeout(timeout),
            retry=RetryPolicy() if isinstance(retry, Unset) else retry or NO_RETRIES,
        )
        self._base_url = config.base_url(base_url)
        credential = credential_for(auth, api_key, client_id, client_secret, self._base_url)
        response_warnings = Warnings()
        self._attempts = Attempts(channel_for(http_client, transport), self._base_url, credential, response_warnings)
        retries = Retries(self._attempts)
        #: The scopes of the credential, and those that calls need.
        self.scopes = Scopes(
            credential if scopes is None else GivenGrants(frozenset(scopes)),
            _internal(retries, self._options),
            response_warnings,
            check=scope_check == "auto",
        )
        self._pipeline = Pipeline(retries, self._attempts, credential, self.scopes, response_warnings)
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
            await self._attempts.aclose()
            if self._owns_store and self._safeguards.store is not None:
                await self._safeguards.store.aclose()

    def __del__(self) -> None:
        attempts = getattr(self, "_attempts", None)
        if attempts is not None and self._owner is None and attempts.is_open:
            warnings.warn(
                f"{self!r} was never closed: use 'async with', or 'await client.aclose()'", ResourceWarning, 2
            )

    def __repr__(self) -> str:
        return f"<LedgerBee {self._base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a LedgerBee client can't be pickled: it holds a credential and open connections")

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retry: RetryPolicy | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
        settle_after: float | Unset = UNSET,
        settle_by_hand: bool | Unset = UNSET,
    ) -> Self:
        """A light copy with other options, over the same connections, credential and knowledge of scopes.

        Args:
            timeout: see `LedgerBee`.
            retry: see `LedgerBee`.
            headers: headers for every request, besides those of this client.
            settle_after: see `LedgerBee`.
            settle_by_hand: see `LedgerBee`.
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
        copy._safeguards = self._safeguards
        if not isinstance(settle_after, Unset):
            copy._safeguards = evolve(copy._safeguards, settle_after=settle_after)
        if not isinstance(settle_by_hand, Unset):
            copy._safeguards = evolve(copy._safeguards, by_hand=settle_by_hand)
        copy._base_url = self._base_url
        copy._attempts = self._attempts
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
        try:
            response = await self._pipeline.send(operation, request, self._options)
        except OutcomeUnknownError as error:
            error.decode = decode
            raise
        answer = operation.response_kind
        if by_status is not None and response.status_code in by_status:
            answer, decode = by_status[response.status_code]
        if response.status_code == 404:  # a DELETE that was repeated and found nothing left to delete
            answer, decode = "empty", parse_none  # type: ignore[assignment]
        return Response(
            response.status_code, response.headers, response.content, decoded(operation, response, answer, decode)
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
            return decoded(operation, response, "json", decode)

        return Paginator(operation, request, fetch, decode_item, prefetch, on_drift)

    async def download(self, operation: Operation, request: Request, path: str | os.PathLike[str]) -> Path:
        """Writes the answer to a file without holding it in memory.

        It is written under another name and moved into place when it is complete, so a file called `path` is never a
        part of one. A file that was there is replaced, and its permissions stay; so does a symbolic link, and what it
        leads to is replaced. On any error, and when it is cancelled, nothing is left.

            await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request(invoice_id), "invoice.pdf")

        Returns:
            the path.

        Raises:
            OSError: the file can't be written; when it can't even be opened, nothing was sent.
            ResponseDecodeError: the response is not a file, but a page that is shown in its place.
            LedgerBeeError: see `errors`.
        """
        target = Path(path)
        with replacing(target) as file:
            response = await self._pipeline.send(operation, request, self._options, file=file)
            file.seek(0)
            ensure_file(operation, response, file.read(1024))
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
        parsed = decoded(operation, response, "json", parse_any) if is_json and response.content else None
        return Response(response.status_code, response.headers, response.content, parsed)

    # ------------------------------------------------------------------ nothing twice, nothing lost

    async def once(self, key: str, method: Callable[P, Awaitable[T]], /, *arguments: P.args, **options: P.kwargs) -> T:
        """Make a write once, whatever happens: also when the response is lost, or the process is killed.

            invoice = await lb.once("invoice/2026-11/C-1001", lb.invoices.create, reference="2026-11/C-1001", ...)

        The intent is kept before anything is sent, and the result afterwards. The same key again returns the same
        result without a request. An intent without a result is settled first (see `settle`), and sent again only if it
        was not applied. A refusal (4xx) frees the key. Of several tasks, processes or hosts with one key, one sends and
        the others wait for its result.

        Args:
            key: Your name for this write, such as the number of what it comes from.
            method: The method to call, such as `lb.invoices.create`.
            *arguments: Its arguments.
            **options: Its keyword arguments.

        Returns:
            What the method returns. When the response was lost and the write settled, it is made of the object that was
            found.

        Raises:
            IdempotencyKeyReuseError: The key belongs to another write; nothing was sent.
            UnsettledError: It can't be told whether it was applied; a person must decide.
            ConfigurationError: The client has no store, or the outcome of this operation could never be settled.
            IdempotencyStoreError: The store failed.
            LedgerBeeError: What the method raises.
        """
        return await call_once(self._safeguards, key, method, arguments, options)

    async def once_each(
        self,
        items: Iterable[Item] | AsyncIterable[Item],
        *,
        key: Callable[[Item], str],
        call: Callable[[Item, Once], Awaitable[T]],
        limit: int = 8,
        stop_at: float | None = 0.5,
    ) -> Run[Item, T]:
        """Make a write for each item once, a bounded number at a time: a month-end run.

            async def invoice(row, once):
                return await once(lb.invoices.create, customer_id=row.customer_id, reference=row.reference, ...)

            run = await lb.once_each(rows, key=lambda row: f"invoice/{row.reference}", call=invoice)

        When it was interrupted, or some items failed, run it again with the same items: what is done is not sent again.

        Args:
            items: What to write, begun in this order.
            key: The idempotency key of an item.
            call: Makes the write of an item with the `once` that it is given, which has the key filled in.
            limit: Items at the same time.
            stop_at: Share of items that fail (from 0 to 1), ten at least, at which the run stops; None = never.

        Returns:
            What became of each item, in order.
        """

        def with_key(name: str) -> Once:
            return functools.partial(self.once, name)

        return await run_each(items, key, call, with_key, limit, stop_at)

    async def settle(
        self, error: OutcomeUnknownError, *, settle_after: float | None = None, wait: bool = True
    ) -> Applied[Any] | NotApplied | Unsettled:
        """Find out whether a write of unknown outcome was applied.

        Args:
            error: What the write raised.
            settle_after: Seconds after the attempt until the API can no longer be working on it; by default that of the
                client.
            wait: Look again until then. With False, what can't be told yet is `Unsettled`, with `settle_at`.

        Returns:
            `Applied` with the result, `NotApplied`, or `Unsettled` with the reason and the candidates: never a guess.

        Raises:
            ValueError: The error doesn't say what was sent.
        """
        sent = sent_by(error)
        after = self._safeguards.settle_after if settle_after is None else settle_after
        return await Settler(self, sent, error.decode or parse_any, after).settle(wait=wait)


def _internal(retries: Retries, options: Options) -> Callable[[str], Awaitable[httpx.Response]]:
    """Internal request: no retries, 5 s deadline, no scope check."""
    hasty = evolve(options, retry=RetryPolicy(max_attempts=1, deadline=_INTERNAL_DEADLINE))

    async def call(name: str) -> httpx.Response:
        operation = OPERATIONS[name]
        return await retries.send(Call(operation, Request(operation.path), hasty))

    return call


def _timeout(value: float | httpx.Timeout | None) -> httpx.Timeout:
    return value if isinstance(value, httpx.Timeout) else httpx.Timeout(value)


__all__ = ["LedgerBee"]
