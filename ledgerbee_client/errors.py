"""Everything that this package raises, and how an answer becomes the right class.

All under `LedgerBeeError`. An exception keeps all there is to know: the operation, the request, the raw answer, the
idempotency key. Credentials in the request are masked before it gets here.

Source of the rules: the guide on errors of the LedgerBee documentation, and RFC 6749 for the OAuth endpoints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import _json
from .generated.errors import (
    DecodeError,
    FieldError,
    LedgerBeeError,
    MissingFieldError,
    UnexpectedValueError,
    dotted,
)

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation


class ConfigurationError(LedgerBeeError, ValueError):
    """The client can't be used as it is configured. Nothing was sent."""


class MissingScopeError(LedgerBeeError):
    """The credential lacks scopes that calls need. Found locally; nothing was sent.

    Attributes:
        missing: the scopes that are missing.
        granted: the scopes that the credential has.
        operations: the calls that need them.
    """

    def __init__(self, operations: tuple[str, ...], missing: tuple[str, ...], granted: tuple[str, ...]) -> None:
        calls = ", ".join(operations)
        verb = "needs" if len(operations) == 1 else "need"
        super().__init__(
            f"{calls} {verb} {_listed('scope', missing)}, which the credential doesn't have "
            f"(it has {', '.join(granted) or 'none'}); nothing was sent"
        )
        self.operations: tuple[str, ...] = operations
        self.missing = missing
        self.granted = granted
        self.operation = operations[0] if len(operations) == 1 else None


class TransportError(LedgerBeeError):
    """No answer arrived. For a read only: a write of which this can be said raises `OutcomeUnknownError`.

    Attributes:
        request: the request, its credentials masked.
        attempts: how often it was tried.
    """

    request: httpx.Request | None = None
    attempts: int = 1


class ConnectionFailedError(TransportError):
    """The request was not sent: no connection could be made (refused, DNS, TLS, no free connection in time)."""


class RequestTimeoutError(TransportError):
    """No answer in time. Nothing was changed, or the request can safely be repeated."""


class OutcomeUnknownError(LedgerBeeError):
    """A write was sent, and it is not known whether it was applied. Read back before sending it again.

    The API deduplicates nothing but usage reports: what is sent twice may be applied twice.

    Attributes:
        read_back: the call that shows whether it was applied, as in `invoices.list`.
        request: the request, its credentials masked.
        response: the answer of a gateway (502, 503, 504), if there was one.
    """

    read_back: str | None = None
    request: httpx.Request | None = None
    response: httpx.Response | None = None


class ResponseDecodeError(LedgerBeeError):
    """A 2xx answer does not hold what it should. The request itself succeeded.

    Attributes:
        place: where in the body, as in `data[3].unitAmount`; empty when it is the body as a whole.
        reason: what is wrong there.
        response: the raw answer.
    """

    def __init__(
        self, message: str, *, place: str = "", reason: str = "", response: httpx.Response | None = None
    ) -> None:
        super().__init__(message)
        self.place = place
        self.reason = reason
        self.response = response

    @classmethod
    def of(cls, error: DecodeError, operation: Operation, response: httpx.Response) -> ResponseDecodeError:
        """What a decoder complained of, with the call that it happened in."""
        place = dotted(error.path)
        where = f" at {place}" if place else ""
        warning = "" if operation.idempotency == "safe" else "; the request was accepted, don't send it again"
        found = cls(
            f"{operation.name}: the answer ({response.status_code}) can't be decoded{where}: {error.reason}{warning}",
            place=place,
            reason=error.reason,
            response=response,
        )
        found.operation = operation.name
        if operation.idempotency_header is not None:
            found.idempotency_key = response.request.headers.get(operation.idempotency_header)
        return found


class PaginationDriftError(LedgerBeeError):
    """The list changed while its pages were read, so that rows may be missing (with `on_drift="raise"`)."""


# ---------------------------------------------------------------------- answers that are errors


class APIError(LedgerBeeError):
    """An answer that is no success.

    Attributes:
        status_code: HTTP status.
        code: the API's code for it, as in `SHARED_VALIDATION_FAILED`; branch on this.
        message: for people and logs; its wording may change.
        details: what the API adds; depends on the code.
        path: path of the request as the API saw it.
        timestamp: when the API answered.
        request: the request, its credentials masked.
        response: the raw answer.
    """

    def __init__(
        self, response: httpx.Response, operation: Operation | None = None, body: ErrorBody | None = None
    ) -> None:
        body = body or read_error_body(response)
        self.status_code: int = response.status_code
        self.code: str | None = body.code
        self.message: str = body.message
        self.details: Mapping[str, Any] = body.details
        self.path: str | None = body.path
        self.timestamp: dt.datetime | None = body.timestamp
        self.response: httpx.Response = response
        self.request: httpx.Request | None = getattr(response, "_request", None)
        super().__init__(self._text(operation))
        self.operation = operation.name if operation else None

    def _text(self, operation: Operation | None) -> str:
        call = f"{operation.name}: " if operation else ""
        code = f" {self.code}" if self.code else ""
        text = f"{call}{self.status_code}{code}: {self.message}"
        explanation = self._explanation()
        return f"{text} ({explanation})" if explanation else text

    def _explanation(self) -> str:
        """What a person should know besides the API's own message."""
        if 300 <= self.status_code < 400:
            return f"redirects are not followed; this one leads to {self._redirect_target()}: check base_url"
        return ""

    def _redirect_target(self) -> str:
        """Scheme and host only: the rest may hold what is nobody's business."""
        try:
            target = urlsplit(self.response.headers.get("location", ""))
            host = target.hostname
        except ValueError:
            return "no valid URL"
        return f"{target.scheme}://{host}" if host else "the same host"


class BadRequestError(APIError):
    """400: the request breaks a rule; the code says which."""


class ValidationFailedError(BadRequestError):
    """400 `SHARED_VALIDATION_FAILED`: fields of the body or the query are wrong."""

    @property
    def errors(self) -> dict[str, dict[str, str]]:
        """Property path (`lines.0.quantity`) -> failed rule -> explanation."""
        found: dict[str, dict[str, str]] = {}
        for entry in _dicts(self.details.get("validationErrors")):
            constraints = entry.get("constraints")
            rules = constraints if isinstance(constraints, dict) else {}
            found.setdefault(str(entry.get("property", "")), {}).update(
                {rule: str(text) for rule, text in rules.items()}
            )
        return found

    def _explanation(self) -> str:
        return "; ".join(f"{name}: {', '.join(rules.values())}" for name, rules in self.errors.items())


class AuthenticationError(APIError):
    """401: the credential is missing, invalid, expired, revoked, or used from an address that is not allowed."""

    @property
    def reason(self) -> str | None:
        """`ip_whitelist_mismatch`, for one."""
        return _text_or_none(self.details.get("reason"))

    def _explanation(self) -> str:
        return self.reason or ""


class PermissionDeniedError(APIError):
    """403: the credential, or the company, may not do this."""

    def _explanation(self) -> str:
        return _text_or_none(self.details.get("reason")) or ""


class InsufficientScopeError(PermissionDeniedError):
    """403 `INSUFFICIENT_PERMISSIONS`: the credential lacks scopes."""

    @property
    def required_scopes(self) -> tuple[str, ...]:
        """The scopes that the API asks for."""
        scopes = self.details.get("requiredScopes")
        return tuple(str(one) for one in scopes) if isinstance(scopes, list) else ()

    def _explanation(self) -> str:
        return f"needs {', '.join(self.required_scopes)}" if self.required_scopes else super()._explanation()


class LicenseRequiredError(PermissionDeniedError):
    """403 `LICENSE.REQUIRED`: the company lacks a licence, whatever the scopes."""

    @property
    def license_key(self) -> str | None:
        """The licence, as in `Subscription`."""
        return _text_or_none(self.details.get("licenseKey"))

    def _explanation(self) -> str:
        return f"the company needs the licence {self.license_key}" if self.license_key else ""


class NotFoundError(APIError):
    """404: no such route, or no such resource in the company."""

    def _text(self, operation: Operation | None) -> str:
        text = super()._text(operation)
        if operation and operation.path_inferred:
            text += (
                f"; the path {operation.path} is inferred and not documented, so it may be the path that is wrong: "
                "look it up in the API reference, and use LedgerBee.request() until it is mended"
            )
        if operation and operation.sunset:
            text += f"; the end of {operation.name} was announced for {operation.sunset}, so it may be gone"
            text += f": use {operation.successor}" if operation.successor else ""
        return text


class ConflictError(APIError):
    """409: it clashes with what is there."""


class RateLimitError(APIError):
    """429: too many requests.

    Attributes:
        retry_at: when the next request will be taken, if the answer says so.
    """

    retry_at: dt.datetime | None = None


class ServerError(APIError):
    """5xx: the API failed."""


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


def error_for(response: httpx.Response, operation: Operation | None = None) -> APIError:
    """The error that an answer is: by code where the code says more than the status."""
    status = response.status_code
    body = read_error_body(response)
    kind = _BY_CODE.get((status, body.code or "")) or _BY_STATUS.get(status)
    return (kind or (ServerError if status >= 500 else APIError))(response, operation, body)


# ---------------------------------------------------------------------- error bodies


class ErrorBody:
    """What could be read from the body of an error, whichever form it has."""

    __slots__ = ("code", "details", "message", "path", "timestamp")

    def __init__(self, message: str) -> None:
        self.message = message
        self.code: str | None = None
        self.details: Mapping[str, Any] = {}
        self.path: str | None = None
        self.timestamp: dt.datetime | None = None


def read_error_body(response: httpx.Response) -> ErrorBody:
    """Reads the API's envelope, the form of RFC 6749, and whatever else a proxy may have sent."""
    status = response.status_code
    fallback = response.reason_phrase or f"status {status}"
    try:
        raw = _json.loads(response.content)
    except (ValueError, RecursionError):
        return ErrorBody(_not_json(response, fallback))
    if not isinstance(raw, dict):
        return ErrorBody(fallback)
    data: dict[str, Any] = raw
    body = ErrorBody(_message(data.get("message")) or fallback)
    error = data.get("error")
    if isinstance(error, str) and "code" not in data:  # RFC 6749; a bare NestJS error has `error` too
        described = _text_or_none(data.get("error_description"))
        body.code = error if described or "message" not in data else None
        body.message = described or _message(data.get("message")) or error
    else:
        body.code = _text_or_none(data.get("code"))
    details = data.get("details")
    body.details = details if isinstance(details, dict) else {}
    body.path = _text_or_none(data.get("path"))
    body.timestamp = _moment(data.get("timestamp"))
    return body


def _not_json(response: httpx.Response, fallback: str) -> str:
    if not response.content:
        return f"{fallback} (empty body)"
    kind = response.headers.get("content-type", "unknown").partition(";")[0]
    return f"{fallback} (the body is {kind}, not JSON)"


def _message(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return value if isinstance(value, str) else ""


def _moment(value: Any) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _dicts(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]


def _text_or_none(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _listed(noun: str, names: tuple[str, ...]) -> str:
    return f"the {noun}{'' if len(names) == 1 else 's'} {', '.join(names)}"


# ---------------------------------------------------------------------- warnings


class LedgerBeeWarning(UserWarning):
    """The root of the warnings of this package that are no `DeprecationWarning`."""


class ApiKeyExpiryWarning(LedgerBeeWarning):
    """The API key expires within two weeks."""


class PaginationDriftWarning(LedgerBeeWarning):
    """The list changed while its pages were read, so that rows may be missing."""


__all__ = [
    "APIError",
    "ApiKeyExpiryWarning",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "FieldError",
    "InsufficientScopeError",
    "LedgerBeeError",
    "LedgerBeeWarning",
    "LicenseRequiredError",
    "MissingFieldError",
    "MissingScopeError",
    "NotFoundError",
    "OutcomeUnknownError",
    "PaginationDriftError",
    "PaginationDriftWarning",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseDecodeError",
    "ServerError",
    "TransportError",
    "UnexpectedValueError",
    "ValidationFailedError",
    "error_for",
    "read_error_body",
]
