"""What became of a write: applied, not applied, or not to be told; each with the reads that say so."""

from __future__ import annotations

import datetime as dt
from typing import Any, Generic, TypeVar

from attrs import field, frozen

T_co = TypeVar("T_co", covariant=True)


@frozen
class Read:
    """One look at the API, as evidence.

    Attributes:
        operation: the call that was made, as in `invoices.list`.
        at: when it began.
        seen: how many objects it showed.
        fits: how many of them are what was sent.
        alike: how many of them are like it, but not provably the same or not provably another.
        compared: the fields that were compared.
    """

    operation: str
    at: dt.datetime
    seen: int = 0
    fits: int = 0
    alike: int = 0
    compared: tuple[str, ...] = ()


@frozen
class Applied(Generic[T_co]):
    """The write was applied.

    Attributes:
        result: what the call would have returned, as far as the object that was found shows it.
        found: the object or objects that prove it, as the API shows them.
        evidence: the reads that the verdict rests on.
    """

    result: T_co
    found: tuple[dict[str, Any], ...] = field(repr=False, default=())
    evidence: tuple[Read, ...] = ()


@frozen
class NotApplied:
    """The write was not applied, and no longer can be. It may be sent again.

    Attributes:
        evidence: the reads that the verdict rests on.
    """

    evidence: tuple[Read, ...] = ()


@frozen
class Unsettled:
    """What can be read doesn't tell. A person has to decide; the write must not simply be sent again.

    Attributes:
        reason: why it can't be told.
        candidates: objects that may be what was sent, as the API shows them.
        evidence: the reads that the verdict rests on.
        settle_at: when asking again can tell more; None when it can't.
    """

    reason: str
    candidates: tuple[dict[str, Any], ...] = field(repr=False, default=())
    evidence: tuple[Read, ...] = ()
    settle_at: dt.datetime | None = None


Verdict = Applied[T_co] | NotApplied | Unsettled

__all__ = ["Applied", "NotApplied", "Read", "Unsettled", "Verdict"]
