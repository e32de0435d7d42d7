"""Webhook Endpoints"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import webhook_endpoints as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class WebhookEndpointsResource:
    """Webhook Endpoints"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.webhook_endpoints"))

    @_calls(_OPERATIONS["webhook_endpoints.create"])
    async def create(
        self,
        *,
        url: str | Unset = UNSET,
        enabled_events: Sequence[str] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.WebhookEndpointSecretResponse:
        """Create a webhook endpoint

        Registers a webhook endpoint. The URL must be public HTTPS; plain http, and loopback, private and
        link-local hosts, are refused.

        The response carries the signing secret (`whsec_...`), which is shown this once: store it.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/webhook-endpoints`

        Scopes: `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.list`.

        Pass `url`: then an unknown outcome can be settled with certainty.

        Args:
            url: Target of the deliveries: public HTTPS; loopback, private and link-local hosts are refused
            enabled_events: Topics to subscribe to, at least one known topic. Values seen:
                `subscription.assigned`, `subscription.started`, `subscription.updated`,
                `subscription.transitioned`, `subscription.paused`, `subscription.resumed`,
                `subscription.trial_ended`, `subscription.cancellation_scheduled`; there may be others
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. Plain http, a
                loopback, private or link-local host, or no known topic in `enabledEvents` (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _fields = given(url=url, enabled_events=enabled_events)
        _request = _api.create_webhook_endpoint.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_webhook_endpoint.OPERATION, _request, _api.create_webhook_endpoint.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.delete"])
    async def delete(
        self,
        webhook_endpoint_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a webhook endpoint

        Deletes a webhook endpoint.

        `DELETE /v1/webhook-endpoints/{webhookEndpointId}`

        Scopes: `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            webhook_endpoint_id: Webhook endpoint ID
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
        _request = _api.delete_webhook_endpoint.build_request(
            webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_webhook_endpoint.OPERATION, _request, _api.delete_webhook_endpoint.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.get"])
    async def get(
        self,
        webhook_endpoint_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.WebhookEndpointResponse:
        """Retrieve a webhook endpoint

        Returns a single webhook endpoint.

        `GET /v1/webhook-endpoints/{webhookEndpointId}`

        Scopes: `webhook-endpoints-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            webhook_endpoint_id: Webhook endpoint ID
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
        _request = _api.get_webhook_endpoint.build_request(
            webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_webhook_endpoint.OPERATION, _request, _api.get_webhook_endpoint.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.WebhookEndpointResponse]:
        """List webhook endpoints

        Retrieves a paginated list of the webhook endpoints of your company, newest first.

        `GET /v1/webhook-endpoints`

        Scopes: `webhook-endpoints-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page, at most 100
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
                (`details.requiredScopes`).
        """
        _request = _api.list_webhook_endpoints.build_request(
            page=page, limit=limit, extra_query=extra_query, extra_headers=extra_headers
        )
        return self._client.paginate(
            _api.list_webhook_endpoints.OPERATION,
            _request,
            _api.list_webhook_endpoints.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["webhook_endpoints.roll_secret"])
    async def roll_secret(
        self,
        webhook_endpoint_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.WebhookEndpointSecretResponse:
        """Roll the signing secret

        Makes a new signing secret for a webhook endpoint. It is shown this once: store it.

        During a change the signature header may hold several entries; accept a delivery when one of them
        matches.

        The server does not deduplicate this call. When its outcome is unknown, roll again only if you have no
        secret, because each call makes another one.

        `POST /v1/webhook-endpoints/{webhookEndpointId}/roll-secret`

        Scopes (inferred, not documented): `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.get`.

        An unknown outcome can't be settled: the secret is shown once, in the response that was lost: roll it
        again.

        Args:
            webhook_endpoint_id: Webhook endpoint ID
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
        _request = _api.roll_webhook_endpoint_secret.build_request(
            webhook_endpoint_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.roll_webhook_endpoint_secret.OPERATION, _request, _api.roll_webhook_endpoint_secret.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.send_test_event"])
    async def send_test_event(
        self,
        webhook_endpoint_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Send a test event

        Sends a test event to a webhook endpoint.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/webhook-endpoints/{webhookEndpointId}/test`

        Scopes (inferred, not documented): `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.get`.

        An unknown outcome can't be settled: a test event leaves nothing behind; sending it again does no
        harm.

        Args:
            webhook_endpoint_id: Webhook endpoint ID
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
        _request = _api.send_webhook_endpoint_test_event.build_request(
            webhook_endpoint_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.send_webhook_endpoint_test_event.OPERATION,
            _request,
            _api.send_webhook_endpoint_test_event.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.update"])
    async def update(
        self,
        webhook_endpoint_id: str,
        *,
        url: str | Unset = UNSET,
        enabled_events: Sequence[str] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.WebhookEndpointResponse:
        """Update a webhook endpoint

        Updates a webhook endpoint.

        `PUT /v1/webhook-endpoints/{webhookEndpointId}`

        Scopes: `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            webhook_endpoint_id: Webhook endpoint ID
            url: Target of the deliveries: public HTTPS; loopback, private and link-local hosts are refused
            enabled_events: Topics to subscribe to. Values seen: `subscription.assigned`,
                `subscription.started`, `subscription.updated`, `subscription.transitioned`,
                `subscription.paused`, `subscription.resumed`, `subscription.trial_ended`,
                `subscription.cancellation_scheduled`; there may be others
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
        _fields = given(url=url, enabled_events=enabled_events)
        _request = _api.update_webhook_endpoint.build_request(
            webhook_endpoint_id,
            body=_fields,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            _api.update_webhook_endpoint.OPERATION, _request, _api.update_webhook_endpoint.decode
        )
        return _response.parsed
