"""The values of ControlAccountType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ControlAccountType(OpenEnum):
    """With `ACCOUNTS_RECEIVABLE` an entry must name a `customerId`, with `ACCOUNTS_PAYABLE` a `vendorId`; null
    for ordinary accounts
    """

    ACCOUNTS_RECEIVABLE = "ACCOUNTS_RECEIVABLE"
    ACCOUNTS_PAYABLE = "ACCOUNTS_PAYABLE"


CONTROL_ACCOUNT_TYPE_VALUES: Final = Values(ControlAccountType)
