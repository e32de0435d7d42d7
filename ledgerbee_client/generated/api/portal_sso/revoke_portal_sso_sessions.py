"""POST /v1/portal-sso/sessions/revoke: Revoke (force-refresh) a user's customer-portal sessions"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_any, encode_dict
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_sso.revoke_sessions"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/portal-sso/sessions/revoke")
    _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
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
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Revoke (force-refresh) a user's customer-portal sessions

    Revokes the customer-portal sessions of a user and so forces them to be refreshed.

    Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot get
    the scope.

    Needs the customer portal licence; without it the answer is 403 `LICENSE.REQUIRED`.

    Repeating the call should do no harm.

    `POST /v1/portal-sso/sessions/revoke`

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
