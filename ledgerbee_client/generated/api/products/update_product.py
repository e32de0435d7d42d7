"""PATCH /v1/products/{productId}: Update a product"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, path_segment
from ...models.product_response import ProductResponse
from ...models.update_product_request import UpdateProductRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["products.update"]
decode: Final[Callable[[Any], ProductResponse]] = ProductResponse.from_dict


def build_request(
    product_id: str,
    *,
    body: UpdateProductRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/products/{path_segment(product_id, 'product_id')}")
    _request.json = encode_model(body, UpdateProductRequest, "UpdateProductRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    product_id: str,
    *,
    client: AsyncClient,
    body: UpdateProductRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        product_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    product_id: str,
    *,
    client: AsyncClient,
    body: UpdateProductRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> ProductResponse:
    """Update a product

    Updates a product. Only the fields provided in the request are changed. Prices are not part of the body.

    `PATCH /v1/products/{productId}`

    Scopes: `products-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `products.get`.

    Args:
        product_id: Product ID
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
        product_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
