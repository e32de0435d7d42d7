"""What follows from an operation for who calls it: credentials, whether it may be repeated, how it is paged.

Pure functions over what `operations` has read.
"""

from __future__ import annotations

import re
from typing import Any

from .ir import Field, Model, Operation, Pagination, Parameter
from .words import snake

_FROM_ZERO = re.compile(r"\b(?:from|at|with) 0\b|\b(?:zero|0)[- ](?:based|indexed)\b", re.IGNORECASE)
_PAGE = ("page", "current_page", "page_number", "page_no", "page_index")
_LIMIT = ("limit", "page_size", "per_page", "size", "take", "page_limit")
_TOTAL = ("total", "total_count", "total_items", "total_results", "count")
_TOTAL_PAGES = ("total_pages", "page_count", "pages", "last_page")
#: What the list in an envelope is called, when the envelope holds several.
_ITEMS = ("data", "items", "results", "records", "rows", "entries")


# ---------------------------------------------------------------------- credentials


def auth(requirements: list[dict[str, Any]] | None, schemes: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """The kinds of credential that an operation takes: `api_key`, `oauth2`, `user`; empty: needs none.

    Args:
        requirements: `security` of the operation, else of the document; None when neither has one.
        schemes: the security schemes of the document.
    """
    if requirements is None:
        requirements = [{name: []} for name in schemes]
    return tuple(dict.fromkeys(_credential(schemes.get(name) or {}) for one in requirements for name in one))


def _credential(scheme: dict[str, Any]) -> str:
    if scheme.get("type") == "apiKey":
        return "api_key"
    if scheme.get("type") == "oauth2" and "clientCredentials" not in (scheme.get("flows") or {}):
        return "user"
    return "oauth2"


def security_scopes(requirements: list[dict[str, list[str]]] | None) -> tuple[str, ...]:
    """The scopes that every alternative of `security` which names scopes names; none when they disagree."""
    named = {tuple(scope for scopes in one.values() for scope in scopes or ()) for one in requirements or []} - {()}
    return next(iter(named)) if len(named) == 1 else ()


# ---------------------------------------------------------------------- repeating


def idempotency(operation: Operation, raw: dict[str, Any]) -> tuple[str, str | None]:
    """Whether a request may be repeated (safe, key, http, natural or none), and the header of its key."""
    headers = (one.wire for one in operation.parameters if one.location == "header")
    header = next((name for name in headers if "idempotency" in name.lower()), None)
    if raw.get("x-idempotency"):
        return raw["x-idempotency"], header
    if operation.http_method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return "safe", header
    if header is not None:
        return "key", header
    return ("http" if operation.http_method in ("PUT", "DELETE") else "none"), None


# ---------------------------------------------------------------------- pages


def pagination(operation: Operation) -> Pagination | None:
    """Numbered pages: a GET with a page parameter that counts from 1, answered with an object around one list.

    Taken for one only where reading on is safe: not on a single item, not where pages go by token, and only when the
    object is plainly there for its list.
    """
    if operation.http_method != "GET" or not operation.successes or operation.path.endswith("}"):
        return None
    query = {snake(one.wire): one for one in operation.parameters if one.location == "query"}
    page = next((query[name] for name in _PAGE if name in query), None)
    model = operation.successes[0].type.model
    if page is None or model is None or operation.successes[0].type.kind != "model":
        return None
    if page.type.kind not in ("int", "float", "any") or _counts_from_zero(page) or _has_token(query):
        return None
    items = _list_of(model.fields)
    if items is None or items.type.items is None:
        return None
    fields = _counters(model)
    if not _is_envelope(operation, items, fields):
        return None

    def named(names: tuple[str, ...], where: dict[str, str]) -> str | None:
        return next((where[name] for name in names if name in where), None)

    limit = next((query[name] for name in _LIMIT if name in query), None)
    return Pagination(
        page_parameter=page.wire,
        limit_parameter=limit.wire if limit else None,
        items=items.wire,
        total=named(_TOTAL, fields),
        page=named(_PAGE, fields),
        limit=named(_LIMIT, fields),
        total_pages=named(_TOTAL_PAGES, fields),
        item_type=items.type.items,
        items_inferred=items.inferred,
        max_limit=_positive(limit.maximum) if limit else None,
        default_limit=_positive(limit.default) if limit else None,
    )


def _counts_from_zero(page: Parameter) -> bool:
    said = _FROM_ZERO.search(page.description) is not None
    return page.default == 0 or page.minimum == 0 or said


def _has_token(query: dict[str, Parameter]) -> bool:
    """Whether the list goes by token or cursor, with or without a number beside it."""
    return any({"token", "cursor"} & set(name.split("_")) for name in query)


def _counters(model: Model) -> dict[str, str]:
    """The numbers of an envelope by name; those one level down (`meta.total`) where it has none itself."""
    own = {snake(one.wire): one.wire for one in model.fields if one.type.kind in ("int", "float", "any")}
    inside = {
        snake(field.wire): f"{one.wire}.{field.wire}"
        for one in model.fields
        if one.type.kind == "model" and one.type.model is not None
        for field in one.type.model.fields
        if field.type.kind in ("int", "float")
    }
    return {**inside, **own}


def _is_envelope(operation: Operation, items: Field, counters: dict[str, str]) -> bool:
    """Whether an object is there for its list: by its name, or because it counts."""
    own = snake(next((one for one in reversed(operation.path.split("/")) if one), ""))
    named = items.wire in _ITEMS or snake(items.wire) == own
    return named or bool({*_TOTAL, *_TOTAL_PAGES} & counters.keys())


def _positive(value: Any) -> int | None:
    """A number of rows that a page can have; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 1 or value != int(value):
        return None
    return int(value)


def _list_of(fields: list[Field]) -> Field | None:
    """The list that an envelope is there for."""
    lists = [one for one in fields if one.type.kind == "list"]
    if len(lists) == 1:
        return lists[0]
    return next((one for name in _ITEMS for one in lists if one.wire == name), None)
