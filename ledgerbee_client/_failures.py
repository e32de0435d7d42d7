"""Turns a response or an exception into the error that the caller gets. The one place where that is decided."""

from __future__ import annotations

import datetime as dt

import httpx
from attrs import frozen

from ._error_body import read_error_body
from ._outcome import Outcome
from .errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
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
    (403, "INSUFFICIENT_PERMISSIONS"): InsufficientScopeError,
    (403, "LICENSE.REQUIRED"): LicenseRequiredError,
}

_TOKEN = Operation(name="auth.token", method="POST", path="/v1/auth/token", idempotency="safe")


@frozen
class Failed:
    """Failed attempt (an error, or a retryable response).

    Attributes:
        outcome: What became of it; None when another attempt would change nothing.
        request: What was sent, its credentials masked.
        error: The exception, if there is no response.
        response: The response, if there is one.
    """

    outcome: Outcome | None
    request: httpx.Request
    error: Exception | None = None
    response: httpx.Response | None = None

    @property
    def cause(self) -> Exception | None:
        """The exception to show below the error. None where h11's message contains the header, that is, the key."""
        return self.error if self.outcome is not None else None


# ---------------------------------------------------------------------- responses


def error_for(response: httpx.Response, operation: Operation | None = None) -> APIError:
    """Return the error that a response is: by code where the code says more than the status."""
    status = response.status_code
    body = read_error_body(response)
    kind = _BY_CODE.get((status, body.code or "")) or _BY_STATUS.get(status)
    return (kind or (ServerError if status >= 500 else APIError))(response, operation, body)


def refusal(response: httpx.Response, operation: Operation, *, perhaps_applied: bool) -> APIError:
    """Return the error for a response that settles the call, with a note on attempts before it."""
    error = error_for(response, operation)
    if perhaps_applied and operation.idempotency != "safe":
        error.add_note("An earlier attempt got no answer, and may have been applied.")
    return error


def undecodable(error: DecodeError, operation: Operation, response: httpx.Response) -> ResponseDecodeError:
    """Return the error for a success whose body is not what it should be."""
    place = dotted(error.path)
    where = f" at {place}" if place else ""
    warning = "" if operation.idempotency == "safe" else "; the request was accepted, don't send it again"
    found = ResponseDecodeError(
        f"{operation.name}: the answer ({response.status_code}) can't be decoded{where}: {error.reason}{warning}",
        place=place,
        reason=error.reason,
        response=response,
    )
    found.operation = operation.name
    if operation.idempotency_header is not None:
        found.idempotency_key = response.request.headers.get(operation.idempotency_header)
    return found


def not_json(response: httpx.Response) -> DecodeError:
    """Return what is wrong with a body that is not valid JSON."""
    if not response.content:
        return DecodeError("the body is empty")
    kind = response.headers.get("content-type", "of unknown type").partition(";")[0]
    return DecodeError(f"the body is no JSON ({kind}, {len(response.content)} bytes)")


def token_error(response: httpx.Response, retry_at: float | None = None) -> APIError | ResponseDecodeError:
    """Return the error for a response of the token endpoint that holds no token."""
    if response.is_success:
        # Without the response: what is in it may be a token all the same
        reason = "no usable access_token in it"
        message = f"{_TOKEN.name}: the answer ({response.status_code}) can't be decoded: {reason}"
        return ResponseDecodeError(message, place="access_token", reason=reason)
    if response.status_code in (400, 401, 403):
        return AuthenticationError(response, _TOKEN)
    error = error_for(response, _TOKEN)
    if isinstance(error, RateLimitError) and retry_at is not None:
        error.retry_at = dt.datetime.fromtimestamp(retry_at, dt.UTC)
    return error


# ---------------------------------------------------------------------- failed calls


def final_error(
    operation: Operation, failed: Failed, *, attempts: int, perhaps_applied: bool, hint: float | None
) -> LedgerBeeError:
    """Return what the caller gets when a call is not attempted again.

    Args:
        operation: What was called.
        failed: The last attempt.
        attempts: How many there were.
        perhaps_applied: One of them may have been applied.
        hint: Seconds that the last response asks to wait.
    """
    if perhaps_applied and operation.idempotency != "safe":
        return _outcome_unknown(operation, failed)
    if failed.response is not None:
        error = error_for(failed.response, operation)
        if isinstance(error, RateLimitError) and hint is not None:
            error.retry_at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=hint)
        return error
    if failed.outcome is None:
        return ConfigurationError(
            f"{operation.name}: a header or the URL holds what can't be sent ({type(failed.error).__name__}); "
            "nothing was sent"
        )
    return _transport_error(operation, failed, attempts)


def _transport_error(operation: Operation, failed: Failed, attempts: int) -> TransportError:
    cause = type(failed.error).__name__
    times = f" ({attempts} attempts)" if attempts > 1 else ""
    detail = f": {failed.error}" if str(failed.error) else ""
    kind: type[TransportError]
    if failed.outcome is Outcome.NOT_SENT:
        kind, text = ConnectionFailedError, "no connection; nothing was sent"
    elif isinstance(failed.error, httpx.TimeoutException | TimeoutError):
        kind, text = RequestTimeoutError, "no answer in time"
    else:
        kind, text = TransportError, "the connection failed"
    error = kind(f"{operation.name}: {text}{times}: {cause}{detail}")
    error.request = failed.request
    error.attempts = attempts
    return error


def _outcome_unknown(operation: Operation, failed: Failed) -> OutcomeUnknownError:
    if failed.response is not None:
        status = failed.response.status_code
        cause = f"answered {status}" if status == 429 else f"answered {status} by a gateway"
    else:
        cause = f"not answered ({type(failed.error).__name__})"
    text = f"{operation.name} was sent and {cause}: it may have been applied, or not"
    if operation.idempotency == "key":
        text += ". It can be repeated with the same idempotency key"
    elif operation.idempotency in ("http", "natural"):
        text += ". It can be repeated without harm"
    elif operation.read_back:
        text += f". Read back with {operation.read_back} before sending it again"
    else:
        text += ". Find out before sending it again"
    error = OutcomeUnknownError(text)
    error.read_back = operation.read_back
    error.request = failed.request
    error.response = failed.response
    return error


def without_frames(error: Exception) -> Exception:
    """Drop the frames below httpx: they hold the credential in clear, and some tools record what frames hold."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


__all__ = [
    "Failed",
    "error_for",
    "final_error",
    "not_json",
    "refusal",
    "token_error",
    "undecodable",
    "without_frames",
]
