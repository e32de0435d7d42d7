"""PATCH /v1/product-groups/{id}: Update a product group"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.product_group_response import ProductGroupResponse
from ...models.update_product_group_request import UpdateProductGroupRequest, UpdateProductGroupRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["product_groups.update"]
decode: Final[Callable[[Any], ProductGroupResponse]] = ProductGroupResponse.from_dict


def build_request(
    id: str,
    *,
    body: UpdateProductGroupRequest | UpdateProductGroupRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/product-groups/{path_segment(id, 'product_groups.update: id')}")
    _request.json = encode_model(body, UpdateProductGroupRequest, "UpdateProductGroupRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateProductGroupRequest | UpdateProductGroupRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProductGroupResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
