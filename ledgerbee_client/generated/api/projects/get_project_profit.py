"""GET /v1/projects/{projectId}/profit: Get project profit"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.project_profit_response import ProjectProfitResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["projects.profit"]
decode: Final[Callable[[Any], ProjectProfitResponse]] = ProjectProfitResponse.from_dict


def build_request(
    project_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/projects/{path_segment(project_id, 'projects.profit: project_id')}/profit")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    project_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ProjectProfitResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(project_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
