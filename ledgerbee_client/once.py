"""What `LedgerBee.once` and `once_each` return and take, and what a store of your own must be able to do.

Each name is loaded when it is used: a client's start must not pay for what few programs need.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._once.many import ItemResult, Once, Run
    from ._once.records import IdempotencyStore, Intent, Record, Result
    from ._verdicts import Applied, NotApplied, Read, Unsettled, Verdict

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

if not TYPE_CHECKING:
    _MODULES = {
        "_once.many": ("ItemResult", "Once", "Run"),
        "_once.records": ("IdempotencyStore", "Intent", "Record", "Result"),
        "_verdicts": ("Applied", "NotApplied", "Read", "Unsettled", "Verdict"),
    }

    def __getattr__(name: str) -> object:
        for module, names in _MODULES.items():
            if name in names:
                value = globals()[name] = getattr(import_module(f".{module}", __package__), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(__all__)
