"""Meters"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import meters as _api
from ..client import AsyncClient
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class MetersResource:
    """Meters"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.meters"))

    @_calls(_OPERATIONS["meters.list_subscriptions"])
    async def list_subscriptions(
        self,
        meter_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.MeterSubscriptionsResponse:
        """List meter subscriptions by ID

        Lists the subscriptions that can report usage to a meter: those holding a product whose price is
        linked to it. Paused subscriptions are left out.

        Needs the license Metered Products or Subscription; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/meters/{meterId}/subscriptions`

        Scopes: `meter-report`.

        The company needs the license Metered Products or Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            meter_id: Meter ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company has neither the Metered Products
                nor the Subscription license.
            NotFoundError: 404: `METER_NOT_FOUND`: no such meter in the company.
        """
        _request = _api.list_meter_subscriptions.build_request(
            meter_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_meter_subscriptions.OPERATION, _request, _api.list_meter_subscriptions.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["meters.list_subscriptions_by_name"])
    async def list_subscriptions_by_name(
        self,
        *,
        meter_name: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.MeterSubscriptionsResponse:
        """List meter subscriptions by name

        Lists the subscriptions that can report usage to a meter, found by the meter's name.

        Presumably needs the license Metered Products or Subscription, as reading the subscriptions of a meter
        does.

        `GET /v1/meters/subscriptions`

        Scopes (inferred, not documented): `meter-report`.

        The company needs the license Metered Products or Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            meter_name: Name of the meter
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: `METER_NOT_FOUND`: the company has no such meter (inferred).
        """
        _request = _api.list_meter_subscriptions_by_name.build_request(
            meter_name=meter_name, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_meter_subscriptions_by_name.OPERATION,
            _request,
            _api.list_meter_subscriptions_by_name.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["meters.report"])
    async def report(
        self,
        *,
        value: Any | Unset = UNSET,
        customer_id: str | Unset = UNSET,
        meter_id: str | Unset = UNSET,
        meter_name: str | Unset = UNSET,
        timestamp: _dt.datetime | str | Unset = UNSET,
        metadata: Mapping[str, str | float | Decimal | bool] | Unset = UNSET,
        idempotency_key: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.ReportUsageResponse:
        """Report usage

        Reports usage of a metered product.

        The call is asynchronous: after 202 with status `queued` the event is not visible yet. The meter must
        be active, and either `meterId` or `meterName` must be given.

        Safe to repeat with the same `x-api-idempotency-key`: a replay gets 200 with status `duplicate` and is
        not counted again. Keys are scoped per tenant; use a fresh one (a UUID) for each new submission. It is
        the only operation of the API with such a key.

        Presumably needs the license Metered Products or Subscription, as reading the subscriptions of a meter
        does.

        `POST /v1/meters/report`

        Scopes: `meter-report`.

        The company needs the license Metered Products or Subscription.

        Args:
            value: Usage to record. The type is not published
            customer_id
            meter_id: Give `meterId` or `meterName`; the meter must be active
            meter_name: Give `meterId` or `meterName`; the meter must be active
            timestamp: When the usage took place; default is now
            metadata: Your own keys; values are string, number or boolean
            idempotency_key: Key of the submission: a fresh one (a UUID) for each new submission, the same one
                for each retry, made when not given, and kept across retries
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. The idempotency key
                header is missing. Archived meter, or neither meterId nor meterName (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: `METER_NOT_FOUND`: no such meter in the company.
        """
        _fields = given(
            value=value,
            customer_id=customer_id,
            meter_id=meter_id,
            meter_name=meter_name,
            timestamp=timestamp,
            metadata=metadata,
        )
        _request = _api.report_meter.build_request(
            idempotency_key=idempotency_key,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.report_meter.OPERATION, _request, _api.report_meter.decode
        )
        return _response.parsed
