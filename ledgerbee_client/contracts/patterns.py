r"""Tells whether one regular expression takes whatever another one takes, where that can be seen from their form.

That is decided item by item: a wider class (`[a-z]` and `\w`), a wider quantifier, another alternative, an anchor less.
What isn't understood (looks ahead, references back, properties of characters) is never said to be wider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 500  # characters
_MOST_STEPS = 2_000  # of a comparison
_LAST = 0x10FFFF
_END = float("inf")
_QUANTIFIER = re.compile(r"[*+?]|\{(\d+)(,?)(\d*)\}")
_RANGES = {
    "d": ((48, 57),),
    "w": ((48, 57), (65, 90), (95, 95), (97, 122)),
    "s": (
        *((9, 13), (32, 32), (160, 160), (5760, 5760), (8192, 8202), (8232, 8233), (8239, 8239), (8287, 8287)),
        *((12288, 12288), (65279, 65279)),
    ),
}
_CONTROLS = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}
_HEX = {"x": 2, "u": 4}

Ranges = tuple[tuple[int, int], ...]


class _UnreadError(Exception):
    """Something that isn't understood, or takes too long."""


@dataclass(frozen=True)
class _Item:
    """A class of characters, an anchor (`^`, `$`), or a choice of sequences, and how often it may stand."""

    what: Ranges | str | _Choice
    low: int = 1
    high: float = 1


@dataclass(frozen=True)
class _Choice:
    forms: tuple[tuple[_Item, ...], ...]


def takes_all_of(pattern: str, other: str) -> bool:
    """Return whether `pattern` surely takes whatever `other` takes; False also where that can't be told."""
    if pattern == other:
        return True
    if max(len(pattern), len(other)) > _LONGEST:
        return False
    try:
        return _Comparison().choice_covers(_Reader(pattern).whole(), _Reader(other).whole())
    except (_UnreadError, RecursionError):
        return False


# ---------------------------------------------------------------------- comparing


class _Comparison:
    """Compares sequences, as long as that takes few steps."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[_Item, ...], tuple[_Item, ...]], bool] = {}
        self._steps = 0

    def choice_covers(self, wide: _Choice, narrow: _Choice) -> bool:
        """Whether each form of one choice is within a form of the other."""
        return all(any(self._covers(form, one) for form in wide.forms) for one in narrow.forms)

    def _covers(self, wide: tuple[_Item, ...], narrow: tuple[_Item, ...]) -> bool:
        """Whether one sequence takes what another takes."""
        key = wide, narrow
        if key not in self._known:
            self._known[key] = self._runs(wide, narrow)
        return self._known[key]

    def _runs(self, wide: tuple[_Item, ...], narrow: tuple[_Item, ...]) -> bool:
        """Whether each item of one sequence takes a run of items of the other."""
        if narrow and isinstance(narrow[0].what, str) and self._covers(wide, narrow[1:]):
            return True  # without an anchor more is taken
        if not wide:
            return not narrow
        first, rest = wide[0], wide[1:]
        if first.low == 0 and self._covers(rest, narrow):
            return True
        ends = range(1, len(narrow) + 1)
        return any(self._item_covers(first, narrow[:end]) and self._covers(rest, narrow[end:]) for end in ends)

    def _item_covers(self, wide: _Item, run: tuple[_Item, ...]) -> bool:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise _UnreadError
        if isinstance(wide.what, str) or any(isinstance(one.what, str) for one in run):
            return len(run) == 1 and wide.what == run[0].what
        once = wide.low <= 1 <= wide.high
        if isinstance(wide.what, _Choice) and once and any(self._covers(form, run) for form in wide.what.forms):
            return True
        fits = sum(one.low for one in run) >= wide.low and sum(one.high for one in run) <= wide.high
        return fits and all(self._once_covers(wide.what, one.what) for one in run)

    def _once_covers(self, wide: Ranges | str | _Choice, narrow: Ranges | str | _Choice) -> bool:
        """Whether what stands once takes what the other takes."""
        if isinstance(wide, tuple) and isinstance(narrow, tuple):
            gaps = _without(wide)
            return not any(low <= last and high >= first for low, high in narrow for first, last in gaps)
        left, right = (one if isinstance(one, _Choice) else _Choice(((_Item(one),),)) for one in (wide, narrow))
        return self.choice_covers(left, right)


# ---------------------------------------------------------------------- reading


class _Reader:
    """Reads a regular expression."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def whole(self) -> _Choice:
        found = self._choice()
        if self._at < len(self._text):
            raise _UnreadError
        return found

    def _next(self) -> str:
        if self._at >= len(self._text):
            raise _UnreadError
        self._at += 1
        return self._text[self._at - 1]

    def _skip(self, text: str) -> bool:
        found = self._text.startswith(text, self._at)
        self._at += len(text) * found
        return found

    def _choice(self) -> _Choice:
        forms = [self._sequence()]
        while self._skip("|"):
            forms.append(self._sequence())
        return _Choice(tuple(forms))

    def _sequence(self) -> tuple[_Item, ...]:
        items: list[_Item] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            items.append(self._quantified(self._atom()))
        return tuple(one for one in items if one.high)

    def _atom(self) -> Ranges | str | _Choice:
        one = self._next()
        if one in "^$":
            return one
        if one == "(":
            if self._skip("?") and not self._skip(":"):
                raise _UnreadError
            inner = self._choice()
            if not self._skip(")"):
                raise _UnreadError
            return inner
        if one == "[":
            return self._class()
        if one == ".":
            return _without(((10, 10), (13, 13), (8232, 8233)))
        if one in "*+?":
            raise _UnreadError
        return self._escape() if one == "\\" else ((ord(one), ord(one)),)

    def _quantified(self, what: Ranges | str | _Choice) -> _Item:
        found = _QUANTIFIER.match(self._text, self._at)
        if found is None:
            return _Item(what)
        self._at = found.end()
        if isinstance(what, str) or self._skip("+"):
            raise _UnreadError  # an anchor, or a quantifier, that is repeated
        self._skip("?")
        if found[0] in "*+?":
            return _Item(what, int(found[0] == "+"), 1 if found[0] == "?" else _END)
        low = int(found[1])
        return _Item(what, low, int(found[3]) if found[3] else _END if found[2] else low)

    def _class(self) -> Ranges:
        negated = self._skip("^")
        found: list[tuple[int, int]] = []
        while not self._skip("]"):
            ranges = self._member()
            if self._text.startswith("-", self._at) and not self._text.startswith("-]", self._at):
                self._at += 1
                ends = self._member()
                if len(ranges) != 1 or len(ends) != 1 or ranges[0][0] > ends[0][0]:
                    raise _UnreadError
                ranges = ((ranges[0][0], ends[0][0]),)
            found += ranges
        return _without(tuple(found)) if negated else tuple(found)

    def _member(self) -> Ranges:
        one = self._next()
        return self._escape() if one == "\\" else ((ord(one), ord(one)),)

    def _escape(self) -> Ranges:
        one = self._next()
        if one.lower() in _RANGES:
            return _RANGES[one] if one in _RANGES else _without(_RANGES[one.lower()])
        if one in _HEX:
            digits = "".join(self._next() for _ in range(_HEX[one]))
            if not re.fullmatch("[0-9a-fA-F]+", digits):
                raise _UnreadError
            return ((int(digits, 16), int(digits, 16)),)
        if one not in _CONTROLS and one.isalnum():
            raise _UnreadError
        number = _CONTROLS.get(one, ord(one))
        return ((number, number),)


def _without(ranges: Ranges) -> Ranges:
    """All characters but these."""
    found, start = [], 0
    for low, high in sorted(ranges):
        if low > start:
            found.append((start, low - 1))
        start = max(start, high + 1)
    return (*found, (start, _LAST)) if start <= _LAST else tuple(found)
