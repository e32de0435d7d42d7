"""The life of a subscription: its status by the clock, and the events on the way.

Not responsible for what the API does with subscriptions: see `subscriptions`. Dates are days in UTC and begin
at midnight. `awaiting_payment` never occurs: it belongs to the checkout in the portal, which the sandbox doesn't have.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from ..state import without, without_nulls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..state import Record, State

ENDED = ("cancelled", "expired")
_INTERNAL = ("trialEndDate", "pausedAt", "cancellation", "told")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
INTERVALS = (*_DAYS, *_MONTHS)


def status_of(state: State, record: Record) -> str:
    """The status today. No call sets it."""
    day, cancellation = state.today(), record["cancellation"]
    start, end = date.fromisoformat(record["startDate"]), _end(record)
    if end is not None and end <= day:
        return "cancelled" if _cancelled_at(record) == end else "expired"
    if record["pausedAt"] is not None:
        return "paused"
    if cancellation is not None:
        return "pending_cancellation"
    if day < start:
        return "scheduled"
    return "trial" if day < date.fromisoformat(record["trialEndDate"]) else "active"


def shown(state: State, record: Record) -> Record:
    """The subscription as the API shows it: the version in force today."""
    fields = without_nulls(without(record, *_INTERNAL))
    if _cancelled_at(record) is not None:
        fields["cancellationDate"] = record["cancellation"]["effectiveDate"]
    return {**fields, "status": status_of(state, record)}


def pending_changes(state: State, record: Record) -> list[Record]:
    """What is queued for a later day. Over the API, that is a cancellation."""
    at = _cancelled_at(record)
    return [record["cancellation"]] if at is not None and at > state.today() else []


def schedule_cancellation(state: State, record: Record, effective: date) -> None:
    """Cancels today, or on a later day in the place of what was scheduled before."""
    record["cancellation"] = {
        "id": state.ids.next(),
        "type": "cancellation",
        "effectiveDate": effective.isoformat(),
        "createdAt": state.now(),
    }
    if effective > state.today():
        tell(state, record, "cancellation_scheduled")
    progress(state)


def clear_cancellation(state: State, record: Record) -> None:
    """Takes a later cancellation back."""
    record["cancellation"] = None
    tell(state, record, "cancellation_cleared")


def pause(state: State, subscription_id: str) -> None:
    """Pauses, as the app does.

    Raises:
        ValueError: it isn't active.
    """
    record = state.subscriptions.get(subscription_id)
    if (status := status_of(state, record)) != "active":
        raise ValueError(f"only an active subscription can be paused, this one is {status}")
    record["pausedAt"] = state.now()
    tell(state, record, "paused")


def resume(state: State, subscription_id: str) -> None:
    """Ends a pause, as the app does.

    Raises:
        ValueError: it isn't paused.
    """
    record = state.subscriptions.get(subscription_id)
    if (status := status_of(state, record)) != "paused":
        raise ValueError(f"only a paused subscription can be resumed, this one is {status}")
    record["pausedAt"] = None
    tell(state, record, "resumed")


def cycle_end(state: State, record: Record) -> date:
    """The next day on which a billing cycle begins."""
    plan = state.subscription_plans.get(record["planId"])
    anchor, count = date.fromisoformat(record["billingCycleAnchor"]), plan["billingIntervalCount"]
    return next_boundary(anchor, plan["billingInterval"], count, after=state.today())


def next_boundary(anchor: date, interval: str, count: int, *, after: date) -> date:
    """The first day after `after` that is a whole number of cycles from the anchor, or the anchor itself."""
    if interval in _DAYS:
        days = _DAYS[interval] * count
        return anchor + timedelta(days=days * max(0, (after - anchor).days // days + 1))
    months = _MONTHS[interval] * count
    elapsed = (after.year - anchor.year) * 12 + after.month - anchor.month
    steps = max(0, elapsed // months)
    while (boundary := anchor + relativedelta(months=steps * months)) <= after:
        steps += 1
    return boundary


def progress(state: State) -> None:
    """Tells of what has come with time: started, trial over, churned; each once."""
    day = state.today()
    for record in state.subscriptions:
        for event, moment in _milestones(record):
            if moment <= day and event not in record["told"]:
                record["told"].append(event)
                tell(state, record, event)


def next_moment(state: State) -> datetime | None:
    """When the next of those comes."""
    day = state.today()
    days = [moment for record in state.subscriptions for _, moment in _milestones(record) if moment > day]
    return datetime.combine(min(days), time(), UTC) if days else None


def tell(state: State, record: Record, event: str) -> None:
    """Emits an event of a subscription."""
    state.emit(f"subscription.{event}", event_data(record))


def event_data(record: Record) -> dict[str, Any]:
    """The keys that are known of every event of a subscription."""
    return {
        "subscriptionId": record["id"],
        "versionId": record["versionId"],
        "partnerReferenceId": record["partnerReferenceId"],
    }


def _milestones(record: Record) -> Iterator[tuple[str, date]]:
    start, trial_end, end = (
        date.fromisoformat(record["startDate"]),
        date.fromisoformat(record["trialEndDate"]),
        _end(record),
    )
    if end is None or end > start:
        yield "started", start
    if trial_end > start and (end is None or end > trial_end):
        yield "trial_ended", trial_end
    if end is not None:
        yield "churned", end


def _end(record: Record) -> date | None:
    days = [_cancelled_at(record), date.fromisoformat(record["endDate"]) if record["endDate"] else None]
    return min((one for one in days if one is not None), default=None)


def _cancelled_at(record: Record) -> date | None:
    cancellation = record["cancellation"]
    return None if cancellation is None else date.fromisoformat(cancellation["effectiveDate"])
