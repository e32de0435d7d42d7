"""How many cases of a large family are tried: a part that has every pair in it, or all, in `make chaos`."""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from typing import Any

EVERY_CASE = os.environ.get("LEDGERBEE_TEST_CASES") == "all"


def in_turn(first: Sequence[Any], second: Sequence[Any], third: Sequence[Any]) -> list[tuple[Any, Any, Any]]:
    """Combinations of three things: each of the first with each of the second, the third in turn.

    Where the third has no more elements than the others, each of its elements meets each of theirs.
    """
    if EVERY_CASE:
        return list(itertools.product(first, second, third))
    return [
        (one, other, third[(place + other_place) % len(third)])
        for place, one in enumerate(first)
        for other_place, other in enumerate(second)
    ]
