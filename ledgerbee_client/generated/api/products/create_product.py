"""POST /v1/products: Create a product"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.create_product_request import CreateProductRequest, CreateProductRequestDict
from ...models.product_response import ProductResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["products.create"]
decode: Final[Callable[[Any], ProductResponse]] = ProductResponse.from_dict


def build_request(
    *,
    body: CreateProductRequest | CreateProductRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/products")
    _request.json = encode_model(body, CreateProductRequest, "CreateProductRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateProductRequest | CreateProductRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
