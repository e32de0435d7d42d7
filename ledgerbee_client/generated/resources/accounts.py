"""Accounts"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import accounts as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class AccountsResource:
    """Accounts"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.accounts"))

    @_calls(_OPERATIONS["accounts.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.AccountResponse]:
        """List accounts

        Lists the chart of accounts of your company, ordered by `publicAccountId` and then by `accountNumber`.

        Only accounts whose `ledgerType` is `BALANCE_SHEET` or `PROFIT_AND_LOSS` can be used in journal
        entries.

        The response is cached for 5 seconds.

        `GET /v1/accounts`

        Scopes: `accounts-read`.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_accounts.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            _api.list_accounts.OPERATION, _request, _api.list_accounts.decode
        )
        return _response.parsed
