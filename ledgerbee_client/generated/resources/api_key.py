"""API Key"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import api_key as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import calls as _calls


class ApiKeyResource:
    """API Key"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.api_key"))

    @_calls(_OPERATIONS["api_key.get"])
    async def get(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> models.ApiKeyInfoResponse:
        """Get current API key

        Describes the API key that makes the call: its scopes, its IP allowlist, its expiry and its rate-limit
        tiers.

        Every valid key may call it. An OAuth access token is refused with 403 `INSUFFICIENT_PERMISSIONS`,
        reason `endpoint_requires_api_key_auth`.

        The response is cached for 5 seconds.

        `GET /v1/api-key`

        Takes an API key only, not OAuth.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: called with an OAuth access token
                (`details.reason` is `endpoint_requires_api_key_auth`).
        """
        _request = _api.get_api_key.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(_api.get_api_key.OPERATION, _request, _api.get_api_key.decode)
        return _response.parsed
