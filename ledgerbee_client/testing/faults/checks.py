"""What a fault may be made with."""

from __future__ import annotations

from collections.abc import Collection


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
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise TypeError(f"{name}: a number, not {value!r}")
        if (least is not None and not value >= least) or (most is not None and not value <= most):
            wanted = f"at least {least:g}" if most is None else f"from {least:g} to {most:g}"
            raise ValueError(f"{name}: {wanted}, not {value!r}")


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
