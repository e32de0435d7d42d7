"""What follows from an operation for who calls it: scopes, credentials, whether it may be repeated, how it is paged.

Pure functions over what `operations` has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import words
from .ir import Field, Operation, Pagination

_PAGE = ("page", "page_number", "page_no", "page_index")
_LIMIT = ("limit", "page_size", "per_page", "size", "take", "page_limit")
_TOTAL = ("total", "total_count", "total_items", "total_results", "count")
_TOTAL_PAGES = ("total_pages", "page_count", "pages", "last_page")
#: What the list in an envelope is called, when the envelope holds several.
_ITEMS = ("data", "items", "results", "records", "rows", "entries")

_SCOPES_HEADING = re.compile(r"\s*#+\s*required scopes?\s*:?\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-*•]\s+(.*)")
_SCOPE = re.compile(r"[A-Za-z0-9][\w.:/-]*")


# ---------------------------------------------------------------------- scopes


def scopes_of(description: str) -> tuple[str, ...]:
    """The scopes that stand in a description, below the heading `## Required Scope`, as a bullet list.

    That is the only place where the published document names them.
    """
    return tuple(dict.fromkeys(scope for line in _split(description)[1] for scope in _scopes_in(line)))


def without_scopes(description: str) -> str:
    """The description without its section on scopes, which the docstring says in its own way."""
    return "\n".join(_split(description)[0]).strip()


def _split(description: str) -> tuple[list[str], list[str]]:
    """The lines of a description that aren't about scopes, and those of the list of scopes."""
    other: list[str] = []
    scopes: list[str] = []
    inside = False
    for line in description.splitlines():
        if _SCOPES_HEADING.fullmatch(line):
            inside = True
        elif inside and (not line.strip() or _BULLET.fullmatch(line) or re.fullmatch(r"[\s,]*(`[^`]+`[\s,]*)+", line)):
            scopes.append(line)
        else:
            inside = False
            other.append(line)
    return other, scopes


def _scopes_in(line: str) -> Iterator[str]:
    quoted = re.findall(r"`([^`]+)`", line)
    bullet = _BULLET.fullmatch(line)
    if quoted:
        yield from (one.strip() for one in quoted)
    elif bullet is not None:
        scope = _SCOPE.match(bullet.group(1).strip("* "))
        if scope is not None:
            yield scope.group(0)


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

    return Pagination(
        page_parameter=page.wire,
        limit_parameter=named(_LIMIT, {name: one.wire for name, one in query.items()}),
        items=items.wire,
        total=named(_TOTAL, fields),
        page=named(_PAGE, fields),
        limit=named(_LIMIT, fields),
        total_pages=named(_TOTAL_PAGES, fields),
        item_type=items.type.items,
        items_inferred=items.inferred,
    )


def _list_of(fields: list[Field]) -> Field | None:
    """The list that an envelope is there for."""
    lists = [one for one in fields if one.type.kind == "list"]
    if len(lists) == 1:
        return lists[0]
    return next((one for name in _ITEMS for one in lists if one.wire == name), None)
