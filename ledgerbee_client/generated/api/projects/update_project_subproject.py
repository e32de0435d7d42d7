"""PUT /v1/projects/{projectId}/subprojects/{subprojectId}: Update a subproject"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.subproject_response import SubprojectResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["projects.update_subproject"]
decode: Final[Callable[[Any], SubprojectResponse]] = SubprojectResponse.from_dict


def build_request(
    project_id: str,
    subproject_id: str,
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/projects/{path_segment(project_id, 'projects.update_subproject: project_id')}/subprojects/{path_segment(subproject_id, 'projects.update_subproject: subproject_id')}"
    )
    _request.json = encode_open(body, "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    project_id: str,
    subproject_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[SubprojectResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        project_id,
        subproject_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)
