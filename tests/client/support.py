"""What the tests of the facade's rules share: operations, answers, and what must not show."""

from __future__ import annotations

from typing import Any

import httpx

from ledgerbee_client.generated.types import Operation

SECRET = "sk-this-must-never-show"


def operation(name: str = "products.create", method: str = "POST", **known: Any) -> Operation:
    return Operation(name=name, method=method, path=known.pop("path", "/v1/products"), **known)


def response(status: int, body: Any = None, *, headers: dict[str, str] | None = None) -> httpx.Response:
    """An answer to a request whose credential was masked. Bytes and strings are taken as they are."""
    request = httpx.Request("POST", "https://api.example/api/v1/products", headers={"x-api-key": "[secret]"})
    if body is None or isinstance(body, bytes | str):
        return httpx.Response(status, content=body or b"", headers=headers, request=request)
    return httpx.Response(status, json=body, headers=headers, request=request)


def envelope(status: int, code: str | None = None, details: Any = None, message: Any = "Bad Request Exception") -> Any:
    """The API's own form of an error."""
    body = {"statusCode": status, "timestamp": "2026-06-10T12:34:56.789Z", "path": "/v1/products", "message": message}
    if code is not None:
        body["code"] = code
    if details is not None:
        body["details"] = details
    return body
