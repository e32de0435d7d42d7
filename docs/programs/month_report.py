"""Last month's journal entries by account: `python month_report.py`, or with a month: `... 2026-01`.

The lines of a journal entry are not in the published documentation, so they are read as they come: `accountId` and
`amount` are what the sandbox calls them. `ledgerbee verify` says with your key how LedgerBee does.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal

from attrs import define

from ledgerbee_client import LedgerBee


@define
class Sum:
    """What was posted to an account."""

    debit: Decimal = Decimal(0)
    credit: Decimal = Decimal(0)

    def add(self, amount: Decimal) -> None:
        """Add a line: positive amounts are debits."""
        if amount > 0:
            self.debit += amount
        else:
            self.credit -= amount


def month_of(text: str | None, today: date) -> tuple[date, date]:
    """The first and the last day of a month, as in `2026-01`; by default of the one before today's."""
    first = (
        date.fromisoformat(f"{text}-01")
        if text
        else (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    )
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


async def sums_by_account(
    lb: LedgerBee, first: date, last: date
) -> tuple[dict[str, Sum], Counter[date]]:
    """What was posted to each account, and how many entries there were on each day."""
    sums: dict[str, Sum] = {}
    days: Counter[date] = Counter()
    async for entry in lb.journal_entries.list(from_date=first, to_date=last, on_drift="raise"):
        days[entry.date or first] += (
            1  # the date of an entry is only concluded to be in the response
        )
        for line in entry.additional_properties.get("lines", []):
            sums.setdefault(line["accountId"], Sum()).add(Decimal(str(line["amount"])))
    return sums, days


async def main(month: str | None = None) -> None:
    """Print the report."""
    first, last = month_of(month, datetime.now().astimezone().date())
    async with LedgerBee() as lb:
        accounts = {account.id: account for account in await lb.accounts.list()}
        sums, days = await sums_by_account(lb, first, last)
    print(f"{first} to {last}: {days.total()} entries")
    for account_id, found in sorted(
        sums.items(), key=lambda pair: accounts[pair[0]].account_number
    ):
        account = accounts[account_id]
        print(
            f"{account.account_number:>8}  {account.name:<40}{found.debit:>16,.2f}{found.credit:>16,.2f}"
        )
    total = Sum(
        sum((one.debit for one in sums.values()), Decimal(0)),
        sum((one.credit for one in sums.values()), Decimal(0)),
    )
    print(f"{'':>8}  {'total':<40}{total.debit:>16,.2f}{total.credit:>16,.2f}")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
