"""Payment Methods"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import payment_methods as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class PaymentMethodsResource:
    """Payment Methods"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.payment_methods"))

    @_calls(_OPERATIONS["payment_methods.apply_to_subscriptions"])
    async def apply_to_subscriptions(
        self,
        customer_id: str,
        payment_method_id: str,
        *,
        enable_automatic_billing: bool | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Apply a payment method to all active subscriptions for a customer

        Assigns a payment method to all active, trial and scheduled subscriptions of a customer and overwrites
        the cards already assigned. Subscriptions paid by a parent are left out.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/customers/{customerId}/payment-methods/{paymentMethodId}/apply-to-subscriptions`

        Scopes (inferred, not documented): `payment-methods-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `payment_methods.list`.

        An unknown outcome can't be settled: which subscriptions it was applied to is not shown.

        Args:
            customer_id: Customer ID
            payment_method_id: Payment method ID
            enable_automatic_billing: Whether to switch on automatic billing on the subscriptions
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _fields = given(enable_automatic_billing=enable_automatic_billing)
        _request = _api.apply_payment_method_to_subscriptions.build_request(
            customer_id,
            payment_method_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.apply_payment_method_to_subscriptions.OPERATION,
            _request,
            _api.apply_payment_method_to_subscriptions.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["payment_methods.cancel"])
    async def cancel(
        self,
        customer_id: str,
        payment_method_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Cancel a saved card on the payment provider

        Cancels a saved card at the payment provider. Unlike the unassignment it ends the card itself.

        `DELETE /v1/customers/{customerId}/payment-methods/{paymentMethodId}/cancel`

        Scopes (inferred, not documented): `payment-methods-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
            payment_method_id: Payment method ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.cancel_payment_method.build_request(
            customer_id, payment_method_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.cancel_payment_method.OPERATION, _request, _api.cancel_payment_method.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["payment_methods.create_card_save_link"])
    async def create_card_save_link(
        self,
        customer_id: str,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Generate a link for the customer to save a card for future payments

        Generates the URL of a payment window in which the customer enters a card for future payments.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/customers/{customerId}/payment-methods/card-save-link`

        Scopes (inferred, not documented): `payment-methods-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `payment_methods.list`.

        An unknown outcome can't be settled: the link is in the response that was lost; another one does no
        harm.

        Args:
            customer_id: Customer ID
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
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.create_payment_method_card_save_link.build_request(
            customer_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.create_payment_method_card_save_link.OPERATION,
            _request,
            _api.create_payment_method_card_save_link.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["payment_methods.list"])
    async def list(
        self,
        customer_id: str,
        *,
        provider: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.PaymentMethodResponse]:
        """List saved payment methods for a customer

        Lists the payment methods saved for a customer.

        `GET /v1/customers/{customerId}/payment-methods`

        Scopes: `payment-methods-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
            provider: Filter by payment provider. The set of values is not published
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.list_payment_methods.build_request(
            customer_id, provider=provider, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_payment_methods.OPERATION, _request, _api.list_payment_methods.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["payment_methods.set_default"])
    async def set_default(
        self,
        customer_id: str,
        payment_method_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Set a saved payment method as the customer default

        Makes a saved payment method the default of the customer.

        `PUT /v1/customers/{customerId}/payment-methods/default/{paymentMethodId}`

        Scopes (inferred, not documented): `payment-methods-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
            payment_method_id: Payment method ID
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
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.set_payment_method_default.build_request(
            customer_id,
            payment_method_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.set_payment_method_default.OPERATION, _request, _api.set_payment_method_default.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["payment_methods.unassign"])
    async def unassign(
        self,
        customer_id: str,
        payment_method_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Unassign a payment method from a customer

        Removes the link between a customer and a card. The card stays active at the provider and can be given
        to another customer.

        `DELETE /v1/customers/{customerId}/payment-methods/{paymentMethodId}/unassign`

        Scopes (inferred, not documented): `payment-methods-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            customer_id: Customer ID
            payment_method_id: Payment method ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.unassign_payment_method.build_request(
            customer_id, payment_method_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.unassign_payment_method.OPERATION, _request, _api.unassign_payment_method.decode
        )
        return _response.parsed
