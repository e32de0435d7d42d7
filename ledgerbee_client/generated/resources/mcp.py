"""MCP"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..api import mcp as _api
from ..client import AsyncClient
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class McpResource:
    """MCP"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.mcp"))

    @_calls(_OPERATIONS["mcp.post"])
    async def post(
        self,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """LedgerBee Developer MCP Server

        Endpoint of the LedgerBee MCP server, transport Streamable HTTP. It speaks JSON-RPC to AI assistants
        and is of no use to an API client.

        Sign-in is OAuth 2.1 in the browser; an API key is not accepted. One connection is one company: chosen
        at sign-in, or fixed by the URL `/v1/mcp/c/{appCompanyId}`.

        Tool calls are rate-limited. The scopes `portal-provision` and `portal-sso-mint` are never given to an
        MCP client.

        `POST /v1/mcp`

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice.

        An unknown outcome can't be settled: JSON-RPC calls of another protocol.

        Args:
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: The access token is missing, invalid or expired.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            RateLimitError: 429: Too many tool calls; the limit is not published.
        """
        _request = _api.post_mcp.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(_api.post_mcp.OPERATION, _request, _api.post_mcp.decode)
        return _response.parsed
