"""Do the sums agree? Every row compares numbers that were obtained in different ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rich.table import Table

Number = int | Decimal


@dataclass(frozen=True)
class Row:
    """One thing, as known from each place; None where a place doesn't know it."""

    what: str
    ours: Number
    api: Number | None
    sandbox: Number | None

    @property
    def agrees(self) -> bool:
        """Whether all who know it say the same, and at least one besides us does."""
        others = [one for one in (self.api, self.sandbox) if one is not None]
        return bool(others) and all(one == self.ours for one in others)


def table_of(rows: Iterable[Row]) -> Table:
    """The rows for people."""
    table = Table("January 2026")
    for title in ("own books", "read back", "sandbox's log"):
        table.add_column(title, justify="right")
    table.add_column("")
    for row in rows:
        mark = "[green]✓[/]" if row.agrees else "[bold red]✗[/]"
        table.add_row(row.what, *(_shown(one) for one in (row.ours, row.api, row.sandbox)), mark)
    return table


def all_agree(rows: Iterable[Row]) -> bool:
    """Whether every row does, and there is one."""
    found = [row.agrees for row in rows]
    return bool(found) and all(found)


def _shown(number: Number | None) -> str:
    return "" if number is None else f"{number:,}"
