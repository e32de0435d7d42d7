"""Which operation a method and a path are: for `LedgerBee.request`, which knows nothing else of what it calls."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args
from urllib.parse import unquote

from .generated.operations import OPERATIONS
from .generated.types import Operation

Idempotency = Literal["safe", "http", "natural", "none"]

_BY_METHOD: dict[str, Idempotency] = {"GET": "safe", "HEAD": "safe", "OPTIONS": "safe", "PUT": "http", "DELETE": "http"}

#: A segment that may be part of a route: what else stands in a path is an id, and neither logged nor reported.
_WORD = r"(?=.{0,40}$)\.?[a-z]+(?:[._-][a-z]+)*"
_VERSION = r"v\d+"


def operation_for(method: str, path: str, idempotency: Idempotency | None = None) -> Operation:
    """The known operation at a path, or one made up from the method.

    Raises:
        ValueError: the method is no HTTP method, the path is not relative to the base URL or would reach another
            endpoint than it seems to, or `idempotency` is none of its values.
    """
    method = method.upper()
    if not (method.isascii() and method.isalpha()):
        raise ValueError(f"{method!r} must be an HTTP method, as in 'GET'")
    if idempotency not in (None, *get_args(Idempotency)):
        raise ValueError(f"idempotency is one of {', '.join(get_args(Idempotency))}, not {idempotency!r}")
    route = _route(path)
    known = _find(method, route)
    if known is not None:
        return known if idempotency is None else known._replace(idempotency=idempotency)
    template = _template(route)
    return Operation(
        name=f"request {method} {template}",
        method=method,
        path=template,
        auth=("api_key", "oauth2", "user"),
        idempotency=idempotency or _BY_METHOD.get(method, "none"),
    )


def _template(route: str) -> str:
    """A route with what may be an id masked.

    An id may look like a word. So of two words in a row, the second must be known from another route: what follows the
    name of a resource is an id otherwise.
    """
    shown: list[str] = []
    after_word = False
    for segment in route.split("/"):
        is_word = re.fullmatch(_WORD, segment) is not None
        is_certain = not segment or re.fullmatch(_VERSION, segment) is not None or segment in _known_words()
        is_shown = is_certain or (is_word and not after_word)
        shown.append(segment if is_shown else "{id}")
        after_word = is_shown and is_word and not segment.startswith(".")
    return "/".join(shown)


@cache
def _known_words() -> frozenset[str]:
    """The segments of known routes that are no parameters."""
    return frozenset(
        part for one in OPERATIONS.values() for part in one.path.split("/") if part and not part.startswith("{")
    )


def _route(path: str) -> str:
    """A path without its query, checked."""
    route = path.split("?")[0]
    if not path.startswith("/") or path.startswith("//") or "#" in path or "\\" in path or not path.isprintable():
        raise ValueError(
            f"{'a URL' if '://' in path else 'the path'} can't be sent: a path is relative to the base URL and begins "
            "with one '/', as in '/v1/anything'"
        )
    for segment in route.split("/")[1:]:
        if unquote(segment).strip() in ("", ".", ".."):
            raise ValueError("a path has no empty segments, nor '.' or '..': it would reach another endpoint")
    return route


def _find(method: str, path: str) -> Operation | None:
    segments = path.split("/")
    best: Operation | None = None
    for one in _by_shape().get((method, len(segments)), ()):
        template = one.path.split("/")
        fits = all(part.startswith("{") or part == given for part, given in zip(template, segments, strict=True))
        if fits and (best is None or one.path.count("{") < best.path.count("{")):
            best = one
    return best


@cache
def _by_shape() -> dict[tuple[str, int], list[Operation]]:
    """The operations by method and number of segments."""
    found: dict[tuple[str, int], list[Operation]] = {}
    for one in OPERATIONS.values():
        found.setdefault((one.method, one.path.count("/") + 1), []).append(one)
    return found
