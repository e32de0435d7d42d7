"""What proves that a write was applied, and what proves that it was not: pure functions over what was read.

*Applied* needs exactly one object that fits all that was sent, made no earlier than the attempt. *Not applied* needs
that there is none, nor one that might be it, when the server can no longer be working on it. All else is neither: an
object that is nearly what was sent, or two of them, or one whose age can't be told, is never counted as proof.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from attrs import frozen

from ..generated.types import Settlement
from .values import ABSENT, Likeness, compare, compare_growing, compare_key, made_at

#: The API's clock is known to a second (from its `Date` header) and this much.
CLOCK_TOLERANCE = dt.timedelta(seconds=2)
#: So much earlier than the attempt an object may seem to be, when the API's clocks disagree with each other: one that
#: was made in this time is neither ours for certain nor another's.
CLOCK_DOUBT = dt.timedelta(seconds=90)


#: A state that can be left again (a cancellation that is taken back) is supposed to last this long; what is looked at
#: later proves nothing by being as before.
REVERSAL = dt.timedelta(minutes=15)


class Age(Enum):
    """When something happened, seen from the attempt."""

    BEFORE = "before"
    SINCE = "since"
    #: So shortly before that the API's clocks may be wrong about it; or it doesn't show.
    UNSURE = "unsure"


@frozen
class Window:
    """The time in which the write may have been applied, by the API's clock."""

    start: dt.datetime
    end: dt.datetime

    def age(self, moment: dt.datetime | None) -> Age:
        """When a moment is, seen from the attempt."""
        if moment is None:
            return Age.UNSURE
        if moment < self.start - CLOCK_DOUBT:
            return Age.BEFORE
        return Age.SINCE if moment >= self.start - CLOCK_TOLERANCE else Age.UNSURE

    def is_over(self, moment: dt.datetime | None) -> bool:
        """Whether a moment is so late that the write can't have been applied then."""
        return moment is not None and moment > self.end + CLOCK_DOUBT


class Fit(Enum):
    """How an object relates to what was sent."""

    #: It has all that was sent, and was made since the attempt.
    SAME = "same"
    #: It has all that was sent, but may have been made before the attempt.
    TWIN = "twin"
    #: It might be it, or might not.
    ALIKE = "alike"
    #: It is another object for certain.
    OTHER = "other"


def fit(rule: Settlement, sent: Mapping[str, Any], shown: Mapping[str, Any], window: Window) -> Fit:
    """Compare an object with what was sent, field by field, and with the time of the attempt."""
    made = made_at(shown)
    age = window.age(made)
    if age is Age.BEFORE or window.is_over(made):
        return Fit.OTHER
    found = {
        name: (compare_growing if name in rule.grows else compare)(value, shown.get(name, ABSENT))
        for name, value in sent.items()
    }
    keys = [compare_key(sent[name], shown.get(name, ABSENT)) for name in rule.keys if sent.get(name) not in (None, "")]
    if Likeness.EQUAL not in keys and _is_other(rule, found, keys):
        return Fit.OTHER
    if max([*found.values(), *keys], default=Likeness.EQUAL) >= Likeness.ALIKE:
        return Fit.ALIKE
    compared = [found[name] for name in rule.compare if name in sent]
    if Likeness.EQUAL not in keys and (not compared or any(one is not Likeness.EQUAL for one in compared)):
        return Fit.ALIKE
    return Fit.SAME if age is Age.SINCE else Fit.TWIN


def _is_other(rule: Settlement, found: Mapping[str, Likeness], keys: list[Likeness]) -> bool:
    """Whether an object that no key identifies is another one: by an id, a key, or what is compared first."""
    if Likeness.DISTINCT in found.values() or Likeness.DIFFERENT in keys or Likeness.DISTINCT in keys:
        return True
    return any(found.get(name) is Likeness.DIFFERENT for name in rule.compare[:1])


@frozen
class Findings:
    """The objects that were found for one thing that was sent."""

    same: tuple[dict[str, Any], ...] = ()
    twins: tuple[dict[str, Any], ...] = ()
    alike: tuple[dict[str, Any], ...] = ()


def find(rule: Settlement, sent: Mapping[str, Any], objects: Iterable[dict[str, Any]], window: Window) -> Findings:
    """Sort objects by how they relate to what was sent."""
    found: dict[Fit, list[dict[str, Any]]] = {one: [] for one in Fit}
    for shown in objects:
        found[fit(rule, sent, shown, window)].append(shown)
    return Findings(tuple(found[Fit.SAME]), tuple(found[Fit.TWIN]), tuple(found[Fit.ALIKE]))


class Proof(Enum):
    """What was read proves of a write."""

    APPLIED = "applied"
    #: No sign of it. Proof only when the server can no longer be working on it.
    ABSENT = "absent"
    DOUBT = "doubt"


@frozen
class Judgement:
    """What findings prove, and why they prove nothing."""

    proof: Proof
    objects: tuple[dict[str, Any], ...] = ()
    reason: str = ""


def judge(findings: Sequence[Findings]) -> Judgement:
    """What is proved by the findings for each thing that one write makes: all or none of them were made."""
    same = tuple(one for each in findings for one in each.same)
    twins = tuple(one for each in findings for one in each.twins)
    alike = tuple(one for each in findings for one in each.alike)
    if twins:
        return Judgement(Proof.DOUBT, same + twins, "an object has all that was sent, but may have been there before")
    if any(len(each.same) > 1 for each in findings) or len({str(one.get("id")) for one in same}) < len(same):
        return Judgement(Proof.DOUBT, same, "more than one object fits what was sent")
    if same and len(same) == len(findings):
        return Judgement(Proof.APPLIED, same)
    if same:
        return Judgement(Proof.DOUBT, same + alike, "only some of the things that were sent are there")
    if alike:
        return Judgement(Proof.DOUBT, alike, "an object is like what was sent, but not provably the same")
    return Judgement(Proof.ABSENT)


def judge_state(
    rule: Settlement, sent: Mapping[str, Any], shown: dict[str, Any] | None, window: Window, now: dt.datetime
) -> Judgement:
    """What the object itself proves; None when it is not there."""
    if shown is None:
        return Judgement(Proof.DOUBT, (), "the object is no longer there")
    if rule.gone:
        return Judgement(Proof.ABSENT, (shown,))
    changed = window.age(made_at(shown, rule.changed)) if rule.changed else Age.SINCE
    if rule.shows_sent:
        return _judge_fields(sent, shown, changed)
    return _judge_value(rule, shown, changed, is_late=now > window.end + REVERSAL)


#: An API that doesn't say when it changed something would show the same, so this proves nothing.
_NOT_CHANGED = "it is as the write would have made it, but by its own account it has not changed since the attempt"


def _judge_fields(sent: Mapping[str, Any], shown: dict[str, Any], changed: Age) -> Judgement:
    found = {name: compare(value, shown.get(name, ABSENT)) for name, value in sent.items()}
    unequal = sorted(name for name, one in found.items() if one is not Likeness.EQUAL)
    if found and not unequal and changed is Age.SINCE:
        return Judgement(Proof.APPLIED, (shown,))
    if changed is Age.BEFORE and any(found[name] >= Likeness.DIFFERENT for name in unequal):
        return Judgement(Proof.ABSENT, (shown,))
    if unequal:
        return Judgement(Proof.DOUBT, (shown,), f"{', '.join(unequal)} isn't shown, or has another value by now")
    return Judgement(Proof.DOUBT, (shown,), _NOT_CHANGED if changed is Age.BEFORE else "when it changed isn't shown")


def _judge_value(rule: Settlement, shown: dict[str, Any], changed: Age, *, is_late: bool) -> Judgement:
    name = rule.shows or ""
    if name not in shown:
        return Judgement(Proof.DOUBT, (shown,), f"the object doesn't show {name}")
    value = shown[name]
    key = value.lower() if isinstance(value, str) else value
    if key in rule.applied and changed is Age.SINCE:
        return Judgement(Proof.APPLIED, (shown,))
    if key in rule.applied:
        return Judgement(
            Proof.DOUBT, (shown,), _NOT_CHANGED if changed is Age.BEFORE else "when it changed isn't shown"
        )
    if key in rule.not_applied and not (rule.reversible and is_late):
        return Judgement(Proof.ABSENT, (shown,))
    if key in rule.not_applied:
        return Judgement(Proof.DOUBT, (shown,), f"{name} is {value!r}, but it may have been otherwise meanwhile")
    return Judgement(Proof.DOUBT, (shown,), f"{name} is {value!r}, which proves nothing")


__all__ = ["Age", "Findings", "Fit", "Judgement", "Proof", "Window", "find", "fit", "judge", "judge_state"]
