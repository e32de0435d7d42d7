"""GET /v1/products/{productId}: Get a product"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.product_response import ProductResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["products.get"]
decode: Final[Callable[[Any], ProductResponse]] = ProductResponse.from_dict


def build_request(
    product_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/products/{path_segment(product_id, 'products.get: product_id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    product_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ProductResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(product_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
