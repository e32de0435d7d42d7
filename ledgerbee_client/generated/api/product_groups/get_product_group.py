"""GET /v1/product-groups/{id}: Get a product group"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.product_group_response import ProductGroupResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_groups.get"]
decode: Final[Callable[[Any], ProductGroupResponse]] = ProductGroupResponse.from_dict


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/product-groups/{path_segment(id, 'id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ProductGroupResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ProductGroupResponse:
    """Get a product group

    Returns a single product group.

    `GET /v1/product-groups/{id}`

    Scopes: `products-read`.

    Args:
        id: Product group ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
