"""An async-first client of the LedgerBee API (accounting and subscription billing).

    from ledgerbee_client import LedgerBee

    async with LedgerBee() as lb:
        company = await lb.company.get()

Models are in `ledgerbee_client.models`, errors in `ledgerbee_client.errors`, webhooks in `ledgerbee_client.webhooks`.
"""

from ._version import __version__
from .auth import ApiKey, LockingTokenStore, MemoryTokenStore, OAuthClientCredentials, Token, TokenStore
from .client import LedgerBee
from .errors import LedgerBeeError
from .generated.types import UNSET, File, Operation, Page, Response, Unset
from .pagination import Paginator
from .retry import RetryEvent, RetryPolicy
from .scopes import needed_scopes

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
