"""POST /v1/dimensions: Create a new dimension category"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_dimension_request import CreateDimensionRequest
from ...models.dimension_response import DimensionResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["dimensions.create"]
decode: Final[Callable[[Any], DimensionResponse]] = DimensionResponse.from_dict


def build_request(
    *,
    body: CreateDimensionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/dimensions")
    _request.json = encode_model(body, CreateDimensionRequest, "CreateDimensionRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateDimensionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[DimensionResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateDimensionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> DimensionResponse:
    """Create a new dimension category

    Creates a dimension category. Its name must be unique.

    With `isUnique` true a journal entry may carry at most one value of the category; several are rejected
    when the entry is validated.

    The server does not deduplicate this call. When its outcome is unknown, look for the name in *List all
    dimensions*. The name is unique, so a repeated create should be refused.

    `POST /v1/dimensions`

    Scopes (inferred, not documented): `dimensions-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `dimensions.list`.

    Args:
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
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
