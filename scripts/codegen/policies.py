"""What follows from an operation for who calls it: credentials, whether it may be repeated, how it is paged.

Pure functions over what `operations` has read.
"""

from __future__ import annotations

from typing import Any

from . import words
from .ir import Field, Operation, Pagination

_PAGE = ("page", "page_number", "page_no", "page_index")
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
    """Numbered pages: a GET with a page parameter that counts from 1, answered with an object around one list."""
    if operation.http_method != "GET" or not operation.successes:
        return None
    query = {words.snake(one.wire): one for one in operation.parameters if one.location == "query"}
    page = next((query[name] for name in _PAGE if name in query), None)
    model = operation.successes[0].type.model
    if page is None or model is None or operation.successes[0].type.kind != "model":
        return None
    if page.type.kind not in ("int", "float", "any") or page.default == 0:  # a cursor; or pages from 0
        return None
    items = _list_of(model.fields)
    if items is None or items.type.items is None:
        return None
    fields = {words.snake(one.wire): one.wire for one in model.fields if one.type.kind in ("int", "float", "any")}

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
