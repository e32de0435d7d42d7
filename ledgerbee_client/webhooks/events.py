"""The events: an envelope as it came, and a class for each known topic.

Not responsible for whether an envelope is genuine: see `verifier`.

Source: docs.ledgerbee.com/guides/webhooks, /guides/subscriptions/webhooks and, for credit notes,
/guides/billing-documents/credit-notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, ClassVar, cast

from attrs import field, frozen

from .. import _json
from .errors import WebhookVerificationError


@frozen(kw_only=True)
class WebhookEvent:
    """What every event has.

    Attributes:
        id: the delivery's id, equal to its `webhook-id` header; the same on every retry: deduplicate on it.
        type: the topic, such as `subscription.started`.
        timestamp: the envelope's time, always with a time zone (UTC if the text names none).
        data: the payload, every key as it came.
        raw: the whole envelope as it came.
    """

    id: str
    type: str
    timestamp: datetime
    data: Mapping[str, Any] = field(repr=False, eq=False)  # part of raw
    raw: Mapping[str, Any] = field(repr=False, hash=False)

    def to_json(self) -> str:
        """Write the envelope as JSON, its numbers as exact as they came: what `parse_event()` reads again."""
        return _json.dumps(dict(self.raw)).decode()


@frozen(kw_only=True)
class UnknownEvent(WebhookEvent):
    """A topic that this release doesn't know: the API adds topics without notice. `type` names it."""


@frozen(kw_only=True)
class SubscriptionEvent(WebhookEvent):
    """Base of the events about one subscription."""

    topic: ClassVar[str]

    @property
    def subscription_id(self) -> str | None:
        """The subscription's id, the same for its whole life: what `lb.subscriptions.get()` takes."""
        return _optional_text(self.data, "subscriptionId")

    @property
    def version_id(self) -> str | None:
        """The version in force; changes with every structural change. For diagnostics only."""
        return _optional_text(self.data, "versionId")

    @property
    def partner_reference_id(self) -> str | None:
        """Your own reference: the `clientReferenceId` given at provisioning."""
        return _optional_text(self.data, "partnerReferenceId")


@frozen(kw_only=True)
class SubscriptionAssigned(SubscriptionEvent):
    """A plan was assigned, possibly with a start in the future."""

    topic: ClassVar[str] = "subscription.assigned"


@frozen(kw_only=True)
class SubscriptionStarted(SubscriptionEvent):
    """The subscription became active: grant access."""

    topic: ClassVar[str] = "subscription.started"


@frozen(kw_only=True)
class SubscriptionUpdated(SubscriptionEvent):
    """Its configuration changed: name, payment method, billing direction."""

    topic: ClassVar[str] = "subscription.updated"


@frozen(kw_only=True)
class SubscriptionTransitioned(SubscriptionEvent):
    """Its structure changed: plan replaced, products edited, cadence changed, realigned."""

    topic: ClassVar[str] = "subscription.transitioned"


@frozen(kw_only=True)
class SubscriptionPaused(SubscriptionEvent):
    """It was paused."""

    topic: ClassVar[str] = "subscription.paused"


@frozen(kw_only=True)
class SubscriptionResumed(SubscriptionEvent):
    """It was resumed."""

    topic: ClassVar[str] = "subscription.resumed"


@frozen(kw_only=True)
class SubscriptionTrialEnded(SubscriptionEvent):
    """The trial is over and billing begins; the status stays active."""

    topic: ClassVar[str] = "subscription.trial_ended"


@frozen(kw_only=True)
class SubscriptionCancellationScheduled(SubscriptionEvent):
    """A later cancellation was set; active until then."""

    topic: ClassVar[str] = "subscription.cancellation_scheduled"


@frozen(kw_only=True)
class SubscriptionCancellationCleared(SubscriptionEvent):
    """A later cancellation was taken back."""

    topic: ClassVar[str] = "subscription.cancellation_cleared"


@frozen(kw_only=True)
class SubscriptionChurned(SubscriptionEvent):
    """Cancelled or finalized: revoke access."""

    topic: ClassVar[str] = "subscription.churned"


@frozen(kw_only=True)
class SubscriptionBilled(SubscriptionEvent):
    """A billing run invoiced it; once per (child) subscription and run."""

    topic: ClassVar[str] = "subscription.billed"


@frozen(kw_only=True)
class SubscriptionPaymentSucceeded(SubscriptionEvent):
    """A card charge cleared; the counterpart of the `charge_failed` error."""

    topic: ClassVar[str] = "subscription.payment_succeeded"


@frozen(kw_only=True)
class SubscriptionError(SubscriptionEvent):
    """Billing or delivery is in trouble. An event, not an exception."""

    topic: ClassVar[str] = "subscription.error"

    @property
    def error_type(self) -> str | None:
        """What went wrong. The values aren't published; `charge_failed` is presumably one."""
        return _optional_text(self.data, "errorType")


@frozen(kw_only=True)
class CreditNoteSent(WebhookEvent):
    """The billing engine sent a credit note of a subscription; those sent over the API don't count.

    The keys of its `data` aren't published.
    """

    topic: ClassVar[str] = "billing.credit_note_sent"


_KNOWN: tuple[type[SubscriptionEvent] | type[CreditNoteSent], ...] = (
    SubscriptionAssigned,
    SubscriptionStarted,
    SubscriptionUpdated,
    SubscriptionTransitioned,
    SubscriptionPaused,
    SubscriptionResumed,
    SubscriptionTrialEnded,
    SubscriptionCancellationScheduled,
    SubscriptionCancellationCleared,
    SubscriptionChurned,
    SubscriptionBilled,
    SubscriptionPaymentSucceeded,
    SubscriptionError,
    CreditNoteSent,
)

#: The class of each topic that this release knows.
EVENTS: Mapping[str, type[WebhookEvent]] = MappingProxyType({known.topic: known for known in _KNOWN})


def parse_event(envelope: Mapping[str, Any] | str | bytes) -> WebhookEvent:
    """Read the typed event of an envelope that was verified before.

    It checks no signature: a delivery from the network goes through `WebhookVerifier.verify()`.

    Args:
        envelope: `{"id", "type", "timestamp", "data"}`, or the same as JSON (`WebhookEvent.to_json()`).

    Returns:
        An instance of the topic's class in `EVENTS`; an `UnknownEvent` for any other topic.

    Raises:
        WebhookVerificationError: `bad_body`: it is no JSON object, or one of the four keys is missing or isn't of its
            type.
    """
    if isinstance(envelope, str | bytes):
        envelope = _read(envelope)
    topic, timestamp = _required_text(envelope, "type"), _required_text(envelope, "timestamp")
    data = envelope.get("data")
    if not isinstance(data, Mapping):
        raise WebhookVerificationError("not an event: `data` must be an object", "bad_body")
    try:
        moment = datetime.fromisoformat(timestamp.upper())
    except ValueError:
        raise WebhookVerificationError("not an event: `timestamp` must be a date-time", "bad_body") from None
    return EVENTS.get(topic, UnknownEvent)(
        id=_required_text(envelope, "id"),
        type=topic,
        timestamp=moment if moment.tzinfo else moment.replace(tzinfo=UTC),
        data=cast("Mapping[str, Any]", data),
        raw=envelope,
    )


def _read(text: str | bytes) -> Mapping[str, Any]:
    try:
        envelope: object = _json.loads(text.encode() if isinstance(text, str) else text)
    except (ValueError, RecursionError):
        raise WebhookVerificationError("the body is not JSON", "bad_body") from None
    if not isinstance(envelope, dict):
        raise WebhookVerificationError("the body is not a JSON object", "bad_body")
    return cast("dict[str, Any]", envelope)


def _required_text(envelope: Mapping[str, Any], key: str) -> str:
    value = envelope.get(key)
    if not isinstance(value, str) or not value:
        raise WebhookVerificationError(f"not an event: `{key}` must be a string that isn't empty", "bad_body")
    return value


def _optional_text(data: Mapping[str, Any], key: str) -> str | None:
    # That these are strings is inferred: a number is given as text and not dropped.
    value = data.get(key)
    return None if value is None else str(value)
