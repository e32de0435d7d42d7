"""Compares versions of the API: what a change means to who sends data and to who reads it.

One set of rules serves the contract snapshots of a service (`ledgerbee_client.testing.pins`) and the change report of
the maintainers. Everything here is pure: it works on descriptions of documents (plain JSON, written by the generator),
and reads no file and no document itself.

    changes = compare(old, new)
    breaking = [change for change in changes if change.level is Level.MAJOR]
"""

from .documents import compare
from .levels import Change, Direction, Level, Part
from .rules import RULES, Rule, alerts

__all__ = ["RULES", "Change", "Direction", "Level", "Part", "Rule", "alerts", "compare"]
