"""An async-first client of the LedgerBee API (accounting and subscription billing).

    from ledgerbee_client import LedgerBee

    async with LedgerBee() as lb:
        company = await lb.company.get()

Models are in `ledgerbee_client.models`, errors in `ledgerbee_client.errors`, webhooks in `ledgerbee_client.webhooks`,
idempotency in `ledgerbee_client.once`, what callbacks are called with in `ledgerbee_client.events`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._auth import ApiKey, LockingTokenStore, MemoryTokenStore, OAuthClientCredentials, Token, TokenStore
from ._client import LedgerBee
from ._deviations import Deviation, Deviations
from ._outcome import RetryEvent, RetryPolicy
from ._scopes import needed_scopes
from ._settle import Applied, NotApplied, Unsettled
from ._version import __version__
from .errors import LedgerBeeError
from .generated.client import Paginator
from .generated.types import UNSET, File, Operation, Page, Response, Unset

if TYPE_CHECKING:
    from ._once.postgres import PostgresStore
    from ._once.sqlite import SQLiteStore

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

#: Loaded when they are asked for, with the database modules that they need.
_LAZY = {"PostgresStore": "postgres", "SQLiteStore": "sqlite"}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"._once.{_LAZY[name]}", __name__), name)
        return value
