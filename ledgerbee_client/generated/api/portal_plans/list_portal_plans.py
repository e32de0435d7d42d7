"""GET /v1/portal/plans: List the full plan catalogue"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.language import Language
from ...models.list_portal_plans_response import ListPortalPlansResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_plans.list"]
decode: Final[Callable[[Any], ListPortalPlansResponse]] = ListPortalPlansResponse.from_dict


def build_request(
    *,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(language=language, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    language: Language | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListPortalPlansResponse:
    """List the full plan catalogue

    Lists all active plans with a published version, in display order. No routing rule and no visibility
    filter applies.

    The documentation shows an API key here; it does not say whether an OAuth token works.

    Needs the customer portal licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/portal/plans`

    Scopes: `portal-catalog-read`.

    The company needs the license CustomerPortal.

    Args:
        language: Language of the texts, en by default
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `CustomerPortal`).
    """
    _request = build_request(language=language, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
