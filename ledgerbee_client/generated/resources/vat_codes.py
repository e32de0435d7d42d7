"""VAT Codes"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import vat_codes as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class VatCodesResource:
    """VAT Codes"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.vat_codes"))

    @_calls(_OPERATIONS["vat_codes.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.VatCodeResponse]:
        """List VAT codes

        Lists the VAT codes of your company, ordered by code. The `vatCodeId` of a journal line is the `id` of
        one of them.

        The response is cached for 5 seconds.

        `GET /v1/vat-codes`

        Scopes: `vat-codes-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

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
        _request = _api.list_vat_codes.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            _api.list_vat_codes.OPERATION, _request, _api.list_vat_codes.decode
        )
        return _response.parsed
