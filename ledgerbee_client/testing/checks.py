"""What the settings of a sandbox and its faults may be: a misspelt one would show something else than it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from difflib import get_close_matches

from .._outcome import is_number


def number(least: float | None = 0, most: float | None = None, **settings: object) -> None:
    """Refuse a setting that is no number, or out of range.

    Args:
        least: the smallest that is allowed.
        most: the largest.
        settings: by name.

    Raises:
        TypeError: it is no number.
        ValueError: it is out of range.
    """
    for name, value in settings.items():
        if not is_number(value):
            raise TypeError(f"{name}: a number, not {value!r}")
        if (least is not None and not value >= least) or (most is not None and not value <= most):
            wanted = f"at least {least:g}" if most is None else f"from {least:g} to {most:g}"
            raise ValueError(f"{name}: {wanted}, not {value!r}")


def whole(least: int = 0, most: int | None = None, **settings: object) -> None:
    """Refuse a setting that is no whole number, or out of range.

    Args:
        least: the smallest that is allowed.
        most: the largest.
        settings: by name.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is out of range.
    """
    for name, value in settings.items():
        if not isinstance(value, int):
            raise TypeError(f"{name}: a whole number, not {value!r}")
    number(least, most, **settings)


def aware(**settings: datetime) -> None:
    """Refuse a moment that would be read as local time.

    Args:
        settings: by name.

    Raises:
        ValueError: it has no time zone.
    """
    for name, value in settings.items():
        if value.tzinfo is None:
            raise ValueError(f"{name}: a moment with a time zone, not {value!r}")


def one_of(known: Collection[str], **settings: object) -> None:
    """Refuse a setting that is none of the known values.

    Args:
        known: the values.
        settings: by name.

    Raises:
        ValueError: it is none of them.
    """
    for name, value in settings.items():
        if value not in known:
            raise ValueError(f"{name}: {', '.join(known)}, not {value!r}")


def names(setting: str, given: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Return the names, if all are known.

    Args:
        setting: what they are.
        given: the names.
        known: those that the document has.

    Raises:
        TypeError: it is one text.
        ValueError: one isn't known.
    """
    if isinstance(given, str):
        raise TypeError(f"{setting}: a list of names, as in [{given!r}], not {given!r}")
    found = tuple(given)
    for name in found:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known))}"
            raise ValueError(f"{setting}: the document knows no {name!r}: {hint}")
    return found
