"""POST /v1/product-groups: Create a product group"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_product_group_request import CreateProductGroupRequest
from ...models.product_group_response import ProductGroupResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_groups.create"]
decode: Final[Callable[[Any], ProductGroupResponse]] = ProductGroupResponse.from_dict


def build_request(
    *,
    body: CreateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/product-groups")
    _request.json = encode_model(body, CreateProductGroupRequest, "CreateProductGroupRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductGroupResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateProductGroupRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> ProductGroupResponse:
    """Create a product group

    Creates a product group. The group decides which revenue account a sale is posted to in each VAT zone.

    The accounts for domestic, EU and foreign sales must carry a VAT code valid for sales; the account for
    domestic sales without VAT need not.

    The server does not deduplicate this call. When its outcome is unknown, look for the `number` with *List
    product groups*. It is unique, so a repeated create should be refused.

    `POST /v1/product-groups`

    Scopes: `products-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `product_groups.list`.

    Args:
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
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
