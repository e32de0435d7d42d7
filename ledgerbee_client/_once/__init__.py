"""Idempotency keys that the API lacks: each write is made once, also across a crash.

`records` says what is kept, `sqlite` and `postgres` keep it, `writing` is the course of one write, `many` of a run.
"""

from .calling import Safeguards, call_once, opened
from .many import ItemResult, Once, Run, run_each
from .records import IdempotencyStore, Intent, Record, Result
from .writing import LEASE, Guarded

__all__ = [
    "LEASE",
    "Guarded",
    "IdempotencyStore",
    "Intent",
    "ItemResult",
    "Once",
    "Record",
    "Result",
    "Run",
    "Safeguards",
    "call_once",
    "opened",
    "run_each",
]
