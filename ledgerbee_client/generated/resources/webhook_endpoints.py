"""Webhook Endpoints"""

from __future__ import annotations

import builtins as _builtins
from collections.abc import Mapping
from typing import Any

from ..api.webhook_endpoints import (
    create_webhook_endpoint,
    delete_webhook_endpoint,
    get_webhook_endpoint,
    list_webhook_endpoints,
    roll_webhook_endpoint_secret,
    send_webhook_endpoint_test_event,
    update_webhook_endpoint,
)
from ..client import AsyncClient
from ..models.webhook_endpoint_response import WebhookEndpointResponse
from ..models.webhook_endpoint_secret_response import WebhookEndpointSecretResponse
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class WebhookEndpointsResource:
    """Webhook Endpoints"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @_calls(_OPERATIONS["webhook_endpoints.create"])
    async def create(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> WebhookEndpointSecretResponse:
        """Create a webhook endpoint

        Registers a webhook endpoint. The URL must be public HTTPS; plain http and private or loopback hosts
        are refused.

        The answer carries the signing secret (`whsec_...`), which is shown this once: store it.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/webhook-endpoints`

        Scopes: `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.list`.

        Args:
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. Plain http, or a
                private or loopback host (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = create_webhook_endpoint.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            create_webhook_endpoint.OPERATION, _request, create_webhook_endpoint.decode
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
        _request = delete_webhook_endpoint.build_request(
            webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            delete_webhook_endpoint.OPERATION, _request, delete_webhook_endpoint.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.get"])
    async def get(
        self,
        webhook_endpoint_id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> WebhookEndpointResponse:
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
        _request = get_webhook_endpoint.build_request(
            webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            get_webhook_endpoint.OPERATION, _request, get_webhook_endpoint.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.list"])
    async def list(
        self, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
    ) -> _builtins.list[WebhookEndpointResponse]:
        """List webhook endpoints

        Lists the webhook endpoints of your company.

        `GET /v1/webhook-endpoints`

        Scopes: `webhook-endpoints-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = list_webhook_endpoints.build_request(extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(
            list_webhook_endpoints.OPERATION, _request, list_webhook_endpoints.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.roll_secret"])
    async def roll_secret(
        self,
        webhook_endpoint_id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> WebhookEndpointSecretResponse:
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
        _request = roll_webhook_endpoint_secret.build_request(
            webhook_endpoint_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            roll_webhook_endpoint_secret.OPERATION, _request, roll_webhook_endpoint_secret.decode
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
        _request = send_webhook_endpoint_test_event.build_request(
            webhook_endpoint_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            send_webhook_endpoint_test_event.OPERATION, _request, send_webhook_endpoint_test_event.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["webhook_endpoints.update"])
    async def update(
        self,
        webhook_endpoint_id: str,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> WebhookEndpointResponse:
        """Update a webhook endpoint

        Updates a webhook endpoint.

        `PUT /v1/webhook-endpoints/{webhookEndpointId}`

        Scopes: `webhook-endpoints-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

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
        _request = update_webhook_endpoint.build_request(
            webhook_endpoint_id,
            body=body,
            extra_query=extra_query,
            extra_headers=extra_headers,
            extra_body=extra_body,
        )
        _response = await self._client.execute(
            update_webhook_endpoint.OPERATION, _request, update_webhook_endpoint.decode
        )
        return _response.parsed
