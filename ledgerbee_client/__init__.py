"""An async-first client of the LedgerBee API (accounting and subscription billing).

    from ledgerbee_client import LedgerBee

    async with LedgerBee() as lb:
        company = await lb.company.get()

Models are in `ledgerbee_client.models`, errors in `ledgerbee_client.errors`, webhooks in `ledgerbee_client.webhooks`,
idempotency in `ledgerbee_client.once`, what callbacks are called with in `ledgerbee_client.events`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    # Read by type checkers; at run time see `_LAZY`.
    from ._auth import ApiKey
    from ._auth.oauth import OAuthClientCredentials
    from ._auth.tokens import LockingTokenStore, MemoryTokenStore, Token, TokenStore
    from ._client import LedgerBee
    from ._deviations import Deviation, Deviations
    from ._once.postgres import PostgresStore
    from ._once.sqlite import SQLiteStore
    from ._outcome import RetryEvent, RetryPolicy
    from ._scopes import needed_scopes
    from ._verdicts import Applied, NotApplied, Unsettled
    from .errors import LedgerBeeError
    from .generated.client import Paginator
    from .generated.types import UNSET, File, Operation, Page, Response, Unset

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

#: Where each name is. It is loaded when it is asked for: the command, models and webhooks need no client, and nobody
#: needs the databases of both stores.
_LAZY = {
    "ApiKey": "_auth",
    "Applied": "_verdicts",
    "Deviation": "_deviations",
    "Deviations": "_deviations",
    "File": "generated.types",
    "LedgerBee": "_client",
    "LedgerBeeError": "errors",
    "LockingTokenStore": "_auth.tokens",
    "MemoryTokenStore": "_auth.tokens",
    "NotApplied": "_verdicts",
    "OAuthClientCredentials": "_auth.oauth",
    "Operation": "generated.types",
    "Page": "generated.types",
    "Paginator": "generated.client",
    "PostgresStore": "_once.postgres",
    "Response": "generated.types",
    "RetryEvent": "_outcome",
    "RetryPolicy": "_outcome",
    "SQLiteStore": "_once.sqlite",
    "Token": "_auth.tokens",
    "TokenStore": "_auth.tokens",
    "UNSET": "generated.types",
    "Unset": "generated.types",
    "Unsettled": "_verdicts",
    "needed_scopes": "_scopes",
}
#: Public modules, which can be reached as attributes without an import of their own.
_MODULES = ("errors", "events", "models", "once", "webhooks")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return import_module(f".{name}", __name__)
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f".{_LAZY[name]}", __name__), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *_LAZY, *_MODULES})
