"""PATCH /v1/product-groups/{id}: Update a product group"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, path_segment
from ...models.product_group_response import ProductGroupResponse
from ...models.update_product_group_request import UpdateProductGroupRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_groups.update"]
decode: Final[Callable[[Any], ProductGroupResponse]] = ProductGroupResponse.from_dict


def build_request(
    id: str,
    *,
    body: UpdateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/product-groups/{path_segment(id, 'id')}")
    _request.json = encode_model(body, UpdateProductGroupRequest, "UpdateProductGroupRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductGroupResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> ProductGroupResponse:
    """Update a product group

    Updates a product group.

    `PATCH /v1/product-groups/{id}`

    Scopes: `products-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `product_groups.get`.

    Args:
        id: Product group ID
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
