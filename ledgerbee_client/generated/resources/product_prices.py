"""Product Prices"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import product_prices as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class ProductPricesResource:
    """Product Prices"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.product_prices"))

    @_calls(_OPERATIONS["product_prices.activate"])
    async def activate(
        self,
        price_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Activate a product price

        Activates a product price.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/product-prices/{priceId}/activate`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `product_prices.get`.

        Args:
            price_id: Product price ID
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
        _request = _api.activate_product_price.build_request(
            price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.activate_product_price.OPERATION, _request, _api.activate_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.archive"])
    async def archive(
        self,
        price_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Archive a product price

        Archives a product price.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/product-prices/{priceId}/archive`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `product_prices.get`.

        Args:
            price_id: Product price ID
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
        _request = _api.archive_product_price.build_request(
            price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.archive_product_price.OPERATION, _request, _api.archive_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.create"])
    async def create(
        self,
        *,
        product_id: str | Unset = UNSET,
        billing_period_type: str | Unset = UNSET,
        pricing_model: str | Unset = UNSET,
        nickname: str | Unset = UNSET,
        unit_amount: Decimal | str | int | Unset = UNSET,
        billing_interval: str | None | Unset = UNSET,
        billing_interval_count: int | Unset = UNSET,
        currency: str | Unset = UNSET,
        meter_id: str | Unset = UNSET,
        tiers: Sequence[models.ProductPriceTierInput | models.ProductPriceTierInputDict] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Create a product price

        Creates a price for a product.

        Activation and the choice as default are calls of their own; a price given as `initialPrice` when the
        product is created gets both at once.

        A price with the `billingPeriodType` `RECURRING` needs the Subscription license, one with `USAGE` the
        Subscription and the Metered Products license; without it the response is 403 `LICENSE.REQUIRED`
        (inferred).

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/product-prices`

        Scopes: `products-write`.

        With billingPeriodType RECURRING the company needs the license Subscription.

        With billingPeriodType USAGE the company needs the license Subscription and Metered Products.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `products.get`.

        Args:
            product_id: Product that the price belongs to
            billing_period_type: When the price is charged. Values seen: `RECURRING`, `USAGE`; there may be
                others. There is a value for one-time prices, too, whose spelling is not published. The case
                is open: upper case in the text of this operation, lower case (the likelier, inferred) in the
                examples of Products, for example recurring
            pricing_model: How the amount is computed. Values seen: `FLAT_RATE`, `PACKAGE`, `VOLUME`,
                `GRADUATED`; there may be others. The case is open, as that of `billingPeriodType`, for
                example flat_rate
            nickname: For example Monthly
            unit_amount: Mandatory for `FLAT_RATE`; for `PACKAGE`, `VOLUME` and `GRADUATED` the amounts stand
                in the tiers. A decimal number in a string, for example 99.99
            billing_interval: Unit of the billing interval, mandatory unless the price is one-time. The
                billing guide counts in day, week, month and year. Values seen: `day`; there may be others,
                for example day
            billing_interval_count: Number of intervals in a billing period, for example 1
            currency: Currency (ISO 4217); default is the company currency, for example DKK
            meter_id: Meter of the price, mandatory for `USAGE`
            tiers: Mandatory for `PACKAGE` (exactly one) and for `VOLUME` and `GRADUATED` (one or more, the
                last open-ended); left out for `FLAT_RATE`
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks a license that the
                `billingPeriodType` needs (inferred).
        """
        _fields = given(
            product_id=product_id,
            billing_period_type=billing_period_type,
            pricing_model=pricing_model,
            nickname=nickname,
            unit_amount=unit_amount,
            billing_interval=billing_interval,
            billing_interval_count=billing_interval_count,
            currency=currency,
            meter_id=meter_id,
            tiers=tiers,
        )
        _request = _api.create_product_price.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_product_price.OPERATION, _request, _api.create_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.delete"])
    async def delete(
        self,
        price_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a product price

        Deletes a product price.

        `DELETE /v1/product-prices/{priceId}`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            price_id: Product price ID
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
        _request = _api.delete_product_price.build_request(
            price_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_product_price.OPERATION, _request, _api.delete_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.disable"])
    async def disable(
        self,
        price_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Disable a product price

        Disables a product price.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/product-prices/{priceId}/disable`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `product_prices.get`.

        Args:
            price_id: Product price ID
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
        _request = _api.disable_product_price.build_request(
            price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.disable_product_price.OPERATION, _request, _api.disable_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.get"])
    async def get(
        self,
        price_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.ProductPriceResponse:
        """Get a product price

        Returns a single product price.

        `GET /v1/product-prices/{priceId}`

        Scopes: `products-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            price_id: Product price ID
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
        _request = _api.get_product_price.build_request(
            price_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_product_price.OPERATION, _request, _api.get_product_price.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.set_default"])
    async def set_default(
        self,
        price_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Set a price as the product default

        Makes a price the default price of its product.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/product-prices/{priceId}/set-default`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `product_prices.get`.

        Args:
            price_id: Product price ID
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
        _request = _api.set_product_price_default.build_request(
            price_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.set_product_price_default.OPERATION, _request, _api.set_product_price_default.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["product_prices.update"])
    async def update(
        self,
        price_id: str,
        *,
        product_id: str | Unset = UNSET,
        billing_period_type: str | Unset = UNSET,
        pricing_model: str | Unset = UNSET,
        nickname: str | Unset = UNSET,
        unit_amount: Decimal | str | int | Unset = UNSET,
        billing_interval: str | None | Unset = UNSET,
        billing_interval_count: int | Unset = UNSET,
        currency: str | Unset = UNSET,
        meter_id: str | Unset = UNSET,
        tiers: Sequence[models.ProductPriceTierInput | models.ProductPriceTierInputDict] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ProductPriceResponse:
        """Update a product price

        Updates a product price.

        `PATCH /v1/product-prices/{priceId}`

        Scopes: `products-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Not idempotent: sent twice, it may be applied twice; read back with `product_prices.get`.

        Args:
            price_id: Product price ID
            product_id: Product that the price belongs to
            billing_period_type: When the price is charged. Values seen: `RECURRING`, `USAGE`; there may be
                others. There is a value for one-time prices, too, whose spelling is not published. The case
                is open: upper case in the text of this operation, lower case (the likelier, inferred) in the
                examples of Products, for example recurring
            pricing_model: How the amount is computed. Values seen: `FLAT_RATE`, `PACKAGE`, `VOLUME`,
                `GRADUATED`; there may be others. The case is open, as that of `billingPeriodType`, for
                example flat_rate
            nickname: For example Monthly
            unit_amount: Mandatory for `FLAT_RATE`; for `PACKAGE`, `VOLUME` and `GRADUATED` the amounts stand
                in the tiers. A decimal number in a string, for example 99.99
            billing_interval: Unit of the billing interval, mandatory unless the price is one-time. The
                billing guide counts in day, week, month and year. Values seen: `day`; there may be others,
                for example day
            billing_interval_count: Number of intervals in a billing period, for example 1
            currency: Currency (ISO 4217); default is the company currency, for example DKK
            meter_id: Meter of the price, mandatory for `USAGE`
            tiers: Mandatory for `PACKAGE` (exactly one) and for `VOLUME` and `GRADUATED` (one or more, the
                last open-ended); left out for `FLAT_RATE`
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
        _fields = given(
            product_id=product_id,
            billing_period_type=billing_period_type,
            pricing_model=pricing_model,
            nickname=nickname,
            unit_amount=unit_amount,
            billing_interval=billing_interval,
            billing_interval_count=billing_interval_count,
            currency=currency,
            meter_id=meter_id,
            tiers=tiers,
        )
        _request = _api.update_product_price.build_request(
            price_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_product_price.OPERATION, _request, _api.update_product_price.decode
        )
        return _response.parsed
