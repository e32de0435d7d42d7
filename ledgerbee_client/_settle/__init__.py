"""Unknown outcomes resolved: whether a write that was sent and not acknowledged was applied.

Pure rules (`values`, `rules`) stand apart from the reading (`reading`); `verdicts` is what a caller gets.
"""

from .clock import SYSTEM, Clock
from .others import Others, Unresolved
from .reading import DEFAULT_SETTLE_AFTER, Settler
from .sent import Sent, path_values, sent_by
from .verdicts import Applied, NotApplied, Read, Unsettled, Verdict

__all__ = [
    "DEFAULT_SETTLE_AFTER",
    "SYSTEM",
    "Applied",
    "Clock",
    "NotApplied",
    "Others",
    "Read",
    "Sent",
    "Settler",
    "Unresolved",
    "Unsettled",
    "Verdict",
    "path_values",
    "sent_by",
]
