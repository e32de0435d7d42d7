"""GET /v1/projects/{projectId}: Get a project"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.project_response import ProjectResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["projects.get"]
decode: Final[Callable[[Any], ProjectResponse]] = ProjectResponse.from_dict


def build_request(
    project_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/projects/{path_segment(project_id, 'project_id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    project_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ProjectResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(project_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    project_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ProjectResponse:
    """Get a project

    Returns a single project.

    `GET /v1/projects/{projectId}`

    Scopes (inferred, not documented): `projects-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        project_id: Project ID
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
    _request = build_request(project_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
