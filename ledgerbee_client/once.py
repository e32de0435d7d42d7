"""What `LedgerBee.once` and `once_each` return and take, and what a store of your own must be able to do."""

from ._once import IdempotencyStore, Intent, ItemResult, Once, Record, Result, Run
from ._settle import Applied, NotApplied, Read, Unsettled, Verdict

__all__ = [
    "Applied",
    "IdempotencyStore",
    "Intent",
    "ItemResult",
    "NotApplied",
    "Once",
    "Read",
    "Record",
    "Result",
    "Run",
    "Unsettled",
    "Verdict",
]
