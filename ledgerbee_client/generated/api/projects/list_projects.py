"""GET /v1/projects: List all projects"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.project_response import ProjectResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["projects.list"]


def decode(value: Any) -> list[ProjectResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(ProjectResponse.from_dict, value)


def build_request(
    *,
    include_archived: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

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
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        include_archived=include_archived, extra_query=extra_query, extra_headers=extra_headers
    )
    return await client.execute(OPERATION, _request, decode)
