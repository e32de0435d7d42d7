"""Journal entries, of which the names of a line's amount are not published: they travel as additional properties."""

from __future__ import annotations

from typing import Any

from ledgerbee_client.testing.ids import fixed
from tests.shared.api import body_model, class_of


def entry(reference: str, date: str = "2026-01-10") -> dict[str, Any]:
    """The arguments of `journal_entries.create`: a payment of 100 from the bank."""
    return {
        "entry_type": "JOURNAL_ENTRY",
        "date": date,
        "original_amount": "100.00",
        "reference": reference,
        "lines": [_line("account/1010", "-100.00"), _line("account/5020", "100.00")],
    }


def _line(account: str, amount: str) -> Any:
    line = class_of("journal_entries.create", "lines", body_model)
    return line(account_id=fixed(account), additional_properties={"amount": amount})
