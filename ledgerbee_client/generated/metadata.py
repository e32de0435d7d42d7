"""What the table of operations says of each."""

# Annotations are evaluated here: as text each of them would be compiled when the package is imported, and a start is
# to be quick.
from typing import Any, Literal, NamedTuple

#: What a response holds.
ResponseKind = Literal["json", "bytes", "text", "empty"]


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


__all__ = ["Operation", "Pagination", "ResponseKind", "Settlement"]
