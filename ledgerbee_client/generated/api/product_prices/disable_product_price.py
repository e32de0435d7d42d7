"""POST /v1/product-prices/{priceId}/disable: Disable a product price"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.product_price_response import ProductPriceResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset
from ...urls import path_segment

OPERATION: Final = OPERATIONS["product_prices.disable"]
decode: Final[Callable[[Any], ProductPriceResponse]] = ProductPriceResponse.from_dict


def build_request(
    price_id: str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/product-prices/{path_segment(price_id, 'product_prices.disable: price_id')}/disable"
    )
    if not isinstance(body, Unset):
        _request.json = encode_open(body, "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    price_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductPriceResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
