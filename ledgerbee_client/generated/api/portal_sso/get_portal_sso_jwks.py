"""GET /.well-known/portal-sso/{slug}/jwks.json: Published RP signing keys (JWKS) for a tenant's private_key_jwt SSO"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.public_portal_sso_jwks import PublicPortalSsoJwks
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["portal_sso.jwks"]
decode: Final[Callable[[Any], PublicPortalSsoJwks]] = PublicPortalSsoJwks.from_dict


def build_request(
    slug: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/.well-known/portal-sso/{path_segment(slug, 'portal_sso.jwks: slug')}/jwks.json")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    slug: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[PublicPortalSsoJwks]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(slug, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
