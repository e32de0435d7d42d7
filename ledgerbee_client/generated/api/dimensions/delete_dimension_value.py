"""DELETE /v1/dimensions/{dimensionId}/values/{valueId}: Delete a dimension value"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_none, path_segment
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["dimensions.delete_value"]
decode: Final[Callable[[Any], None]] = parse_none


def build_request(
    dimension_id: str,
    value_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/dimensions/{path_segment(dimension_id, 'dimension_id')}/values/{path_segment(value_id, 'value_id')}"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    dimension_id: str,
    value_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[None]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(dimension_id, value_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    dimension_id: str,
    value_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> None:
    """Delete a dimension value

    Deletes a value of a dimension category.

    `DELETE /v1/dimensions/{dimensionId}/values/{valueId}`

    Scopes (inferred, not documented): `dimensions-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        dimension_id: Dimension ID
        value_id: Dimension value ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(dimension_id, value_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
