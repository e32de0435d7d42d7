"""What is known of other writes: an object that one of them has made was not made by the write that is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from ..generated.types import Settlement
from .rules import Fit, Window, fit
from .sent import things_of


@frozen
class Unresolved:
    """Another write whose outcome isn't known yet.

    Attributes:
        rule: How it is settled.
        body: What was sent.
    """

    rule: Settlement
    body: Any


@frozen
class Others:
    """Other writes of the same store.

    Attributes:
        objects: Ids of the objects that they are known to have made.
        unresolved: Those of which it isn't known what they made.
    """

    objects: frozenset[str] = frozenset()
    unresolved: tuple[Unresolved, ...] = ()

    def claims(self, rule: Settlement, objects: Iterable[Mapping[str, Any]], window: Window) -> bool:
        """Whether one of unknown outcome may have made one of the objects."""
        found = tuple(objects)
        return any(
            fit(other.rule, thing, shown, window) is not Fit.OTHER
            for other in self.unresolved
            if (other.rule.lists, other.rule.inside) == (rule.lists, rule.inside)
            for thing in things_of(other.rule, other.body)
            for shown in found
        )


__all__ = ["Others", "Unresolved"]
