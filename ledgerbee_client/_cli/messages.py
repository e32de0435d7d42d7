"""What went wrong, for a person at a shell: one line that says what to do, and an exit status."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from ..errors import (
    APIError,
    AuthenticationError,
    ConfigurationError,
    ConnectionFailedError,
    LedgerBeeError,
    NotFoundError,
    ResponseDecodeError,
    ServerError,
    TransportError,
)
from ..generated.operations import SERVER

_BASE_URL = "LEDGERBEE_BASE_URL"
#: How the arguments of the client are called here.
_VARIABLES = {
    "base_url": _BASE_URL,
    "the API key": "LEDGERBEE_API_KEY",
    "the client id": "LEDGERBEE_CLIENT_ID",
    "the client secret": "LEDGERBEE_CLIENT_SECRET",
}


def explained(error: Exception) -> tuple[str, int] | None:
    """Say what an error means here.

    Args:
        error: What a command raised.

    Returns:
        The line and the exit status; None for what is a bug of ours.
    """
    if isinstance(error, ConfigurationError):
        text = str(error)
        for argument, variable in _VARIABLES.items():
            if text.startswith(f"{argument} "):
                text = variable + text.removeprefix(argument)
        return text, 2
    if isinstance(error, LedgerBeeError):
        return _text(error), 1
    if isinstance(error, OSError):
        reason = error.strerror or str(error) or type(error).__name__
        return f"{error.filename}: {reason}" if error.filename else reason, 1
    return None


def _text(error: LedgerBeeError) -> str:
    host = _host()
    if isinstance(error, AuthenticationError):
        return f"{host} refused the credential ({error.message}); {_about_credential(error)}"
    if isinstance(error, ConnectionFailedError):
        cause = f" ({error.__cause__})" if error.__cause__ is not None else ""
        return f"no connection to {host}{cause}; check the network, and {_BASE_URL} if it is set"
    if isinstance(error, TransportError):
        return f"{_without_call(error)}; try again"
    if isinstance(error, NotFoundError) and error.message.startswith("Cannot "):
        return f"{host} has no LedgerBee API there ({error.message}); {_BASE_URL} ends in /api, as in {SERVER}"
    if isinstance(error, ServerError):
        return f"{host} has a problem of its own ({_without_call(error)}); try again later"
    if isinstance(error, ResponseDecodeError) or (isinstance(error, APIError) and error.status_code < 400):
        return f"{_without_call(error)}; is {host} a LedgerBee API? Check {_BASE_URL}"
    return _without_call(error)


def _without_call(error: LedgerBeeError) -> str:
    """The message without the name of the Python method, which nobody has called."""
    return str(error).removeprefix(f"{error.operation}: ")


def _about_credential(error: AuthenticationError) -> str:
    if error.reason == "ip_whitelist_mismatch":
        return "this machine's address is not on the allowlist of the key"
    key, client, secret = list(_VARIABLES.values())[1:]
    names = key if os.environ.get(key) else f"{client} and {secret}"
    return f"check {names}: copied whole, not expired, not revoked, and made for this host?"


def _host() -> str:
    """The host of the API, with its port if it has one."""
    return urlsplit(os.environ.get(_BASE_URL) or SERVER).netloc or "the API"


__all__ = ["explained"]
