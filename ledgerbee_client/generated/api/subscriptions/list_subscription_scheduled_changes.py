"""GET /v1/subscriptions/{id}/scheduled-changes: List a subscription’s pending scheduled changes"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, path_segment
from ...models.scheduled_change_response import ScheduledChangeResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.list_scheduled_changes"]


def decode(value: Any) -> list[ScheduledChangeResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(ScheduledChangeResponse.from_dict, value)


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/subscriptions/{path_segment(id, 'id')}/scheduled-changes")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[ScheduledChangeResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[ScheduledChangeResponse]:
    """List a subscription’s pending scheduled changes

    Lists the queued changes of a subscription that have not taken effect yet.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/subscriptions/{id}/scheduled-changes`

    Scopes: `subscriptions-read`.

    The company needs the license Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        id: Stable id of the subscription, the same through all its changes
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `Subscription`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
