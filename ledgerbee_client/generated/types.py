"""The few types that all generated code shares."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from inspect import iscoroutinefunction
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    NoReturn,
    Protocol,
    TypeVar,
    overload,
)

import httpx
from attrs import define, field, fields

from .nearest import wrong_call

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message: str, **_options: Any) -> Any:
        """Mark a method for type checkers (PEP 702); at run time the headers of the response speak for themselves."""

        def mark(function: Any) -> Any:
            function.__deprecated__ = message
            return function

        return mark


T = TypeVar("T")
_Function = TypeVar("_Function", bound=Callable[..., Any])

#: What a response holds.
ResponseKind = Literal["json", "bytes", "text", "empty"]


class Unset:
    """The type of `UNSET`: an argument that was not given. It is left out of the request; None is sent as null."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, _memo: Any) -> Unset:
        return self


UNSET: Final = Unset()

#: The default of an optional field in a model that is both sent and received. It is not part of the annotation,
#: because a received field that is missing reads as None.
NOT_GIVEN: Any = UNSET


class Pagination(NamedTuple):
    """How an operation's responses are paged: names of query parameters and of fields of the envelope.

    A counter that stands one level down is written with a dot: `meta.total`.

    Attributes:
        page_parameter: query parameter of the page number.
        limit_parameter: query parameter of the number of items a page.
        items: field of the envelope that holds the items.
        total: field that counts the items of the whole list.
        page: field that holds the number of the page.
        limit: field that holds the number of items a page.
        total_pages: field that counts the pages.
        items_inferred: the name in `items` is a conclusion.
        max_limit: the largest limit that the document allows.
        default_limit: the limit that the API takes when none is sent.
    """

    page_parameter: str
    limit_parameter: str | None
    items: str
    total: str | None
    page: str | None
    limit: str | None
    total_pages: str | None
    items_inferred: bool = False
    max_limit: int | None = None
    default_limit: int | None = None


class Settlement(NamedTuple):
    """How it is found out whether a write of unknown outcome was applied.

    Attributes:
        kind: `match` (an object like what was sent is looked for), `state` (the object itself shows it), `none`.
        lists: the call that lists the objects, as in `invoices.list`.
        read: the call that reads one object; it completes what the list leaves out.
        object_id: where the id of the object stands in what was sent: `path.NAME` or `body.NAME`; None: the last path
            parameter.
        inside: the array of the object in which the looked-for ones stand.
        keys: sent fields that identify an object: unique, or the caller's own.
        compare: sent fields that must be shown and equal where no key was sent.
        filters: query parameter of the list, and the sent field that it narrows by.
        grows: lists to which the API adds what it computes.
        each: the body holds an array of what is looked for; all or none of it was applied.
        stale: seconds for which the API may answer from a cache.
        shows: the field that shows the state.
        applied: its values afterwards.
        not_applied: its values before.
        shows_sent: the object shows the fields that were sent.
        gone: the object is no longer there, which proves nothing; while it is there, the write was not applied.
        changed: the field that says when the object last changed.
        reversible: the state may be reached and left again, so the old one proves nothing a quarter of an hour later.
        made: fields of the object that hold the id of what the write made, and the call that reads that.
        reason: why it can't be found out.
    """

    kind: Literal["match", "state", "none"]
    lists: str | None = None
    read: str | None = None
    object_id: str | None = None
    inside: str | None = None
    keys: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    grows: tuple[str, ...] = ()
    each: bool = False
    stale: float = 0.0
    shows: str | None = None
    applied: tuple[Any, ...] = ()
    not_applied: tuple[Any, ...] = ()
    shows_sent: bool = False
    gone: bool = False
    changed: str | None = None
    reversible: bool = False
    made: tuple[tuple[str, str], ...] = ()
    reason: str = ""


class Operation(NamedTuple):
    """What is known of one operation besides the shapes of its data.

    Attributes:
        name: `resource.method`, as in `products.create`.
        method: HTTP method.
        path: path template, relative to the base URL.
        tag: tag in the document: with `method` and `summary` what is certain of an operation, whatever its path.
        summary: one-line summary in the document.
        scopes: scopes that a call needs.
        scopes_inferred: the scopes are a conclusion: advice, never a reason to refuse a call.
        path_inferred: the path is a conclusion and may be wrong.
        auth: kinds of credential taken: `api_key`, `oauth2`, `user` (a sign-in in the browser); empty: none needed.
        idempotency: whether a request may be repeated: `safe` (reads), `http` (PUT, DELETE), `natural` (documented
            upserts), `key` (with the same idempotency key), `none`.
        idempotency_header: the header of the idempotency key.
        response_kind: what a 2xx response holds.
        pagination: how its responses are paged, if they are.
        deprecated: the operation is deprecated.
        successor: METHOD and path of what replaces it.
        successor_name: the Python name of that operation, `resource.method`.
        sunset: the date after which it may stop working.
        licenses: licenses of the company, one of which is needed.
        licenses_when: field of the body, its value (the case doesn't count), and the licenses all of which are needed then.
        read_back: the call that shows whether a write was applied.
        settlement: how it is found out whether a write of unknown outcome was applied.
    """

    name: str
    method: str
    path: str
    tag: str = ""
    summary: str = ""
    scopes: tuple[str, ...] = ()
    scopes_inferred: bool = False
    path_inferred: bool = False
    auth: tuple[str, ...] = ()
    idempotency: Literal["safe", "http", "natural", "key", "none"] = "none"
    idempotency_header: str | None = None
    response_kind: ResponseKind = "json"
    pagination: Pagination | None = None
    deprecated: bool = False
    successor: str | None = None
    successor_name: str | None = None
    sunset: str | None = None
    licenses: tuple[str, ...] = ()
    licenses_when: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    read_back: str | None = None
    settlement: Settlement | None = None

    @property
    def replacement(self) -> str | None:
        """What to call instead of a deprecated operation: its Python name, if it has one, and METHOD and path."""
        return f"{self.successor_name} ({self.successor})" if self.successor_name else self.successor


def calls(operation: Operation) -> Callable[[_Function], _Function]:
    """Mark a method with the operation that it calls: its attribute `__operation__`.

    Arguments that it doesn't have are refused by the nearest name of one that it has, which Python doesn't say.

    Args:
        operation: what the method calls.
    """

    def mark(function: Any) -> Any:
        function.__operation__ = operation
        if iscoroutinefunction(function):

            @functools.wraps(function)
            async def method(*arguments: Any, **options: Any) -> Any:
                try:
                    running = function(*arguments, **options)
                except TypeError as error:
                    raise wrong_call(function, operation.name, arguments, options, error) from None
                return await running

            return method

        @functools.wraps(function)
        def plain_method(*arguments: Any, **options: Any) -> Any:
            try:
                return function(*arguments, **options)
            except TypeError as error:
                wrong = wrong_call(function, operation.name, arguments, options, error)
                if wrong is error:
                    raise
                raise wrong from None

        return plain_method

    return mark


@define
class File:
    """A file to send in a multipart body."""

    content: bytes | IO[bytes]
    file_name: str | None = None
    content_type: str | None = None


class Request:
    """A request that an endpoint module has built: checked and encoded, not yet sent."""

    __slots__ = ("content", "content_type", "files", "form", "headers", "json", "path", "query")

    def __init__(
        self,
        path: str,
        query: list[tuple[str, str]] | None = None,
        headers: dict[str, str] | None = None,
        json: Any = UNSET,
        form: Mapping[str, Any] | None = None,
        files: Sequence[tuple[str, Any]] | None = None,
        content: bytes | None = None,
        content_type: str | None = None,
    ) -> None:
        self.path = path
        self.query = [] if query is None else query
        self.headers = {} if headers is None else headers
        self.json = json
        self.form = form
        self.files = files
        self.content = content
        self.content_type = content_type

    def __repr__(self) -> str:  # the rest may hold what nobody else should read
        return f"Request(path={self.path!r})"

    def asking(self, query: list[tuple[str, str]]) -> Request:
        """A copy with another query."""
        other = copy.copy(self)
        other.query, other.headers = query, dict(self.headers)
        return other

    def extended(
        self,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Request:
        """Add what the document does not know.

        Raises:
            TypeError: a body is added to one that is not a JSON object.
        """
        if query:
            from .urls import query_pairs

            for name, value in query.items():
                self.query += query_pairs(name, value)
        if headers:
            self.headers.update(headers)
        if body:
            self._extend_body(body)
        return self

    def _extend_body(self, body: Mapping[str, Any]) -> None:
        from .encoding import encode_any
        from .forms import form_fields, multipart_parts

        if self.files is not None:
            self.files = [*self.files, *multipart_parts(body, "extra_body")]
        elif self.form is not None:
            self.form = {**self.form, **form_fields(body, "extra_body")}
        elif self.content is None and (self.json is UNSET or isinstance(self.json, dict)):
            self.json = {**(self.json or {}), **encode_any(body, "extra_body")}
        else:
            raise TypeError("extra_body needs a body that is an object")

    def cookie(self, pair: str) -> None:
        """Add a cookie, `name=value`."""
        before = self.headers.get("Cookie")
        self.headers["Cookie"] = f"{before}; {pair}" if before else pair


@define
class Response(Generic[T]):
    """A response, with the model that its body was decoded to."""

    status_code: int
    headers: httpx.Headers = field(repr=False)
    content: bytes = field(repr=False)
    parsed: T


class PageSource(Protocol[T]):
    """What a page was read by."""

    async def page_after(self, page: Page[T]) -> Page[T] | None:
        """The page after another one; None if there is none."""
        ...

    def checkpoint_of(self, page: Page[T]) -> dict[str, Any]:
        """Where reading goes on after a page."""
        ...


@define(kw_only=True)
class Page(Sequence[T], Generic[T]):
    """One page of a list: a sequence of its items.

        page = await lb.products.list(search="Hosting")
        for product in page: ...

    Attributes:
        items: the items of this page.
        total: matching items in all, if the response says it.
        page: number of this page, from 1.
        limit: items a page, if the response says it.
        total_pages: number of pages, if the response says it.
        extra: what else the response holds besides items and counters, as it came.
    """

    items: list[T]
    total: int | None = None
    page: int = 1
    limit: int | None = None
    total_pages: int | None = None
    extra: dict[str, Any] = field(factory=dict)
    _source: PageSource[T] | None = field(default=None, eq=False, repr=False, alias="source")

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        if self.total_pages is not None:
            return self.page < self.total_pages
        if self.total is not None and self.limit:
            return self.page * self.limit < self.total
        return bool(self.items)

    async def next_page(self) -> Page[T] | None:
        """Read the page after this one.

        Returns:
            The page, or None if this was the last.

        Raises:
            RuntimeError: The page was not read from the API: it was made by hand, copied or pickled.
            LedgerBeeError: See `ledgerbee_client.errors`.
        """
        return await self._origin().page_after(self) if self.has_next else None

    @property
    def checkpoint(self) -> dict[str, Any]:
        """Where reading goes on after this page: plain JSON, for `pages(start=checkpoint)`.

        Keep it after the items of the page were handled.

        Raises:
            RuntimeError: The page was not read from the API: it was made by hand, copied or pickled.
        """
        return self._origin().checkpoint_of(self)

    def _origin(self) -> PageSource[T]:
        if self._source is None:
            raise RuntimeError("this page was not read from the API (it was made by hand, copied or pickled)")
        return self._source

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self.items[index]

    def __getstate__(self) -> dict[str, Any]:
        return {one.name: None if one.name == "_source" else getattr(self, one.name) for one in fields(Page)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)

    if not TYPE_CHECKING:

        def __aiter__(self) -> NoReturn:
            raise TypeError(
                "a page is read with a plain for: `for item in page: ...`; "
                "for the items of every page iterate over the list itself: `async for item in lb.products.list(): ...`"
            )


__all__ = [
    "NOT_GIVEN",
    "UNSET",
    "ResponseKind",
    "File",
    "Operation",
    "Page",
    "PageSource",
    "Pagination",
    "Request",
    "Response",
    "Unset",
    "calls",
    "deprecated",
]
