"""What a person has accepted, with a reason: losses, and differences between the two readers of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from typing import Any, TypeVar

from attrs import frozen

from .comparison import Difference
from .ir import Loss

_DIFFERENCE_KEYS = {"place", "what", "why"}
_LOSS_KEYS = {"operation", "tag", "summary", "part", "why"}

F = TypeVar("F")
K = TypeVar("K")


@frozen
class KnownLoss:
    """An entry under `known_losses`: what may be lost of an operation; without a part, all of it."""

    operation: str
    part: str = ""
    tag: str | None = None
    summary: str | None = None

    def __str__(self) -> str:
        return f"{self.operation}: {self.part}" if self.part else self.operation

    @classmethod
    def of(cls, entry: str | dict[str, str]) -> KnownLoss:
        """Read an entry: 'METHOD path', 'METHOD path: part', or a mapping, which may have tag and summary, too."""
        if isinstance(entry, str):
            operation, _, part = entry.partition(": ")
            return cls(operation, part)
        return cls(entry["operation"], entry.get("part", ""), entry.get("tag"), entry.get("summary"))

    def covers(self, loss: Loss) -> bool:
        """Tell whether the entry means this loss."""
        return self.operation == loss.operation and self.part in ("", loss.what)


def problem_of_loss(entry: Any) -> str | None:
    """What is wrong with an entry under `known_losses`; None when nothing is."""
    if isinstance(entry, str):
        return None
    if not isinstance(entry, dict) or not {"operation", "why"} <= entry.keys() <= _LOSS_KEYS:
        return "an entry is a text, or needs operation and why, and may have tag, summary, part"
    if not all(isinstance(one, str) and one for one in entry.values()):
        return "every part of an entry is a text"
    return None


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


def sort_out(found: Iterable[F], known: list[K], covers: Callable[[K, F], bool]) -> tuple[list[F], list[F], list[K]]:
    """Part losses, or differences, into accepted and others.

    Args:
        found: the losses or differences.
        known: the entries of their kind.
        covers: whether an entry means one of them.

    Returns:
        the accepted, the others, and the entries that cover nothing any more.
    """
    accepted: list[F] = []
    others: list[F] = []
    used: set[K] = set()
    for one in found:
        covering = [entry for entry in known if covers(entry, one)]
        used.update(covering)
        (accepted if covering else others).append(one)
    return accepted, others, [entry for entry in known if entry not in used]
