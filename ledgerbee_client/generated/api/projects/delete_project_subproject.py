"""DELETE /v1/projects/{projectId}/subprojects/{subprojectId}: Delete a subproject"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_none, path_segment
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["projects.delete_subproject"]
decode: Final[Callable[[Any], None]] = parse_none


def build_request(
    project_id: str,
    subproject_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/projects/{path_segment(project_id, 'project_id')}/subprojects/{path_segment(subproject_id, 'subproject_id')}"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    project_id: str,
    subproject_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[None]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(project_id, subproject_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    project_id: str,
    subproject_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> None:
    """Delete a subproject

    Deletes a subproject.

    `DELETE /v1/projects/{projectId}/subprojects/{subprojectId}`

    Scopes (inferred, not documented): `projects-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        project_id: Project ID
        subproject_id: Subproject ID
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
    _request = build_request(project_id, subproject_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
