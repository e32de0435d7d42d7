"""POST /v1/product-prices: Create a product price"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.create_product_price_request import CreateProductPriceRequest, CreateProductPriceRequestDict
from ...models.product_price_response import ProductPriceResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_prices.create"]
decode: Final[Callable[[Any], ProductPriceResponse]] = ProductPriceResponse.from_dict


def build_request(
    *,
    body: CreateProductPriceRequest | CreateProductPriceRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/product-prices")
    _request.json = encode_model(body, CreateProductPriceRequest, "CreateProductPriceRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateProductPriceRequest | CreateProductPriceRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductPriceResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
