"""POST /v1/portal/plans/resolve: Resolve the gated pricing catalogue for an identified buyer (partner display)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_model
from ...models.resolve_portal_plans_request import ResolvePortalPlansRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_plans.resolve"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: ResolvePortalPlansRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/portal/plans/resolve")
    _request.json = encode_model(body, ResolvePortalPlansRequest, "ResolvePortalPlansRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: ResolvePortalPlansRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: ResolvePortalPlansRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Resolve the gated pricing catalogue for an identified buyer (partner display)

    Runs the plan-routing rules for an identified buyer and returns the catalogue to show. `countryCode` and
    `customerType` are hints while there is no customer yet.

    The documentation shows an API key here; it does not say whether an OAuth token works.

    Needs the customer portal licence; without it the answer is 403 `LICENSE.REQUIRED`.

    A read by its purpose, though sent as POST.

    `POST /v1/portal/plans/resolve`

    Scopes (inferred, not documented): `portal-catalog-read`.

    The company needs the license CustomerPortal.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `portal_plans.list`.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `CustomerPortal`).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
