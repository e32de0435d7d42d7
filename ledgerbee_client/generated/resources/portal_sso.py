"""Portal SSO"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import portal_sso as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class PortalSsoResource:
    """Portal SSO"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.portal_sso"))

    @_calls(_OPERATIONS["portal_sso.jwks"])
    async def jwks(
        self,
        slug: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.PublicPortalSsoJwks:
        """Published RP signing keys (JWKS) for a tenant's private_key_jwt SSO

        Publishes the public keys with which a tenant's customer portal signs its `private_key_jwt` client
        assertions for single sign-on: the current key and, while keys rotate, the previous one.

        No authentication. An unknown slug, or one without a key, gives an empty set, never a 404.

        The response is cached for 5 minutes.

        `GET /.well-known/portal-sso/{slug}/jwks.json`

        Args:
            slug: Public portal slug of the tenant
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
        """
        _request = _api.get_portal_sso_jwks.build_request(
            slug, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_portal_sso_jwks.OPERATION, _request, _api.get_portal_sso_jwks.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["portal_sso.mint_handoff"])
    async def mint_handoff(
        self,
        *,
        email: str | Unset = UNSET,
        sub: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Mint a customer-portal SSO handoff reference

        Mints an opaque reference that signs a user in to the customer portal. The browser of the user redeems
        it at the portal's own API host; it is valid for 60 seconds and works once.

        The organization and the membership are made when it is redeemed, so no provisioning is needed
        beforehand. `email` links the first sign-on to an invited user, `sub` is your own stable id of the
        user.

        Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot
        get the scope.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        A repeated call mints another reference and does no harm.

        `POST /v1/portal-sso/handoff/mint`

        Scopes: `portal-sso-mint`.

        The company needs the license CustomerPortal.

        Takes an API key only, not OAuth.

        Not idempotent: sent twice, it may be applied twice.

        An unknown outcome can't be settled: the reference lives for 60 seconds, in the response that was
        lost; minting another does no harm.

        Args:
            email: E-mail address of the portal user; it links a first sign-on to an invited user
            sub: The partner's own stable user id
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. A customerId of
                another tenant, an unknown role, or no membership at all.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
        """
        _fields = given(email=email, sub=sub)
        _request = _api.mint_portal_sso_handoff.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.mint_portal_sso_handoff.OPERATION, _request, _api.mint_portal_sso_handoff.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["portal_sso.provision"])
    async def provision(
        self,
        *,
        email: str,
        customer_id: str | Unset = UNSET,
        customer: models.ProvisionCustomerInput | models.ProvisionCustomerInputDict | Unset = UNSET,
        mint_checkout_bind_token: bool | Unset = UNSET,
        client_reference_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Provision a customer + grant portal access (partner JIT provisioning)

        Provisions a customer and grants a user access to the customer portal. Give exactly one of
        `customerId` (an existing customer, never changed) and `customer` (reused when its number exists, else
        created).

        The user gets an active membership without a password, and no invitation is sent. With
        `mintCheckoutBindToken` the response carries a checkout-bind reference; minting in the same call also
        needs the scope `portal-sso-mint`.

        Safe to repeat: the customer is found by `customer.customerNumber`.

        Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot
        get the scope.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        `POST /v1/portal-sso/provision`

        Scopes: `portal-provision`.

        The company needs the license CustomerPortal.

        Takes an API key only, not OAuth.

        Args:
            customer_id: An existing customer, never changed; give this or `customer`
            customer: Reused when its number exists, else created; give this or `customerId`
            email: Login identity of the portal user
            mint_checkout_bind_token: Whether the response carries a checkout-bind reference
            client_reference_id: Your order or cart id; it comes back as `partnerReferenceId` on the
                subscription and its events
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
        """
        _fields = given(
            customer_id=customer_id,
            customer=customer,
            email=email,
            mint_checkout_bind_token=mint_checkout_bind_token,
            client_reference_id=client_reference_id,
        )
        _request = _api.provision_portal_sso.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.provision_portal_sso.OPERATION, _request, _api.provision_portal_sso.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["portal_sso.revoke_sessions"])
    async def revoke_sessions(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Revoke (force-refresh) a user's customer-portal sessions

        Revokes the customer-portal sessions of a user and so forces them to be refreshed.

        Needs a Partner SSO key, which the operator makes in the app; ordinary keys and OAuth clients cannot
        get the scope.

        Needs the customer portal license; without it the response is 403 `LICENSE.REQUIRED`.

        Repeating the call should do no harm.

        `POST /v1/portal-sso/sessions/revoke`

        Scopes: `portal-sso-mint`.

        The company needs the license CustomerPortal.

        Takes an API key only, not OAuth.

        Not idempotent: sent twice, it may be applied twice.

        An unknown outcome can't be settled: sessions can't be read; revoking again should do no harm.

        Args:
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `CustomerPortal`).
        """
        _request = _api.revoke_portal_sso_sessions.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.revoke_portal_sso_sessions.OPERATION, _request, _api.revoke_portal_sso_sessions.decode
        )
        return _response.parsed
