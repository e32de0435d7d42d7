"""Subscriptions"""

from __future__ import annotations

import builtins as _builtins
import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import subscriptions as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class SubscriptionsResource:
    """Subscriptions"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.subscriptions"))

    @_calls(_OPERATIONS["subscriptions.archive_plan"])
    async def archive_plan(
        self,
        plan_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.SubscriptionPlanResponse:
        """Archive a subscription plan

        Archives a subscription plan.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/subscriptions/plans/{planId}/archive`

        Scopes (inferred, not documented): `subscriptions-write`.

        The company needs the license Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.list_plans`.

        An unknown outcome can't be settled: what an archived plan shows is not published.

        Args:
            plan_id: Plan ID
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
                (`details.licenseKey` is `Subscription`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.archive_subscription_plan.build_request(
            plan_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.archive_subscription_plan.OPERATION, _request, _api.archive_subscription_plan.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.assign"])
    async def assign(
        self,
        *,
        customer_id: str,
        plan_id: str,
        start_date: _dt.date | str,
        end_date: _dt.date | str | Unset = UNSET,
        billing_cycle_anchor: _dt.date | str | Unset = UNSET,
        proration_behavior: models.ProrationBehavior | str | Unset = UNSET,
        trial_days: int | Unset = UNSET,
        billing_direction: models.BillingDirection | str | Unset = UNSET,
        product_overrides: Sequence[
            models.SubscriptionProductOverride | models.SubscriptionProductOverrideDict
        ]
        | Unset = UNSET,
        payment_method_id: str | Unset = UNSET,
        automatic_billing: bool | Unset = UNSET,
        customer_department_id: str | Unset = UNSET,
        department_contact_override_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.CustomerSubscriptionResponse:
        """Assign a subscription to a customer

        Assigns a subscription plan to a customer. A `startDate` in the future gives a subscription with
        status `scheduled`.

        The currency can't be set: it follows from the customer and the plan. Nor can the send-offset or
        prebill days, which the operator sets. Where `startDate` is not the anchor, `prorationBehavior` says
        how the part of a period before it is charged.

        Emits `subscription.assigned`.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        The server does not deduplicate this call. When its outcome is unknown, look for the subscription with
        *List customer subscriptions*, by `customerId` and `planId`, before sending it again.

        `POST /v1/subscriptions`

        Scopes: `subscriptions-write`.

        The company needs the license Subscription.

        Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.list`.

        Args:
            customer_id
            plan_id
            start_date: First day; a date in the future gives the status `scheduled`, for example 2026-07-01
            end_date: Day on which the subscription expires
            billing_cycle_anchor: Anchor of the billing cycle; default is `startDate`
            proration_behavior: How the part of a period between startDate and anchor is charged; matters with
                advance only, arrears always prorates. Values: `create_prorations`, `always_invoice`, `none`
            trial_days: Days of trial; the status is `trial` until they are over, and nothing is charged
                before
            billing_direction: `advance` charges at the start of a period, `arrears` at its end
            product_overrides: Quantities that differ from the plan
            payment_method_id
            automatic_billing: Whether the payment method is charged automatically
            customer_department_id: Routes the invoices of the subscription
            department_contact_override_id: Routes the invoices of the subscription
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
                (`details.licenseKey` is `Subscription`).
        """
        _fields = given(
            customer_id=customer_id,
            plan_id=plan_id,
            start_date=start_date,
            end_date=end_date,
            billing_cycle_anchor=billing_cycle_anchor,
            proration_behavior=proration_behavior,
            trial_days=trial_days,
            billing_direction=billing_direction,
            product_overrides=product_overrides,
            payment_method_id=payment_method_id,
            automatic_billing=automatic_billing,
            customer_department_id=customer_department_id,
            department_contact_override_id=department_contact_override_id,
        )
        _request = _api.assign_subscription.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.assign_subscription.OPERATION, _request, _api.assign_subscription.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.cancel"])
    async def cancel(
        self,
        *,
        id: str | Unset = UNSET,
        strategy: models.Strategy | str | Unset = UNSET,
        effective_date: _dt.date | str | Unset = UNSET,
        refund_behavior: models.RefundBehavior | str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Cancel a customer subscription

        Cancels a customer subscription: at the end of the cycle, immediately, or on a given date.
        `clear_schedule` takes a scheduled cancellation back. The id stands in the body, not in the path.

        A scheduled cancellation is a queued change and emits `subscription.cancellation_scheduled`; an
        immediate one emits `subscription.churned`.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        The server does not deduplicate this call. When its outcome is unknown, read the status of the
        subscription before sending it again.

        `POST /v1/subscriptions/cancel`

        Scopes: `subscriptions-write`.

        The company needs the license Subscription.

        Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.list`.

        Args:
            id: Stable id of the subscription
            strategy: When the subscription ends; `clear_schedule` takes back a scheduled cancellation, for
                example end_of_cycle. Values: `end_of_cycle`, `immediately`, `specific_date`, `clear_schedule`
            effective_date: Day of the cancellation; mandatory with `specific_date`
            refund_behavior: With `immediately` only: no refund, the whole last paid invoice, or the unused
                time since the last invoice. Values: `none`, `last_invoice`, `prorated`
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
                (`details.licenseKey` is `Subscription`).
        """
        _fields = given(
            id=id, strategy=strategy, effective_date=effective_date, refund_behavior=refund_behavior
        )
        _request = _api.cancel_subscription.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.cancel_subscription.OPERATION, _request, _api.cancel_subscription.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.cancel_scheduled_change"])
    async def cancel_scheduled_change(
        self,
        id: str,
        change_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Cancel a single pending scheduled change

        Takes a single queued change of a subscription back.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `DELETE /v1/subscriptions/{id}/scheduled-changes/{changeId}`

        Scopes: `subscriptions-write`.

        The company needs the license Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Stable id of the subscription, the same through all its changes
            change_id: Scheduled change ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `Subscription`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.cancel_subscription_scheduled_change.build_request(
            id, change_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.cancel_subscription_scheduled_change.OPERATION,
            _request,
            _api.cancel_subscription_scheduled_change.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.CustomerSubscriptionResponse:
        """Get a customer subscription by its stable id

        Returns a customer subscription by its stable id: the version in force today. The id stays the same
        through all changes of the subscription.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/subscriptions/{id}`

        Scopes: `subscriptions-read`.

        The company needs the license Subscription.

        Args:
            id: Stable id of the subscription, the same through all its changes
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `Subscription`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.get_subscription.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_subscription.OPERATION, _request, _api.get_subscription.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        statuses: Sequence[models.SubscriptionStatus | str] | None = None,
        customer_id: str | None = None,
        plan_id: str | None = None,
        partner_reference_id: str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.CustomerSubscriptionResponse]:
        """List customer subscriptions

        Retrieves a paginated list of customer subscriptions, each with the version in force today.

        Pass `?partnerReferenceId=` with the `clientReferenceId` given at provisioning to recover from a
        missed webhook of a checkout.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/subscriptions`

        Scopes: `subscriptions-read`.

        The company needs the license Subscription.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page
            search: Search in customer name and subscription name
            statuses: Filter by status; several values may be given. Values: `scheduled`, `trial`,
                `awaiting_payment`, `active`, `pending_cancellation`, `paused`, `cancelled`, `expired`
            customer_id: Filter by customer ID
            plan_id: Filter by plan ID
            partner_reference_id: Exact match: the `clientReferenceId` given at provisioning
            prefetch: pages read ahead while items are consumed
            on_drift: what to do when the list changes while it is read
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Returns:
            `await` it for one page, or iterate over it with `async for` for the items of all pages.

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `Subscription`).
        """
        _request = _api.list_subscriptions.build_request(
            page=page,
            limit=limit,
            search=search,
            statuses=statuses,
            customer_id=customer_id,
            plan_id=plan_id,
            partner_reference_id=partner_reference_id,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_subscriptions.OPERATION,
            _request,
            _api.list_subscriptions.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["subscriptions.list_plans"])
    async def list_plans(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[models.SubscriptionPlanResponse]:
        """List subscription plans

        Lists the subscription plans of your company.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/subscriptions/plans`

        Scopes (inferred, not documented): `subscriptions-read`.

        The company needs the license Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `Subscription`).
        """
        _request = _api.list_subscription_plans.build_request(
            extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_subscription_plans.OPERATION, _request, _api.list_subscription_plans.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.list_scheduled_changes"])
    async def list_scheduled_changes(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.ScheduledChangeResponse]:
        """List a subscription’s pending scheduled changes

        Lists the queued changes of a subscription that have not taken effect yet.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `GET /v1/subscriptions/{id}/scheduled-changes`

        Scopes: `subscriptions-read`.

        The company needs the license Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Stable id of the subscription, the same through all its changes
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`). `LICENSE.REQUIRED`: the company lacks the license
                (`details.licenseKey` is `Subscription`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.list_subscription_scheduled_changes.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_subscription_scheduled_changes.OPERATION,
            _request,
            _api.list_subscription_scheduled_changes.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["subscriptions.update"])
    async def update(
        self,
        id: str,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.CustomerSubscriptionResponse:
        """Update a customer subscription

        Updates the configuration of a customer subscription.

        Structural changes (plan, cadence, products, pausing and resuming) cannot be made over the API; they
        are made in the app.

        Needs the Subscription license; without it the response is 403 `LICENSE.REQUIRED`.

        `PATCH /v1/subscriptions/{id}`

        Scopes: `subscriptions-write`.

        The company needs the license Subscription.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.get`.

        Args:
            id: Stable id of the subscription, the same through all its changes
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
                (`details.licenseKey` is `Subscription`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.update_subscription.build_request(
            id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.update_subscription.OPERATION, _request, _api.update_subscription.decode
        )
        return _response.parsed
