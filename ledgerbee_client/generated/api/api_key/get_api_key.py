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
    """Check and encode the arguments; nothing is sent.

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
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
