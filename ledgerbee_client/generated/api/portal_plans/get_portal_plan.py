"""GET /v1/portal/plans/{planId}: Get one plan by id"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.get_portal_plan_response import GetPortalPlanResponse
from ...models.language import Language
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment, query_pairs

OPERATION: Final = OPERATIONS["portal_plans.get"]
decode: Final[Callable[[Any], GetPortalPlanResponse]] = GetPortalPlanResponse.from_dict


def build_request(
    plan_id: str,
    *,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/portal/plans/{path_segment(plan_id, 'portal_plans.get: plan_id')}")
    if language is not None:
        _request.query += query_pairs("language", language)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    plan_id: str,
    *,
    client: AsyncClient,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[GetPortalPlanResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(plan_id, language=language, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
