"""Turns a response or an exception into the error that the caller gets. The one place where that is decided.

Imported when something fails.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import httpx

from ._advice import after_a_read, after_a_write, after_no_connection
from ._error_body import read_error_body, request_of
from ._failed import Failed, History, mask
from ._outcome import Outcome
from ._where import host_of
from .errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ConnectionFailedError,
    InsufficientScopeError,
    LedgerBeeError,
    LicenseRequiredError,
    NotFoundError,
    OutcomeUnknownError,
    PermissionDeniedError,
    RateLimitError,
    RequestTimeoutError,
    ResponseDecodeError,
    ServerError,
    TransportError,
    ValidationFailedError,
)
from .generated.errors import DecodeError, dotted
from .generated.types import Operation

if TYPE_CHECKING:
    from .generated.types import Request

_BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    429: RateLimitError,
}
_BY_CODE: dict[tuple[int, str], type[APIError]] = {
    (400, "SHARED_VALIDATION_FAILED"): ValidationFailedError,
    (422, "SHARED_VALIDATION_FAILED"): ValidationFailedError,
    (403, "INSUFFICIENT_PERMISSIONS"): InsufficientScopeError,
    (403, "LICENSE.REQUIRED"): LicenseRequiredError,
}

#: The request for a token.
TOKEN = Operation(name="auth.token", method="POST", path="/v1/auth/token", idempotency="safe")


# ---------------------------------------------------------------------- responses


def error_for(response: httpx.Response, operation: Operation | None = None) -> APIError:
    """Return the error that a response is: by code where the code says more than the status."""
    status = response.status_code
    body = read_error_body(response)
    kind = _BY_CODE.get((status, body.code or "")) or _BY_STATUS.get(status)
    return (kind or (ServerError if status >= 500 else APIError))(response, operation, body)


def refusal(response: httpx.Response, operation: Operation, history: History | None) -> APIError:
    """Return the error for a response that settles the call, with a note on attempts before it."""
    error = error_for(response, operation)
    if history is not None and history.uncertain and operation.idempotency != "safe":
        error.applied = None
        error.add_note("An earlier attempt got no response, and may have been applied.")
    return error


def undecodable(error: DecodeError, operation: Operation, response: httpx.Response) -> ResponseDecodeError:
    """Return the error for a success whose body is not what it should be."""
    place = dotted(error.path)
    where = f" at {place}: " if place else " "
    is_write = operation.idempotency != "safe"
    warning = "; the write was done, don't send it again" if is_write else ""
    request = request_of(response)
    if request is not None:
        mask(request)
    if not place and not is_write:
        host = f" ({host_of(request)})" if request is not None else ""
        warning = f"; check base_url{host}, and what stands between here and the API"
    found = ResponseDecodeError(
        f"{operation.name}: the response body ({response.status_code}){where}{error.reason}{warning}",
        place=place,
        reason=error.reason,
        response=response,
    )
    found.applied = is_write
    found.operation = operation.name
    if operation.idempotency_header is not None and request is not None:
        found.idempotency_key = request.headers.get(operation.idempotency_header)
    return found


def rate_limited(response: httpx.Response, operation: Operation, seconds: float) -> APIError:
    """Return the error for a call that was not sent: it can't wait for the pause after another call's 429.

    Args:
        response: That of the other call.
        operation: What wasn't called.
        seconds: How long the pause still is.
    """
    error = error_for(response, operation)
    if isinstance(error, RateLimitError):
        error.wait_until(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds))
    error.request = None
    error.applied = False
    error.add_note(
        f"Another call was refused. This one was not sent: its deadline is before its turn ({seconds:.1f} s)."
    )
    return error


def token_error(response: httpx.Response, retry_at: float | None = None) -> APIError | ResponseDecodeError:
    """Return the error for a response of the token endpoint that holds no token: what it was for was not sent."""
    error = _token_error(response, retry_at)
    error.applied = False
    return error


def _token_error(response: httpx.Response, retry_at: float | None) -> APIError | ResponseDecodeError:
    if response.is_success:
        # Without the response: what is in it may be a token all the same
        reason = "no usable access_token in it"
        message = f"{TOKEN.name}: the response body ({response.status_code}) can't be used: {reason}"
        return ResponseDecodeError(message, place="access_token", reason=reason)
    if response.status_code in (400, 401, 403):
        return AuthenticationError(response, TOKEN)
    error = error_for(response, TOKEN)
    if isinstance(error, RateLimitError) and retry_at is not None:
        error.wait_until(dt.datetime.fromtimestamp(retry_at, dt.UTC))
    return error


# ---------------------------------------------------------------------- failed calls


def final_error(operation: Operation, request: Request, failed: Failed, history: History) -> LedgerBeeError:
    """Return what the caller gets when a call is not attempted again.

    Args:
        operation: What was called.
        request: With what.
        failed: The last attempt.
        history: All of them.
    """
    if history.uncertain and operation.idempotency != "safe":
        return _outcome_unknown(operation, request, failed, history)
    if failed.response is not None:
        error = error_for(failed.response, operation)
        if isinstance(error, RateLimitError) and failed.hint is not None:
            error.wait_until(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=failed.hint))
        return error
    if isinstance(failed.error, LedgerBeeError):
        return failed.error
    return _transport_error(operation, failed, history.attempts)


def _transport_error(operation: Operation, failed: Failed, attempts: int) -> TransportError:
    host = host_of(failed.request)
    kind: type[TransportError]
    advice = after_a_read(failed.error)
    if failed.outcome is Outcome.NOT_SENT:
        kind, text = ConnectionFailedError, f"no connection to {host}; nothing was sent"
        advice = after_no_connection(failed.error, failed.request.url)
    elif isinstance(failed.error, httpx.TimeoutException | TimeoutError):
        kind, text = RequestTimeoutError, f"timed out waiting for a response from {host}"
    else:
        kind, text = TransportError, f"the connection to {host} failed"
    times = f" ({attempts} attempts)" if attempts > 1 else ""
    error = kind(f"{operation.name}: {text}{times}: {_told(failed)}; {advice}")
    error.applied = False
    error.request = failed.request
    error.attempts = attempts
    return error


def _outcome_unknown(operation: Operation, request: Request, failed: Failed, history: History) -> OutcomeUnknownError:
    host = host_of(failed.request)
    if failed.response is not None:
        cause = f"{host} responded {failed.response.status_code}"
    elif isinstance(failed.error, LedgerBeeError):
        cause = f"{host} did not say what became of it, and it was not sent again ({type(failed.error).__name__})"
    elif isinstance(failed.error, httpx.TimeoutException | TimeoutError):
        cause = f"timed out waiting for a response from {host} ({type(failed.error).__name__})"
    else:
        cause = f"the connection to {host} failed ({type(failed.error).__name__})"
    error = OutcomeUnknownError(
        f"{operation.name} was sent, but {cause}: it may have been applied, or not. {after_a_write(operation)}"
    )
    error.read_back = operation.read_back
    error.request = failed.request
    error.response = failed.response
    error.attempts = history.attempts
    error.sent = request
    error.sent_at = dt.datetime.fromtimestamp(history.uncertain[0], dt.UTC)
    error.last_sent_at = dt.datetime.fromtimestamp(history.uncertain[-1], dt.UTC)
    return error


def _told(failed: Failed) -> str:
    """The exception, by its class, and by its own words where these hold no secret."""
    name = type(failed.error).__name__
    text = "" if failed.cause is None else str(failed.error)
    return f"{name}: {text}" if text else name


__all__ = [
    "TOKEN",
    "error_for",
    "final_error",
    "rate_limited",
    "refusal",
    "token_error",
    "undecodable",
]
