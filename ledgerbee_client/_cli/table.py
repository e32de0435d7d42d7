"""`ledgerbee operations`: which operations there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import LedgerBeeError
from ..generated.operations import OPERATIONS
from ..generated.types import Operation, Pagination, Settlement
from .output import print_json, print_table


def operations(words: Sequence[str], *, as_json: bool) -> None:
    """Print the operations whose line has every word, in upper or lower case; without words, all of them.

    Raises:
        LedgerBeeError: There is none.
    """
    rows = {name: _operation_row(one) for name, one in OPERATIONS.items()}
    found = [name for name, row in rows.items() if all(word.lower() in " ".join(row).lower() for word in words)]
    if as_json:
        print_json([_named(OPERATIONS[name]) for name in found])
    else:
        print_table([rows[name] for name in found])
    if not found:
        raise LedgerBeeError(f"no operation matches {' '.join(words)}")


def _named(one: Operation | Pagination | Settlement) -> dict[str, Any]:
    """Turn a named tuple, and those in it, into an object of JSON."""
    values = one._asdict()
    return values | {name: _named(part) for name, part in values.items() if isinstance(part, Pagination | Settlement)}


def _operation_row(one: Operation) -> tuple[str, ...]:
    marks = {"deprecated": one.deprecated, "path-inferred": one.path_inferred, "scopes-inferred": one.scopes_inferred}
    notes = ",".join(mark for mark, is_so in marks.items() if is_so)
    return one.name, f"{one.method} {one.path}", ",".join(one.scopes) or "-", notes or "-"


__all__ = ["operations"]
