"""Company"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import company as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class CompanyResource:
    """Company"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.company"))

    @_calls(_OPERATIONS["company.get"])
    async def get(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> models.CompanyResponse:
        """Get company details

        Returns the company that the credential belongs to; no other company can be read.

        It is also the simplest check that a credential works.

        The response is cached for 5 seconds.

        `GET /v1/company`

        Scopes: `company-read`.

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
        _request = _api.get_company.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(_api.get_company.OPERATION, _request, _api.get_company.decode)
        return _response.parsed
