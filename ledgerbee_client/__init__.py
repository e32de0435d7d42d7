"""An async-first client of the LedgerBee API (accounting and subscription billing).

    from ledgerbee_client import LedgerBee

    async with LedgerBee() as lb:
        company = await lb.company.get()

Models are in `ledgerbee_client.models`, errors in `ledgerbee_client.errors`, webhooks in `ledgerbee_client.webhooks`,
idempotency in `ledgerbee_client.once`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._auth import ApiKey
from ._client import LedgerBee
from ._deviations import Deviation, Deviations
from ._outcome import RetryEvent, RetryPolicy
from ._scopes import needed_scopes
from ._version import __version__
from .errors import LedgerBeeError
from .generated.client import Paginator
from .generated.types import UNSET, File, Operation, Page, Response, Unset

if TYPE_CHECKING:
    from ._auth.oauth import OAuthClientCredentials
    from ._auth.tokens import LockingTokenStore, MemoryTokenStore, Token, TokenStore
    from ._once.postgres import PostgresStore
    from ._once.sqlite import SQLiteStore
    from ._settle.verdicts import Applied, NotApplied, Unsettled

__all__ = [
    "UNSET",
    "ApiKey",
    "Applied",
    "Deviation",
    "Deviations",
    "File",
    "LedgerBee",
    "LedgerBeeError",
    "LockingTokenStore",
    "MemoryTokenStore",
    "NotApplied",
    "OAuthClientCredentials",
    "Operation",
    "Page",
    "Paginator",
    "PostgresStore",
    "Response",
    "RetryEvent",
    "RetryPolicy",
    "SQLiteStore",
    "Token",
    "TokenStore",
    "Unset",
    "Unsettled",
    "__version__",
    "needed_scopes",
]

if not TYPE_CHECKING:
    #: Loaded when they are asked for: few programs need them, or the database modules that they need.
    _LAZY = {
        "Applied": "_settle.verdicts",
        "LockingTokenStore": "_auth.tokens",
        "MemoryTokenStore": "_auth.tokens",
        "NotApplied": "_settle.verdicts",
        "OAuthClientCredentials": "_auth.oauth",
        "PostgresStore": "_once.postgres",
        "SQLiteStore": "_once.sqlite",
        "Token": "_auth.tokens",
        "TokenStore": "_auth.tokens",
        "Unsettled": "_settle.verdicts",
    }

    def __getattr__(name: str) -> object:
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f".{_LAZY[name]}", __name__), name)
        return value
