"""What a person has accepted, with a reason: losses, and differences between the two readers of the document."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any

from attrs import frozen

from .comparison import Difference
from .ir import Loss

_DIFFERENCE_KEYS = {"place", "what", "why"}


@frozen
class KnownDifference:
    """An entry under `known_differences`: place and what are those of the difference, `*` stands for anything."""

    place: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"

    def covers(self, difference: Difference) -> bool:
        """Whether the entry means this difference."""
        return fnmatchcase(difference.place, self.place) and fnmatchcase(difference.what, self.what)


def problem_of(entry: Any) -> str | None:
    """What is wrong with an entry under `known_differences`; None when nothing is."""
    if not isinstance(entry, dict) or entry.keys() != _DIFFERENCE_KEYS or not all(entry.values()):
        return f"an entry needs exactly {', '.join(sorted(_DIFFERENCE_KEYS))}"
    if not str(entry["place"]).strip("* ") or not str(entry["what"]).strip("* "):
        return "an entry that covers everything says nothing"
    return None


def sort_differences(
    differences: Iterable[Difference], known: list[KnownDifference]
) -> tuple[list[Difference], list[Difference], list[KnownDifference]]:
    """Parts the differences into accepted and others.

    Returns:
        the accepted, the others, and the entries that cover nothing any more.
    """
    accepted: list[Difference] = []
    others: list[Difference] = []
    used: set[KnownDifference] = set()
    for difference in differences:
        covering = [one for one in known if one.covers(difference)]
        used.update(covering)
        (accepted if covering else others).append(difference)
    return accepted, others, [one for one in known if one not in used]


def sort_losses(losses: Iterable[Loss], known: list[str]) -> tuple[list[Loss], list[Loss], list[str]]:
    """The same for losses.

    An entry is written 'METHOD path' (all of the operation) or 'METHOD path: part'.
    """
    accepted: list[Loss] = []
    others: list[Loss] = []
    used: set[str] = set()
    for loss in losses:
        covering = {loss.operation, f"{loss.operation}: {loss.what}"} & set(known)
        used |= covering
        (accepted if covering else others).append(loss)
    return accepted, others, [one for one in known if one not in used]
