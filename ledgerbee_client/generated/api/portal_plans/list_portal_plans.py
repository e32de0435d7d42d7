"""GET /v1/portal/plans: List the full plan catalogue"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.language import Language
from ...models.list_portal_plans_response import ListPortalPlansResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["portal_plans.list"]
decode: Final[Callable[[Any], ListPortalPlansResponse]] = ListPortalPlansResponse.from_dict


def build_request(
    *,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/portal/plans")
    if language is not None:
        _request.query += query_pairs("language", language)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListPortalPlansResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(language=language, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
