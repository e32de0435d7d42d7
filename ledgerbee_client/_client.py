"""`LedgerBee`: the client. It puts the parts together and does none of their work.

What not every program needs is imported by the methods that need it: a client's start costs no more than httpx's.
"""

from __future__ import annotations

import functools
import os
import warnings
from collections.abc import AsyncIterable, Awaitable, Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Never, NoReturn, ParamSpec, Self, TypeVar

import httpx

import ledgerbee_client  # its public modules are lazy: annotations can be resolved, and nothing is loaded for them

from . import _config as config
from . import _routes as routes
from . import once as once_types  # lazy too
from ._attempt import Attempts, Call
from ._auth import credential_for
from ._body import Sink
from ._channel import channel_for
from ._config import DEFAULT_SETTLE_AFTER, DEFAULT_TIMEOUT, Options
from ._decode import decoded, is_json
from ._deviations import Deviation, Deviations
from ._once.safeguards import Safeguards, opened
from ._outcome import RetryPolicy
from ._pipeline import Pipeline, Retries
from ._scopes import GivenGrants, Scopes
from ._signals import Signals
from ._warnings import Warnings
from .errors import ConfigurationError, OutcomeUnknownError
from .generated.client import OnDrift, Paginator
from .generated.decoding import parse_any, parse_none
from .generated.operations import OPERATIONS
from .generated.resources import Resources
from .generated.types import UNSET, Operation, Page, Request, Response, ResponseKind, Unset
from .generated.urls import query_pairs

if TYPE_CHECKING:
    import ledgerbee_client.events

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
        api_key: An API key. Default: the environment variable LEDGERBEE_API_KEY.
        client_id: That of an OAuth client, with `client_secret`. Default: LEDGERBEE_CLIENT_ID and
            LEDGERBEE_CLIENT_SECRET.
        client_secret: See `client_id`.
        auth: An auth flow of your own, or an `OAuthClientCredentials` with a token store, instead of the above.
        base_url: The API. Default: LEDGERBEE_BASE_URL, else https://api.ledgerbee.com/api.
        timeout: Seconds, or an `httpx.Timeout`; None = wait for ever (within the deadline of `retry`).
        retry: When requests are repeated; None = never. See `RetryPolicy`.
        scope_check: 'auto' refuses a call for which the credential has no scope before it is sent; 'off' leaves that to
            the API.
        scopes: The scopes of the credential, if you know them; otherwise they are fetched when they are first needed.
        http_client: An `httpx.AsyncClient` of your own; you close it. Its cookies are not sent.
        transport: An httpx transport, for tests and special networks.
        idempotency_store: What remembers the writes that `once` makes: a path of a SQLite file, or a store, which you
            close.
        settle_after: Seconds after an attempt until the API can no longer be working on it: longer than the time-outs
            of all gateways between here and there.
        settle_by_hand: Let `once` make writes whose outcome nobody can settle but a person.
        on_deviation: Called with each `Deviation` that is added to `deviations`.
        on_event: Called with a `CallEvent` at the end of each call, with each `Deviation`, and with a `DriftEvent` when
            a list changed while it was read; see `events`. OpenTelemetry needs no callback.

    Raises:
        ConfigurationError: No credential, two kinds at once, a URL that a credential must not travel to, or an argument
            that can't be used.
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
        idempotency_store: once_types.IdempotencyStore | str | os.PathLike[str] | None = None,
        settle_after: float = DEFAULT_SETTLE_AFTER,
        settle_by_hand: bool = False,
        on_deviation: Callable[[Deviation], object] | None = None,
        on_event: Callable[[ledgerbee_client.events.Event], object] | None = None,
        **unknown: Never,
    ) -> None:
        if unknown:
            raise TypeError(config.unknown_argument("LedgerBee", LedgerBee.__init__, unknown))
        self._owner: LedgerBee | None = None  # of a copy: the client that closes the connections
        if scope_check not in ("auto", "off"):
            raise ConfigurationError(f"scope_check must be 'auto' or 'off', not {scope_check!r}")
        self._base_url = config.base_url(base_url)
        store, self._owns_store = opened(idempotency_store)
        by_hand = config.flag_of(settle_by_hand, "settle_by_hand")
        self._safeguards = Safeguards(store, config.settle_after_of(settle_after), by_hand, service=self._base_url)
        self._options = Options(
            timeout=DEFAULT_TIMEOUT if isinstance(timeout, Unset) else config.timeout_of(timeout),
            retry=RetryPolicy() if isinstance(retry, Unset) else config.retry_of(retry),
        )
        self._signals = Signals(self._base_url, on_event, on_deviation)
        credential = credential_for(auth, api_key, client_id, client_secret, self._base_url)
        response_warnings = Warnings()
        self._attempts = Attempts(channel_for(http_client, transport), self._base_url, credential, response_warnings)
        retries = Retries(self._attempts)
        #: The scopes of the credential, and those that calls need.
        self.scopes = Scopes(
            credential if scopes is None else GivenGrants(config.scopes_of(scopes)),
            _internal(retries, self._options),
            response_warnings,
            check=scope_check == "auto",
        )
        self._pipeline = Pipeline(retries, self._attempts, credential, self.scopes, response_warnings)
        #: What responses held that the document doesn't say.
        self.deviations = Deviations(self._signals.deviation)

    # ------------------------------------------------------------------ life

    async def __aenter__(self) -> Self:
        return self

    if not TYPE_CHECKING:  # for those who forget `async`

        def __enter__(self) -> NoReturn:
            raise TypeError("LedgerBee is asynchronous: write 'async with LedgerBee() as lb' instead of 'with'")

        def __exit__(self, *_details: object) -> None: ...

        def __getattr__(self, name: str) -> NoReturn:
            from .generated.nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb"))

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections; calls that are in flight fail. A copy of `with_options` closes nothing."""
        if self._owner is None:
            await self._attempts.aclose()
            if self._owns_store and self._safeguards.store is not None:
                await self._safeguards.store.aclose()

    def __del__(self) -> None:
        attempts = self.__dict__.get("_attempts")  # none where an argument was refused
        if attempts is not None and self._owner is None and attempts.is_open:
            warnings.warn(
                f"{self!r} was never closed: use 'async with', or 'await client.aclose()'", ResourceWarning, 2
            )

    def __repr__(self) -> str:
        return f"<LedgerBee {self._base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a LedgerBee client can't be pickled: it holds a credential and open connections; make one in each process"
        )

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retry: RetryPolicy | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
        settle_after: float | Unset = UNSET,
        settle_by_hand: bool | Unset = UNSET,
        **unknown: Never,
    ) -> Self:
        """Return a light copy with other options, over the same connections, credential and knowledge of scopes.

        Args:
            timeout: See `LedgerBee`.
            retry: See `LedgerBee`.
            headers: Headers for every request, besides those of this client.
            settle_after: See `LedgerBee`.
            settle_by_hand: See `LedgerBee`.
            **unknown: Refused, with the nearest name.

        Raises:
            ConfigurationError: An option can't be used.
        """
        if unknown:
            raise TypeError(config.unknown_argument("with_options", LedgerBee.with_options, unknown))
        options, safeguards = self._options, self._safeguards
        if not isinstance(timeout, Unset):
            options = options._replace(timeout=config.timeout_of(timeout))
        if not isinstance(retry, Unset):
            options = options._replace(retry=config.retry_of(retry))
        if headers:
            options = options._replace(headers={**options.headers, **config.headers_of(headers)})
        if not isinstance(settle_after, Unset):
            safeguards = safeguards._replace(settle_after=config.settle_after_of(settle_after))
        if not isinstance(settle_by_hand, Unset):
            safeguards = safeguards._replace(by_hand=config.flag_of(settle_by_hand, "settle_by_hand"))
        copy = type(self).__new__(type(self))
        # What a subclass has added comes along; what is computed once from a client (its resources) doesn't.
        cached = {name for base in type(self).__mro__ for name, kind in vars(base).items() if _is_cached(kind)}
        vars(copy).update({name: value for name, value in vars(self).items() if name not in cached})
        copy._options = options
        copy._safeguards = safeguards
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
        """Send a request that an endpoint module has built, and decode the response.

        Args:
            operation: What is called.
            request: What is sent.
            decode: Makes the result of what the response holds.
            by_status: For single status codes, what the response holds and its decoder, where they differ.

        Returns:
            Status, headers, content, and the result.

        Raises:
            LedgerBeeError: See `errors`.
        """
        try:
            recording = self._signals.begin(operation)
            if recording is None:  # nothing is to be in the way of most calls
                response = await self._pipeline.send(operation, request, self._options)
                return self._result(operation, response, decode, by_status)
            with recording:
                response = await self._pipeline.send(operation, request, self._options, recording=recording)
                recording.response = response
                return self._result(operation, response, decode, by_status)
        except OutcomeUnknownError as error:
            error.decode = decode
            raise

    def _result(
        self,
        operation: Operation,
        response: httpx.Response,
        decode: Callable[[Any], T],
        by_status: Mapping[int, tuple[ResponseKind, Callable[[Any], T]]] | None,
    ) -> Response[T]:
        kind = operation.response_kind
        if by_status is not None and response.status_code in by_status:
            kind, decode = by_status[response.status_code]
        if response.status_code == 404:  # a DELETE that was repeated and found nothing left to delete
            kind, decode = "empty", parse_none  # type: ignore[assignment]
        result = decoded(operation, response, kind, decode, self.deviations)
        return Response(response.status_code, response.headers, response.content, result)

    async def _call(
        self, operation: Operation, request: Request, read: Callable[[httpx.Response], T], sink: Sink | None = None
    ) -> T:
        """Send a request, read its response, and report both."""
        recording = self._signals.begin(operation)
        if recording is None:
            return read(await self._pipeline.send(operation, request, self._options, sink=sink))
        with recording:
            response = await self._pipeline.send(operation, request, self._options, sink=sink, recording=recording)
            recording.response = response
            return read(response)

    def paginate(
        self,
        operation: Operation,
        request: Request,
        decode_item: Callable[[Any], T],
        *,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
    ) -> Paginator[T]:
        """Return the pages of a list, none of them requested yet.

        Args:
            operation: A list operation.
            request: The request for its first page.
            decode_item: Makes an item of its JSON.
            prefetch: How many requests may be in flight besides the first.
            on_drift: What to do when rows may have been skipped, because the list changed while it was read.

        Raises:
            ValueError: The operation has no pages, or an option is none of the above.
        """
        from ._pagination.paginator import ListPaginator

        async def send(request: Request, decode: Callable[[Any], Page[T]]) -> Page[T]:
            return await self._call(
                operation, request, lambda response: decoded(operation, response, "json", decode, self.deviations)
            )

        return ListPaginator(operation, request, send, decode_item, prefetch, on_drift, self._signals.drift)

    async def download(self, operation: Operation, request: Request, path: str | os.PathLike[str]) -> Path:
        """Write the response to a file without holding it in memory.

        It is written under another name and moved into place when it is complete, so a file called `path` is never a
        part of one. A file that was there is replaced, its permissions kept. On any error, and when it is cancelled,
        nothing is left.

            await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request(invoice_id), "invoice.pdf")

        Args:
            operation: What is called.
            request: What is sent.
            path: Where the file belongs.

        Returns:
            The path.

        Raises:
            OSError: The file can't be written; when it can't even be opened, nothing was sent.
            ResponseDecodeError: The response holds no file, such as a login page; a file that was there is untouched.
            LedgerBeeError: See `errors`.
        """
        from ._download import FileSink, replacing

        with replacing(operation, path) as file:
            sink = FileSink(operation, file, path)
            await self._call(operation, request, sink.end, sink)
        return Path(path)

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
        """Call what the document doesn't know yet, under the same policies.

        Args:
            method: HTTP method.
            path: Relative to the base URL, as in `/v1/anything`.
            params: Query parameters.
            json: The body.
            headers: Further headers.
            idempotency: Whether the request may be repeated, if you know better than its method: 'none' = never once it
                was sent. See `Operation`.

        Returns:
            Status, headers, content, and the body parsed if it is JSON.

        Raises:
            ValueError: The path is not relative.
            LedgerBeeError: See `errors`.
        """
        operation = routes.operation_for(method, path, idempotency)
        request = Request(path)
        for name, value in (params or {}).items():
            request.query += query_pairs(name, value)
        if headers:
            request.headers = config.headers_of(headers)
        request.json = json

        def read(response: httpx.Response) -> Response[Any]:
            has_json = is_json(response) and bool(response.content)
            parsed = decoded(operation, response, "json", parse_any, self.deviations) if has_json else None
            return Response(response.status_code, response.headers, response.content, parsed)

        return await self._call(operation, request, read)

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
        from ._once.calling import call_once

        operation = getattr(method, "__operation__", None)
        with self._signals.group("once", operation.name if isinstance(operation, Operation) else ""):
            return await call_once(self._safeguards, key, method, arguments, options)

    async def once_each(
        self,
        items: Iterable[Item] | AsyncIterable[Item],
        *,
        key: Callable[[Item], str],
        call: Callable[[Item, once_types.Once], Awaitable[T]],
        limit: int = 8,
        stop_at: float | None = 0.5,
    ) -> once_types.Run[Item, T]:
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
        from ._once.many import run_each

        def with_key(name: str) -> once_types.Once:
            return functools.partial(self.once, name)

        return await run_each(items, key, call, with_key, limit, stop_at)

    async def settle(
        self, error: OutcomeUnknownError, *, settle_after: float | None = None, wait: bool = True
    ) -> once_types.Applied[Any] | once_types.NotApplied | once_types.Unsettled:
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
        from ._settle.reading import Settler
        from ._settle.sent import sent_by

        sent = sent_by(error)
        after = self._safeguards.settle_after if settle_after is None else settle_after
        with self._signals.group("settle", sent.operation) as conclude:
            verdict = await Settler(self, sent, error.decode or parse_any, after).settle(wait=wait)
            conclude(type(verdict).__name__)
        return verdict


def _is_cached(member: object) -> bool:
    return isinstance(member, functools.cached_property)


def _internal(retries: Retries, options: Options) -> Callable[[str], Awaitable[httpx.Response]]:
    """Internal request: no retries, 5 s deadline, no scope check."""
    hasty = options._replace(retry=RetryPolicy(max_attempts=1, deadline=_INTERNAL_DEADLINE))

    async def call(name: str) -> httpx.Response:
        operation = OPERATIONS[name]
        return await retries.send(Call(operation, Request(operation.path), hasty))

    return call


__all__ = ["LedgerBee"]
