"""GET /v1/projects: List all projects"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, query_pairs
from ...models.project_response import ProjectResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["projects.list"]


def decode(value: Any) -> list[ProjectResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(ProjectResponse.from_dict, value)


def build_request(
    *,
    include_archived: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/projects")
    if include_archived is not None:
        _request.query += query_pairs("includeArchived", include_archived)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    include_archived: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[ProjectResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        include_archived=include_archived, extra_query=extra_query, extra_headers=extra_headers
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    include_archived: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[ProjectResponse]:
    """List all projects

    Lists the projects of your company. Archived ones, which are read-only, are left out unless
    `includeArchived` is true.

    `GET /v1/projects`

    Scopes: `projects-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        include_archived: Whether archived projects, which are read-only, are included, False by default
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        include_archived=include_archived, extra_query=extra_query, extra_headers=extra_headers
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
