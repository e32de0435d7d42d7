"""Unknown outcomes resolved: whether a write that was sent and not acknowledged was applied.

Pure rules (`values`, `rules`) stand apart from the reading (`reading`); `_verdicts` is what a caller gets.
"""

from .._verdicts import Applied, NotApplied, Read, Unsettled, Verdict
from .reading import DEFAULT_SETTLE_AFTER, Settler
from .sent import Sent, path_values, sent_by

__all__ = [
    "DEFAULT_SETTLE_AFTER",
    "Applied",
    "NotApplied",
    "Read",
    "Sent",
    "Settler",
    "Unsettled",
    "Verdict",
    "path_values",
    "sent_by",
]
