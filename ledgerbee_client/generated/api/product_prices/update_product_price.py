"""PATCH /v1/product-prices/{priceId}: Update a product price"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.product_price_response import ProductPriceResponse
from ...models.update_product_prices_request import UpdateProductPricesRequest, UpdateProductPricesRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["product_prices.update"]
decode: Final[Callable[[Any], ProductPriceResponse]] = ProductPriceResponse.from_dict


def build_request(
    price_id: str,
    *,
    body: UpdateProductPricesRequest | UpdateProductPricesRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/product-prices/{path_segment(price_id, 'product_prices.update: price_id')}")
    _request.json = encode_model(body, UpdateProductPricesRequest, "UpdateProductPricesRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    price_id: str,
    *,
    client: AsyncClient,
    body: UpdateProductPricesRequest | UpdateProductPricesRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductPriceResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
