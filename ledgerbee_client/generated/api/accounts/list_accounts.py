"""GET /v1/accounts: List accounts"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list
from ...models.account_response import AccountResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["accounts.list"]


def decode(value: Any) -> list[AccountResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(AccountResponse.from_dict, value)


def build_request(
    *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/accounts")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[AccountResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[AccountResponse]:
    """List accounts

    Lists the chart of accounts of your company, ordered by `publicAccountId` and then by `accountNumber`.

    Only accounts whose `ledgerType` is `BALANCE_SHEET` or `PROFIT_AND_LOSS` can be used in journal entries.

    The response is cached for 5 seconds.

    `GET /v1/accounts`

    Scopes: `accounts-read`.

    Args:
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
