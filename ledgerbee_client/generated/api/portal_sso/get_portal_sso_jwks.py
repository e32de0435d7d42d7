"""GET /.well-known/portal-sso/{slug}/jwks.json: Published RP signing keys (JWKS) for a tenant's private_key_jwt SSO"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.public_portal_sso_jwks import PublicPortalSsoJwks
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["portal_sso.jwks"]
decode: Final[Callable[[Any], PublicPortalSsoJwks]] = PublicPortalSsoJwks.from_dict


def build_request(
    slug: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/.well-known/portal-sso/{path_segment(slug, 'slug')}/jwks.json")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    slug: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[PublicPortalSsoJwks]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(slug, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    slug: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> PublicPortalSsoJwks:
    """Published RP signing keys (JWKS) for a tenant's private_key_jwt SSO

    Publishes the public keys with which a tenant's customer portal signs its `private_key_jwt` client
    assertions for single sign-on: the current key and, while keys rotate, the previous one.

    No authentication. An unknown slug, or one without a key, gives an empty set, never a 404.

    The response is cached for 5 minutes.

    `GET /.well-known/portal-sso/{slug}/jwks.json`

    Args:
        slug: Public portal slug of the tenant
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
    """
    _request = build_request(slug, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
