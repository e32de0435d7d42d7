"""POST /v1/portal-sso/provision: Provision a customer + grant portal access (partner JIT provisioning)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_model
from ...models.provision_portal_customer_request import ProvisionPortalCustomerRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_sso.provision"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: ProvisionPortalCustomerRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/portal-sso/provision")
    _request.json = encode_model(body, ProvisionPortalCustomerRequest, "ProvisionPortalCustomerRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: ProvisionPortalCustomerRequest | Mapping[str, Any],
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
    body: ProvisionPortalCustomerRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Provision a customer + grant portal access (partner JIT provisioning)

    Provisions a customer and grants a user access to the customer portal. Give exactly one of `customerId`
    (an existing customer, never changed) and `customer` (reused when its number exists, else created).

    The user gets an active membership without a password, and no invitation is sent. With
    `mintCheckoutBindToken` the answer carries a checkout-bind reference; minting in the same call also needs
    the scope `portal-sso-mint`.

    Safe to repeat: the customer is found by `customer.customerNumber`.

    Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot get
    the scope.

    Needs the customer portal licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `POST /v1/portal-sso/provision`

    Scopes: `portal-provision`.

    The company needs the license CustomerPortal.

    Takes an API key only, not OAuth.

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
