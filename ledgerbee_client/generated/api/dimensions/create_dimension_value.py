"""POST /v1/dimensions/{dimensionId}/values: Create a new dimension value"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.create_value_dimensions_request import (
    CreateValueDimensionsRequest,
    CreateValueDimensionsRequestDict,
)
from ...models.dimension_value_response import DimensionValueResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["dimensions.create_value"]
decode: Final[Callable[[Any], DimensionValueResponse]] = DimensionValueResponse.from_dict


def build_request(
    dimension_id: str,
    *,
    body: CreateValueDimensionsRequest | CreateValueDimensionsRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/dimensions/{path_segment(dimension_id, 'dimensions.create_value: dimension_id')}/values"
    )
    _request.json = encode_model(body, CreateValueDimensionsRequest, "CreateValueDimensionsRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    dimension_id: str,
    *,
    client: AsyncClient,
    body: CreateValueDimensionsRequest | CreateValueDimensionsRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[DimensionValueResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        dimension_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
