"""PUT /v1/dimensions/{dimensionId}/values/{valueId}: Update a dimension value"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict, path_segment
from ...models.dimension_value_response import DimensionValueResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["dimensions.update_value"]
decode: Final[Callable[[Any], DimensionValueResponse]] = DimensionValueResponse.from_dict


def build_request(
    dimension_id: str,
    value_id: str,
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/dimensions/{path_segment(dimension_id, 'dimension_id')}/values/{path_segment(value_id, 'value_id')}"
    )
    _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    dimension_id: str,
    value_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[DimensionValueResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        dimension_id,
        value_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    dimension_id: str,
    value_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> DimensionValueResponse:
    """Update a dimension value

    Updates a value of a dimension category.

    `PUT /v1/dimensions/{dimensionId}/values/{valueId}`

    Scopes (inferred, not documented): `dimensions-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        dimension_id: Dimension ID
        value_id: Dimension value ID
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
        dimension_id,
        value_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
