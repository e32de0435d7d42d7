"""POST /v1/portal-sso/handoff/mint: Mint a customer-portal SSO handoff reference"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_model
from ...models.mint_portal_handoff_request import MintPortalHandoffRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_sso.mint_handoff"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: MintPortalHandoffRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/portal-sso/handoff/mint")
    _request.json = encode_model(body, MintPortalHandoffRequest, "MintPortalHandoffRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: MintPortalHandoffRequest | Mapping[str, Any],
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
    body: MintPortalHandoffRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Mint a customer-portal SSO handoff reference

    Mints an opaque reference that signs a user in to the customer portal. The browser of the user redeems it
    at the portal's own API host; it is valid for 60 seconds and works once.

    The organization and the membership are made when it is redeemed, so no provisioning is needed beforehand.
    `email` links the first sign-on to an invited user, `sub` is your own stable id of the user.

    Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot get
    the scope.

    Needs the customer portal licence; without it the answer is 403 `LICENSE.REQUIRED`.

    A repeated call mints another reference and does no harm.

    `POST /v1/portal-sso/handoff/mint`

    Scopes: `portal-sso-mint`.

    The company needs the license CustomerPortal.

    Takes an API key only, not OAuth.

    Not idempotent: sent twice, it may be applied twice.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. A customerId of another
            tenant, an unknown role, or no membership at all.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `CustomerPortal`).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
