"""DELETE /v1/subscriptions/{id}/scheduled-changes/{changeId}: Cancel a single pending scheduled change"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_none, path_segment
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.cancel_scheduled_change"]
decode: Final[Callable[[Any], None]] = parse_none


def build_request(
    id: str,
    change_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/subscriptions/{path_segment(id, 'id')}/scheduled-changes/{path_segment(change_id, 'change_id')}"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    change_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[None]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, change_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    change_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> None:
    """Cancel a single pending scheduled change

    Takes a single queued change of a subscription back.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `DELETE /v1/subscriptions/{id}/scheduled-changes/{changeId}`

    Scopes: `subscriptions-write`.

    The company needs the license Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        id: Stable id of the subscription, the same through all its changes
        change_id: Scheduled change ID
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
    _request = build_request(id, change_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
