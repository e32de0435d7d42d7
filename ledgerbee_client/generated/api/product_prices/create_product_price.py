"""POST /v1/product-prices: Create a product price"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_product_price_request import CreateProductPriceRequest
from ...models.product_price_response import ProductPriceResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_prices.create"]
decode: Final[Callable[[Any], ProductPriceResponse]] = ProductPriceResponse.from_dict


def build_request(
    *,
    body: CreateProductPriceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/product-prices")
    _request.json = encode_model(body, CreateProductPriceRequest, "CreateProductPriceRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateProductPriceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductPriceResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateProductPriceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> ProductPriceResponse:
    """Create a product price

    Creates a price for a product.

    Activation and the choice as default are calls of their own; a price given as `initialPrice` when the
    product is created gets both at once.

    A price with the `billingPeriodType` `RECURRING` needs the Subscription license, one with `USAGE` the
    Subscription and the Metered Products license; without it the response is 403 `LICENSE.REQUIRED`
    (inferred).

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/product-prices`

    Scopes: `products-write`.

    With billingPeriodType RECURRING the company needs the license Subscription.

    With billingPeriodType USAGE the company needs the license Subscription and Metered Products.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `products.get`.

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
            `LICENSE.REQUIRED`: the company lacks a license that the `billingPeriodType` needs (inferred).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
