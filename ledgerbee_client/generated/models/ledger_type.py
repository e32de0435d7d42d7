"""The values of LedgerType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class LedgerType(OpenEnum):
    """Kind of the account; only `BALANCE_SHEET` and `PROFIT_AND_LOSS` accounts can be used in journal entries"""

    BALANCE_SHEET = "BALANCE_SHEET"
    HEADING_BREAK = "HEADING_BREAK"
    HEADING = "HEADING"
    PROFIT_AND_LOSS = "PROFIT_AND_LOSS"
    TOTAL_FROM = "TOTAL_FROM"
    TOTAL_INTERVALS = "TOTAL_INTERVALS"


LEDGER_TYPE_VALUES: Final = Values(LedgerType)
