"""Small readings of JSON values that any part of a document may need."""

from __future__ import annotations

import hashlib
import json
from typing import Any

Json = dict[str, Any]

#: What only people read.
TEXTS = frozenset({"title", "summary", "description", "example", "examples", "externalDocs", "x-example", "x-examples"})
_ORDERED = sorted(TEXTS)
#: Marks that maintainers set on what is a conclusion.
_MARK = "x-inferred"


def mapping(value: object) -> Json:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """Return the value if it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def squeeze(value: object) -> str:
    """Return text without differences in white space; empty for what is not text."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def digest(value: object) -> str:
    """Return a short mark that is another one for another value."""
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def text_digest(node: Json) -> str:
    """Return a mark of everything in a node that only people read; empty when there is nothing."""
    found = [squeeze(node[key]) or str(node[key]) for key in _ORDERED if node.get(key)]
    return digest("\0".join(found)) if found else ""


def marks(node: Json) -> list[str]:
    """Return what a node marks as inferred: `x-inferred-path` -> 'path'; `x-inferred` alone -> 'all'."""
    named = {key.removeprefix(f"{_MARK}-") for key in node if key.startswith(f"{_MARK}-") and node[key]}
    parts = set(map(str, items(node.get(f"{_MARK}-parts"))))
    whole = {"all"} if node.get(_MARK) and not parts else set()
    return sorted((named - {"parts"}) | parts | whole)


def count_inferred(node: object) -> int:
    """Return the number of places below a node that are marked as inferred."""
    found, pending = 0, [node]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            found += bool(one.get(_MARK))
            pending += one.values()
        elif isinstance(one, list):
            pending += one
    return found


def without_empty(node: Json) -> Json:
    """Return an object without the keys that have nothing to say."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {}, False)}
