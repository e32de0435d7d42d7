"""Faults as text, for the command line and the page: `late:30 on=invoices.create times=1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .doubts import Late, LooseSearch, Stale, Twin
from .kinds import ClockSkew, ContentType, Cut, Garbage, Latency, SlowBody, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..http.interception import CutPoint
    from .injector import Faults, Rule
    from .kinds import Fault


def _plain(make: Callable[[], Fault]) -> Callable[[str], Fault]:
    """A fault that nothing is to be said of."""

    def made(text: str) -> Fault:
        if text:
            raise ValueError
        return make()

    return made


#: By name: what to do with the number or word after the colon, and what stands there when there is none.
_KINDS: dict[str, tuple[Callable[[str], Fault], str | None]] = {
    "status": (lambda text: Status(int(text)), None),
    "latency": (lambda text: Latency(float(text)), None),
    "cut": (lambda text: Cut(cast("CutPoint", text)), "applied"),
    "slow": (lambda text: SlowBody(float(text)), None),
    "garbage": (_plain(Garbage), ""),
    "html": (_plain(ContentType), ""),
    "skew": (lambda text: ClockSkew(float(text)), None),
    "late": (lambda text: Late(float(text)), None),
    "stale": (lambda text: Stale(float(text)), "5"),
    "twin": (lambda text: Twin(float(text)), "0"),
    "loose-search": (lambda text: LooseSearch(int(text)), "1"),
}
_OPTIONS: dict[str, Callable[[str], Any]] = {"on": str, "times": int, "probability": float}
HELP = (
    "KIND[:VALUE] [on=OPERATION] [times=N] [probability=P], as in 'late:30 on=invoices.create times=1'; kinds: "
    + ", ".join(_KINDS)
)


def add_from_text(faults: Faults, text: str) -> Rule:
    """Add the fault that a text describes.

    Args:
        faults: where to.
        text: see `HELP`.

    Raises:
        ValueError: it can't be read, or names an unknown operation.
    """
    first, *rest = text.split() or [""]
    name, _, value = first.partition(":")
    if name not in _KINDS:
        raise ValueError(f"unknown fault {name!r}: write {HELP}")
    make, default = _KINDS[name]
    try:
        fault = make(value or default or "")
    except ValueError:
        raise ValueError(f"{name} doesn't take {value!r}: write {HELP}") from None
    options: dict[str, Any] = {}
    for part in rest:
        option, _, chosen = part.partition("=")
        if option not in _OPTIONS:
            raise ValueError(f"unknown option {part!r} of the fault: write {HELP}")
        try:
            options[option] = _OPTIONS[option](chosen)
        except ValueError:
            raise ValueError(f"{option} doesn't take {chosen!r}: write {HELP}") from None
    return faults.add(fault, **options)
