"""The values of BillingRelationship."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class BillingRelationship(OpenEnum):
    """Who is billed: `self`, the customer itself; `parent_pays`, the customer in `parentCustomerId`"""

    SELF = "self"
    PARENT_PAYS = "parent_pays"


BILLING_RELATIONSHIP_VALUES: Final = Values(BillingRelationship)
