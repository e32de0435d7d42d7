"""PUT /v1/dimensions/{dimensionId}: Update a dimension category"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.dimension_response import DimensionResponse
from ...models.update_dimension_request import UpdateDimensionRequest, UpdateDimensionRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["dimensions.update"]
decode: Final[Callable[[Any], DimensionResponse]] = DimensionResponse.from_dict


def build_request(
    dimension_id: str,
    *,
    body: UpdateDimensionRequest | UpdateDimensionRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/dimensions/{path_segment(dimension_id, 'dimensions.update: dimension_id')}")
    _request.json = encode_model(body, UpdateDimensionRequest, "UpdateDimensionRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    dimension_id: str,
    *,
    client: AsyncClient,
    body: UpdateDimensionRequest | UpdateDimensionRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[DimensionResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        dimension_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
