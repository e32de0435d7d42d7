"""`ledgerbee scopes`: the scopes that calls need, and whether the credential has them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from .._scopes import missing_scopes
from ..errors import LedgerBeeError, MissingScopeError
from ..generated.types import Operation
from .output import print_json, print_table


def scopes(calls: Sequence[Operation], *, check: bool, as_json: bool) -> None:
    """Print the scopes that calls need.

    Args:
        calls: The operations.
        as_json: Print JSON, for programs.
        check: Compare them with those of the credential in the environment.

    Raises:
        MissingScopeError: The check found that documented ones are missing.
        LedgerBeeError: They could not be compared.
    """
    calls = list(dict.fromkeys(calls))
    granted = None
    if check:
        from .identity import identify  # the client; the rest needs none

        granted = identify().granted
    if check and granted is None:
        raise LedgerBeeError("the API doesn't say which scopes this credential has, so nothing was checked")
    rows = _needs(calls, granted)
    if as_json:
        print_json(rows)
    else:
        print_table([_scope_row(row) for row in rows])
    if granted is not None and (missing := missing_scopes(calls, granted)):
        names = tuple(one.name for one in calls if missing_scopes([one], granted))
        raise MissingScopeError(names, missing, granted)


def _needs(calls: Sequence[Operation], granted: Collection[str] | None) -> list[dict[str, Any]]:
    """Each scope, None for that of calls without one, and the calls that need it."""
    needs: dict[str | None, list[Operation]] = {}
    for one in calls:
        for scope in one.scopes or (None,):
            needs.setdefault(scope, []).append(one)
    rows = []
    for scope, users in needs.items():
        row: dict[str, Any] = {"scope": scope, "inferred": all(one.scopes_inferred for one in users)}
        if granted is not None:
            row["granted"] = scope is None or scope in granted
        row["operations"] = [one.name for one in users]
        rows.append(row)
    return rows


def _scope_row(row: dict[str, Any]) -> tuple[str, ...]:
    cells = [row["scope"] or "-", "inferred" if row["inferred"] else "documented"]
    if "granted" in row:
        cells.append("granted" if row["granted"] else "missing")
    return (*cells, ",".join(row["operations"]))


__all__ = ["scopes"]
