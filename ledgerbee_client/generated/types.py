"""The few types that all generated code shares."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from inspect import iscoroutinefunction
from typing import IO, TYPE_CHECKING, Any, Final, Generic, Literal, NoReturn, Protocol, TypeVar, overload

import httpx

from .metadata import Operation, Pagination, ResponseKind, Settlement

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
                    raise _wrong_call(function, operation, arguments, options, error) from None
                return await running

            return method

        @functools.wraps(function)
        def plain_method(*arguments: Any, **options: Any) -> Any:
            try:
                return function(*arguments, **options)
            except TypeError as error:
                wrong = _wrong_call(function, operation, arguments, options, error)
                if wrong is error:
                    raise
                raise wrong from None

        return plain_method

    return mark


def _wrong_call(
    function: Any, operation: Operation, arguments: tuple[Any, ...], options: dict[str, Any], error: TypeError
) -> TypeError:
    from .nearest import wrong_call  # for messages only

    return wrong_call(function, operation.name, arguments, options, error)


class File:
    """A file to send in a multipart body.

    Args:
        content: what is in it; or a file, open for reading bytes.
        file_name: the name under which it is sent.
        content_type: its media type.
    """

    __slots__ = ("__weakref__", "content", "content_type", "file_name")

    def __init__(
        self, content: bytes | IO[bytes], file_name: str | None = None, content_type: str | None = None
    ) -> None:
        self.content = content
        self.file_name = file_name
        self.content_type = content_type

    def __repr__(self) -> str:
        return f"File(file_name={self.file_name!r}, content_type={self.content_type!r})"


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


class Response(Generic[T]):
    """A response, with the model that its body was decoded to.

    Args:
        status_code: its status.
        headers: its headers.
        content: its body, as it came.
        parsed: what the body was decoded to.
    """

    __slots__ = ("__weakref__", "content", "headers", "parsed", "status_code")

    def __init__(self, status_code: int, headers: httpx.Headers, content: bytes, parsed: T) -> None:
        self.status_code = status_code
        self.headers = headers
        self.content = content
        self.parsed = parsed

    def __repr__(self) -> str:
        return f"Response(status_code={self.status_code}, parsed={self.parsed!r})"


class PageSource(Protocol[T]):
    """What a page was read by."""

    async def page_after(self, page: Page[T]) -> Page[T] | None:
        """The page after another one; None if there is none."""
        ...

    def checkpoint_of(self, page: Page[T]) -> dict[str, Any]:
        """Where reading goes on after a page."""
        ...


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

    __slots__ = ("__weakref__", "_source", "extra", "items", "limit", "page", "total", "total_pages")

    def __init__(
        self,
        *,
        items: list[T],
        total: int | None = None,
        page: int = 1,
        limit: int | None = None,
        total_pages: int | None = None,
        extra: dict[str, Any] | None = None,
        source: PageSource[T] | None = None,
    ) -> None:
        self.items = items
        self.total = total
        self.page = page
        self.limit = limit
        self.total_pages = total_pages
        self.extra: dict[str, Any] = {} if extra is None else extra
        self._source = source

    def __repr__(self) -> str:
        return f"Page({', '.join(f'{name}={value!r}' for name, value in self.__getstate__().items())})"

    def __eq__(self, other: object) -> bool:
        return self.__getstate__() == other.__getstate__() if isinstance(other, Page) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # its items can change

    def bound(self, source: PageSource[T]) -> Page[T]:
        """Copy it, with what it was read by.

        Args:
            source: what reads the page after it.
        """
        return Page(**self.__getstate__(), source=source)

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
        names = ("items", "total", "page", "limit", "total_pages", "extra")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Page.__init__(self, **state)

    if not TYPE_CHECKING:

        def __aiter__(self) -> NoReturn:
            raise TypeError(
                "a page is read with a plain for: `for item in page: ...`; "
                "for the items of every page iterate over the list itself: `async for item in lb.products.list(): ...`"
            )


__all__ = [
    "NOT_GIVEN",
    "UNSET",
    "File",
    "Operation",
    "Page",
    "PageSource",
    "Pagination",
    "Request",
    "Response",
    "ResponseKind",
    "Settlement",
    "Unset",
    "calls",
    "deprecated",
]
