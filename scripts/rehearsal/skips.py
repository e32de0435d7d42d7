"""Why tests were skipped: each reason begins with its kind, so that a rehearsal can say how much was not tried."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

#: A handler of the sandbox has stepped back, because the document has other fields than it relies on.
STEPPED_BACK = "stepped back"
#: A test relies on a field, or on a form of it, that the document doesn't have.
OTHER_FIELDS = "other fields"
#: The document doesn't have the operation any more.
GONE = "operation gone"
#: Said of the reconstructed document only: counts of marks, facts from other pages.
RECONSTRUCTION = "reconstruction only"

_KINDS = (STEPPED_BACK, OTHER_FIELDS, GONE, RECONSTRUCTION)
#: A program, a right or a system that this machine lacks; any document would be skipped for it.
_MACHINE = "not on this machine"
_LACKING = re.compile(
    r"not installed|[Tt]here is no|[Nn]eeds |PostgreSQL|platform|macOS|Windows|POSIX|httpx2|on this machine"
)
#: Nobody said why: in no rehearsal this may be.
_OTHER = "without a known reason"
#: Perturbations that can be the cause of a kind: in all others, nothing may be skipped for it. Without the marks, what
#: is always there isn't said any more, so that any of them may lack what a test relies on.
_CAUSES: dict[str, set[str]] = {
    GONE: {"fewer"},
    STEPPED_BACK: {"fields", "closed", "enums", "fewer", "everything"},
    _OTHER: set(),
}


def kind_of(reason: str) -> str:
    """Find the kind of a reason for a skip.

    Args:
        reason: as pytest reports it.

    Returns:
        One of the kinds above.
    """
    lacking = _MACHINE if _LACKING.search(reason) else _OTHER
    return next((kind for kind in _KINDS if f"{kind}: " in reason), lacking)


def counted(reasons: Iterable[str]) -> Counter[str]:
    """Count skipped tests by kind.

    Args:
        reasons: of all of them.

    Returns:
        The kinds that occur, each with the number of tests.
    """
    return Counter(map(kind_of, reasons))


def unexpected(perturbation: str, counts: Counter[str]) -> list[str]:
    """Name the kinds that a perturbation can't be the cause of: where no field is another, no handler steps back.

    Args:
        perturbation: its name.
        counts: skipped tests by kind.

    Returns:
        The kinds, which should not be there.
    """
    return [kind for kind, causes in _CAUSES.items() if kind in counts and perturbation not in causes]


def text_of(counts: Counter[str]) -> str:
    """Describe what was skipped.

    Args:
        counts: skipped tests by kind.

    Returns:
        "214 skipped (170 stepped back, 44 other fields)".
    """
    parts = ", ".join(f"{number} {kind}" for kind, number in counts.most_common())
    return f"{counts.total()} skipped" + (f" ({parts})" if parts else "")
