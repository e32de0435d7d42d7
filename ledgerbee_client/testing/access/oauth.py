"""The two OAuth endpoints, `POST /v1/auth/token` and `POST /v1/oauth/revoke`: form in, RFC 6749 errors out.

They aren't in the OpenAPI document. What the documentation leaves open follows the RFCs: `token_type` and
`expires_in` in the answer (no `scope`: it can't be relied on), RFC 7009 for revocation, with the credentials of the
client in the form. HTTP Basic is not documented, so it is not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.responses import JSONResponse, Response

from .credentials import TOKEN_LIFETIME
from .windows import SlidingWindow

if TYPE_CHECKING:
    from starlette.requests import Request

    from ..clock import Clock
    from .credentials import Keyring, OAuthClient

TOKEN_PATH = "/v1/auth/token"  # noqa: S105  # a path
REVOKE_PATH = "/v1/oauth/revoke"
PATHS = (TOKEN_PATH, REVOKE_PATH)
RATE_LIMITED = {"error": "invalid_client", "error_description": "Rate limit exceeded. Try again later."}

_FORM = "application/x-www-form-urlencoded"
_NO_ADDRESS = "unknown"
#: Grants of the MCP sign-in. Nothing here hands out a code or a refresh token, so whatever is sent is unknown.
_MCP_GRANTS = ("authorization_code", "refresh_token")


class OAuthError(Exception):
    """An error answer of these endpoints."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.body = {"error": error, "error_description": description}


class OAuthEndpoints:
    """Answers both endpoints."""

    def __init__(self, keys: Keyring, clock: Clock) -> None:
        self._keys = keys
        # One window per address for each endpoint, and one more for the clients at the token endpoint.
        self._by_address = {path: SlidingWindow(clock) for path in PATHS}
        self._by_client = SlidingWindow(clock)

    def serves(self, method: str, path: str) -> bool:
        """Whether a request is for one of them."""
        return method == "POST" and path in PATHS

    def respond(self, request: Request, path: str, content: bytes) -> Response:
        """Respond to a request; every response says how much of the address's window is left."""
        address = request.client.host if request.client else _NO_ADDRESS
        window = self._by_address[path]
        if window.admit(address):
            response = self._admitted(request, path, content, address)
        else:
            response = JSONResponse(RATE_LIMITED, 429)
        response.headers["X-Rate-Limit-Remaining"] = str(window.remaining(address))
        response.headers["X-Rate-Limit-Reset"] = str(window.reset(address))
        response.headers["Access-Control-Expose-Headers"] = "X-Rate-Limit-Remaining, X-Rate-Limit-Reset"
        response.headers["Cache-Control"] = "no-store"
        return response

    def _admitted(self, request: Request, path: str, content: bytes, address: str) -> Response:
        try:
            form = _read_form(request.headers.get("content-type", ""), content)
            if path == REVOKE_PATH:
                return self._revoke(form)
            # Before the grant is looked at: a 429 uses up nothing.
            if "client_id" in form and not self._by_client.admit(form["client_id"]):
                return JSONResponse(RATE_LIMITED, 429)
            return self._token(form, address)
        except OAuthError as error:
            return JSONResponse(error.body, error.status)

    def _token(self, form: dict[str, str], address: str) -> Response:
        grant = _required(form, "grant_type")
        if grant in _MCP_GRANTS:
            raise OAuthError(400, "invalid_grant", "The grant is invalid, expired or revoked.")
        if grant != "client_credentials":
            raise OAuthError(400, "unsupported_grant_type", f"Unsupported grant_type: {grant}")
        client = self._client(form)
        if not client.allows(address):
            raise OAuthError(401, "invalid_client", "The address of the client is not on its allowlist.")
        # A `scope` in the form is ignored: scopes are those of the client.
        token = self._keys.issue(client)
        lifetime = int(TOKEN_LIFETIME.total_seconds())
        return JSONResponse({"access_token": token, "token_type": "Bearer", "expires_in": lifetime})

    def _revoke(self, form: dict[str, str]) -> Response:
        client = self._client(form)
        token = _required(form, "token")
        if self._keys.client_of(token) == client.client_id:
            self._keys.revoke(token)
        return Response(status_code=200)  # an unknown token is no error (RFC 7009)

    def _client(self, form: dict[str, str]) -> OAuthClient:
        client = self._keys.clients.get(_required(form, "client_id"))
        if client is None or client.secret != _required(form, "client_secret"):
            raise OAuthError(401, "invalid_client", "Client authentication failed.")
        return client


def _read_form(content_type: str, content: bytes) -> dict[str, str]:
    if content_type.partition(";")[0].strip().lower() != _FORM:
        raise OAuthError(400, "invalid_request", f"The content type must be {_FORM}.")
    try:
        pairs = parse_qsl(content.decode(), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise OAuthError(400, "invalid_request", "The form can't be read.") from None
    form = dict(pairs)
    if len(form) != len(pairs):
        raise OAuthError(400, "invalid_request", "A parameter must not be sent twice.")
    return form


def _required(form: dict[str, str], name: str) -> str:
    if not form.get(name):
        raise OAuthError(400, "invalid_request", f"Missing parameter: {name}")
    return form[name]
