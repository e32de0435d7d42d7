"""Webhook deliveries: raw body and headers in, typed event out.

Responsible for the signature, the replay window and the form of an event. Not responsible for receiving,
which any web framework does, nor for deduplication, which needs the receiver's own storage:
`docs/webhooks.md` shows both. Nothing here waits or does I/O.
"""

from __future__ import annotations

from .errors import Reason, WebhookVerificationError
from .events import (
    EVENTS,
    CreditNoteSent,
    SubscriptionAssigned,
    SubscriptionBilled,
    SubscriptionCancellationCleared,
    SubscriptionCancellationScheduled,
    SubscriptionChurned,
    SubscriptionError,
    SubscriptionEvent,
    SubscriptionPaused,
    SubscriptionPaymentSucceeded,
    SubscriptionResumed,
    SubscriptionStarted,
    SubscriptionTransitioned,
    SubscriptionTrialEnded,
    SubscriptionUpdated,
    UnknownEvent,
    WebhookEvent,
    parse_event,
)
from .signing import SignedDelivery, sign
from .verifier import WebhookVerifier

__all__ = [
    "EVENTS",
    "CreditNoteSent",
    "Reason",
    "SignedDelivery",
    "SubscriptionAssigned",
    "SubscriptionBilled",
    "SubscriptionCancellationCleared",
    "SubscriptionCancellationScheduled",
    "SubscriptionChurned",
    "SubscriptionError",
    "SubscriptionEvent",
    "SubscriptionPaused",
    "SubscriptionPaymentSucceeded",
    "SubscriptionResumed",
    "SubscriptionStarted",
    "SubscriptionTransitioned",
    "SubscriptionTrialEnded",
    "SubscriptionUpdated",
    "UnknownEvent",
    "WebhookEvent",
    "WebhookVerificationError",
    "WebhookVerifier",
    "parse_event",
    "sign",
]
