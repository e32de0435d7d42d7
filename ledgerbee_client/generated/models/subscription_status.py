"""The values of SubscriptionStatus."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class SubscriptionStatus(OpenEnum):
    """Known values; the API may add others."""

    SCHEDULED = "scheduled"
    TRIAL = "trial"
    AWAITING_PAYMENT = "awaiting_payment"
    ACTIVE = "active"
    PENDING_CANCELLATION = "pending_cancellation"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


SUBSCRIPTION_STATUS_VALUES: Final = Values(SubscriptionStatus)
