"""A LedgerBee that hands out access tokens, on a real port: it counts what arrives and fails as it is told."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import anyio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.shared.secrets_check import CLIENT_ID, CLIENT_SECRET, TOKEN

#: Answers every call; other resources find their `id` in it.
COMPANY = {
    "id": "1",
    "name": "Acme",
    "email": "contact@acme.example",
    "address": "123 Main Street",
    "vat": 12345678,
    "billingEmail": "billing@acme.example",
    "city": "Copenhagen",
    "postalCode": "1050",
    "countryCode": "DK",
    "phone": None,
    "preferredLanguage": "da",
    "contactPersonFirstName": None,
    "contactPersonLastName": None,
}


class OAuthServer:
    """The token endpoint, and every other path as a resource that takes the tokens.

    Attributes:
        answers: what the token endpoint answers next, before it goes back to handing out tokens.
        extra: further fields of the token answer.
        token_requests: how many arrived.
        calls: (method, path, was it let in) of every other request.
        applied: bodies of the writes that were let in.
        fails: statuses of the next calls with a token, whose work is done all the same.
        revoke_at: revokes all tokens when that many calls have arrived.
    """

    def __init__(self) -> None:
        self.answers: deque[Response | Callable[[], Any]] = deque()
        self.extra: dict[str, Any] = {"expires_in": 3600, "token_type": "Bearer"}
        self.token_requests = 0
        self.agents: set[str] = set()
        self.calls: list[tuple[str, str, bool]] = []
        self.applied: list[bytes] = []
        self.valid: set[str] = set()
        self.revoke_at: int | None = None
        self.fails: deque[int] = deque()
        self.base_url = ""
        routes = [
            Route("/api/v1/auth/token", self._token, methods=["POST"]),
            Route("/api/{path:path}", self._resource, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        ]
        self.app = Starlette(routes=routes)

    def revoke(self) -> None:
        self.valid.clear()

    async def _token(self, request: Request) -> Response:
        self.token_requests += 1
        self.agents.add(request.headers["user-agent"])
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        await anyio.sleep(0.01)  # a request that others could be made beside
        if self.answers:
            answer = self.answers.popleft()
            return answer if isinstance(answer, Response) else await answer()
        expected = {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        if form != expected:
            return JSONResponse({"error": "invalid_client", "error_description": "Unknown client"}, 401)
        token = f"{TOKEN}{self.token_requests}"
        self.valid.add(token)
        return JSONResponse({"access_token": token, **self.extra})

    async def _resource(self, request: Request) -> Response:
        body = await request.body()
        if len(self.calls) == self.revoke_at:
            self.revoke()
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        path = request.path_params["path"]
        let_in = token in self.valid or path.startswith(".well-known")
        self.calls.append((request.method, path, let_in))
        if not let_in:
            return JSONResponse({"error": "invalid_token", "error_description": "The token is not valid"}, 401)
        if request.method != "GET":
            self.applied.append(body)
        if self.fails:
            return Response(status_code=self.fails.popleft())
        return JSONResponse(COMPANY)
