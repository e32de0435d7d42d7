"""PUT /v1/projects/{projectId}: Update a project"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.project_response import ProjectResponse
from ...models.update_projects_request import UpdateProjectsRequest, UpdateProjectsRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["projects.update"]
decode: Final[Callable[[Any], ProjectResponse]] = ProjectResponse.from_dict


def build_request(
    project_id: str,
    *,
    body: UpdateProjectsRequest | UpdateProjectsRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/projects/{path_segment(project_id, 'projects.update: project_id')}")
    _request.json = encode_model(body, UpdateProjectsRequest, "UpdateProjectsRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    project_id: str,
    *,
    client: AsyncClient,
    body: UpdateProjectsRequest | UpdateProjectsRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ProjectResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        project_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
