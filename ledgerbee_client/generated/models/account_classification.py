"""The values of AccountClassification."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class AccountClassification(OpenEnum):
    """Known values; the API may add others."""

    ASSET = "ASSET"
    LIABILITY = "LIABILITY"
    EQUITY = "EQUITY"
    REVENUE = "REVENUE"
    EXPENSE = "EXPENSE"


ACCOUNT_CLASSIFICATION_VALUES: Final = Values(AccountClassification)
