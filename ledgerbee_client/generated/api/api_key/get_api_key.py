"""GET /v1/api-key: Get current API key"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.api_key_info_response import ApiKeyInfoResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["api_key.get"]
decode: Final[Callable[[Any], ApiKeyInfoResponse]] = ApiKeyInfoResponse.from_dict


def build_request(
    *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/api-key")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ApiKeyInfoResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ApiKeyInfoResponse:
    """Get current API key

    Describes the API key that makes the call: its scopes, its IP allowlist, its expiry and its rate-limit
    tiers.

    Every valid key may call it. An OAuth access token is refused with 403 `INSUFFICIENT_PERMISSIONS`, reason
    `endpoint_requires_api_key_auth`.

    The response is cached for 5 seconds.

    `GET /v1/api-key`

    Takes an API key only, not OAuth.

    Args:
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: called with an OAuth access token
            (`details.reason` is `endpoint_requires_api_key_auth`).
    """
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
