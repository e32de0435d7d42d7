"""The few types that all generated code shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

from attrs import define, field, frozen

if TYPE_CHECKING:
    import httpx
    from typing_extensions import deprecated
else:

    def deprecated(message: str, **_options: Any) -> Any:
        """Marks a method for type checkers (PEP 702); at run time the answer's headers speak for themselves."""

        def mark(function: Any) -> Any:
            function.__deprecated__ = message
            return function

        return mark


T = TypeVar("T")

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


@frozen
class Pagination:
    """How an operation's answers are paged: names of query parameters and of fields of the envelope."""

    page_parameter: str
    limit_parameter: str | None
    items: str
    total: str | None
    page: str | None
    limit: str | None
    total_pages: str | None
    items_inferred: bool = False


@frozen
class Operation:
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
        pagination: how its answers are paged, if they are.
        deprecated: the operation is deprecated.
        successor: METHOD and path of what replaces it.
        sunset: the date after which it may stop working.
        licenses: licenses of the company, one of which is needed.
        read_back: the call that shows whether a write was applied.
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
    sunset: str | None = None
    licenses: tuple[str, ...] = ()
    read_back: str | None = None


@define
class File:
    """A file to send in a multipart body."""

    content: bytes | IO[bytes]
    file_name: str | None = None
    content_type: str | None = None


@define
class Request:
    """A request that an endpoint module has built: checked and encoded, not yet sent."""

    path: str
    query: list[tuple[str, str]] = field(factory=list)
    headers: dict[str, str] = field(factory=dict)
    json: Any = UNSET
    form: Mapping[str, Any] | None = None
    files: Sequence[tuple[str, Any]] | None = None
    content: bytes | None = None
    content_type: str | None = None

    def extended(
        self,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Request:
        """Adds what the document does not know.

        Raises:
            TypeError: a body is added to one that is not a JSON object.
        """
        if query:
            from .codec import query_pairs

            for name, value in query.items():
                self.query += query_pairs(name, value)
        if headers:
            self.headers.update(headers)
        if body:
            self._extend_body(body)
        return self

    def _extend_body(self, body: Mapping[str, Any]) -> None:
        from .codec import encode_any, form_fields, multipart_parts

        if self.files is not None:
            self.files = [*self.files, *multipart_parts(body, "extra_body")]
        elif self.form is not None:
            self.form = {**self.form, **form_fields(body, "extra_body")}
        elif self.content is None and (self.json is UNSET or isinstance(self.json, dict)):
            self.json = {**(self.json or {}), **encode_any(body, "extra_body")}
        else:
            raise TypeError("extra_body needs a body that is an object")

    def cookie(self, pair: str) -> None:
        """Adds a cookie, `name=value`."""
        before = self.headers.get("Cookie")
        self.headers["Cookie"] = f"{before}; {pair}" if before else pair


@define
class Response(Generic[T]):
    """An answer, with the model that it was decoded to."""

    status_code: int
    headers: httpx.Headers
    content: bytes
    parsed: T


@define(kw_only=True)
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: the items of this page.
        total: matching items in all, if the answer says it.
        page: number of this page, from 1.
        limit: items a page, if the answer says it.
        total_pages: number of pages, if the answer says it.
    """

    items: list[T]
    total: int | None = None
    page: int = 1
    limit: int | None = None
    total_pages: int | None = None

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        if self.total_pages is not None:
            return self.page < self.total_pages
        if self.total is not None and self.limit:
            return self.page * self.limit < self.total
        return bool(self.items)

    def __len__(self) -> int:
        return len(self.items)


__all__ = [
    "NOT_GIVEN",
    "UNSET",
    "ResponseKind",
    "File",
    "Operation",
    "Page",
    "Pagination",
    "Request",
    "Response",
    "Unset",
    "deprecated",
]
