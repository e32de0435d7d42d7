"""An async-first client of the LedgerBee API (accounting and subscription billing).

    from ledgerbee_client import LedgerBee

    async with LedgerBee() as lb:
        company = await lb.company.get()

Models are in `ledgerbee_client.models`, errors in `ledgerbee_client.errors`, webhooks in `ledgerbee_client.webhooks`.
"""

from ._auth import ApiKey, LockingTokenStore, MemoryTokenStore, OAuthClientCredentials, Token, TokenStore
from ._client import LedgerBee
from ._outcome import RetryEvent, RetryPolicy
from ._pagination import Paginator
from ._scopes import needed_scopes
from ._version import __version__
from .errors import LedgerBeeError
from .generated.types import UNSET, File, Operation, Page, Response, Unset

__all__ = [
    "UNSET",
    "ApiKey",
    "File",
    "LedgerBee",
    "LedgerBeeError",
    "LockingTokenStore",
    "MemoryTokenStore",
    "OAuthClientCredentials",
    "Operation",
    "Page",
    "Paginator",
    "Response",
    "RetryEvent",
    "RetryPolicy",
    "Token",
    "TokenStore",
    "Unset",
    "__version__",
    "needed_scopes",
]
