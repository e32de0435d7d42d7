"""Everything that this package raises.

All under `LedgerBeeError`. An exception keeps all there is to know: the operation, the request, the raw response, the
idempotency key. Credentials in the request are masked before it gets here.

Source of the rules: the guide on errors of the LedgerBee documentation, and RFC 6749 for the OAuth endpoints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from . import once as once_types  # lazy, as in `_client`
from ._error_body import ErrorBody, read_error_body, request_of, text_or_none
from .generated.errors import FieldError, LedgerBeeError, MissingFieldError, UnexpectedValueError
from .generated.types import Operation, Request


class ConfigurationError(LedgerBeeError, ValueError):
    """The client can't be used as it is configured. Nothing was sent."""

    applied = False


class MissingScopeError(LedgerBeeError):
    """The credential lacks scopes that calls need. Found locally; nothing was sent.

    Attributes:
        missing: The scopes that are missing.
        granted: The scopes that the credential has.
        operations: The calls that need them.
    """

    applied = False

    def __init__(self, operations: tuple[str, ...], missing: tuple[str, ...], granted: tuple[str, ...]) -> None:
        calls = ", ".join(operations)
        verb = "needs" if len(operations) == 1 else "need"
        super().__init__(
            f"{calls} {verb} {_listed('scope', missing)}, which the credential doesn't have "
            f"(it has {', '.join(granted) or 'none'}); nothing was sent: give it {_them(missing)} in the LedgerBee "
            "app, or use another credential"
        )
        self.operations: tuple[str, ...] = operations
        self.missing = missing
        self.granted = granted
        self.operation = operations[0] if len(operations) == 1 else None


class TransportError(LedgerBeeError):
    """No response arrived. For a read only: a write of which this can be said raises `OutcomeUnknownError`.

    Attributes:
        request: The request, its credentials masked.
        attempts: How often it was tried.
    """

    request: httpx.Request | None = None
    attempts: int = 1


class ConnectionFailedError(TransportError):
    """The request was not sent: no connection could be made (refused, DNS, TLS, no free connection in time)."""

    applied = False


class RequestTimeoutError(TransportError):
    """No response in time. Nothing was changed: it was a read."""


class OutcomeUnknownError(LedgerBeeError):
    """A write was sent, and it is not known whether it was applied. Read back before sending it again.

    The API deduplicates nothing but usage reports: what is sent twice may be applied twice.

    Attributes:
        read_back: The call that shows whether it was applied, as in `invoices.list`.
        sent: What was sent: path, query and the JSON body, as the method built it.
        sent_at: When the first attempt that may have been applied went out (UTC, by this machine's clock).
        last_sent_at: When the last one did.
        attempts: How often it was tried.
        request: The HTTP request of the last attempt, its credentials masked.
        response: The response of a gateway (502, 503, 504 and the like), if there was one.
    """

    read_back: str | None = None
    sent: Request | None = None
    sent_at: dt.datetime | None = None
    last_sent_at: dt.datetime | None = None
    attempts: int = 1
    request: httpx.Request | None = None
    response: httpx.Response | None = None
    #: Makes the result of the JSON that a response would have held; for `LedgerBee.settle`.
    decode: Callable[[Any], Any] | None = None


class UnsettledError(OutcomeUnknownError):
    """It can't be told whether a write under an idempotency key was applied: a person has to decide.

    The key stays as it is, and the write is not sent again, until `ledgerbee resolve` (or the store) is told.

    Attributes:
        key: the idempotency key of the store.
        verdict: why it can't be told, what may be it, and the reads that were made.
    """

    key: str = ""
    verdict: once_types.Unsettled | None = None


class IdempotencyKeyReuseError(LedgerBeeError, ValueError):
    """Another write was already made, or begun, under this key of the idempotency store. Nothing was sent.

    Attributes:
        key: the key.
        began: the operation that has the key.
    """

    key: str = ""
    began: str = ""


class IdempotencyStoreError(LedgerBeeError):
    """The idempotency store can't be read or written.

    Attributes:
        applied: True when the write was sent and acknowledged before the store failed. The key keeps its intent, so the
            next call with it settles what happened.
    """

    applied: bool | None = False


class ResponseDecodeError(LedgerBeeError):
    """A 2xx response does not hold what it should. The request itself succeeded: `applied` is True after a write.

    Attributes:
        place: Where in the body, as in `data[3].unitAmount`; empty when it is the body as a whole.
        reason: What is wrong there.
        response: The raw response.
    """

    def __init__(
        self, message: str, *, place: str = "", reason: str = "", response: httpx.Response | None = None
    ) -> None:
        super().__init__(message)
        self.place = place
        self.reason = reason
        self.response = response


class PaginationDriftError(LedgerBeeError):
    """The list changed while its pages were read, so that rows may be missing (with `on_drift="raise"`)."""


# ---------------------------------------------------------------------- error responses


class APIError(LedgerBeeError):
    """A response that is no success.

    Args:
        response: The response, its body read.
        operation: What was called.
        body: What its body says, if that was read already.

    Attributes:
        status_code: HTTP status.
        code: The API's code for it, as in `SHARED_VALIDATION_FAILED`; branch on this.
        message: For people and logs; its wording may change.
        details: What the API adds; depends on the code.
        path: Path of the request as the API saw it.
        timestamp: When the API responded.
        request: The request, its credentials masked.
        response: The raw response.
    """

    def __init__(
        self, response: httpx.Response, operation: Operation | None = None, body: ErrorBody | None = None
    ) -> None:
        body = body or read_error_body(response)
        self.status_code: int = response.status_code
        self.code: str | None = body.code
        self.message: str = body.message
        self.details: Mapping[str, Any] = dict(body.details)
        self.path: str | None = body.path
        self.timestamp: dt.datetime | None = body.timestamp
        self._is_json = body.is_json
        self.response: httpx.Response = response
        self.request: httpx.Request | None = request_of(response)
        self.applied = False if self.status_code < 500 else None
        super().__init__(self._text(operation))
        self.operation = operation.name if operation else None

    def _text(self, operation: Operation | None) -> str:
        call = f"{operation.name}: " if operation else ""
        code = f" {self.code}" if self.code else ""
        text = f"{call}{self.status_code}{code}: {self.message}"
        explanation, advice = self._explanation(), self._advice(operation)
        if explanation:
            text = f"{text} ({explanation})"
        return f"{text}; {advice}" if advice else text

    def _explanation(self) -> str:
        """What a person should know besides the API's own message."""
        if 300 <= self.status_code < 400:
            return f"redirects are not followed; this one leads to {self._redirect_target()}: check base_url"
        return ""

    def _advice(self, operation: Operation | None) -> str:
        """What to do."""
        if 300 <= self.status_code < 400:
            return ""
        if not self._is_json:
            return f"this isn't a response of the API: check base_url, and what stands before {self._host()}"
        return "nothing was changed: see .code and .details"

    def _host(self) -> str:
        """Who responded."""
        from ._where import host_of  # for messages only

        return host_of(self.request) if self.request is not None else "the API"

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

    def _advice(self, operation: Operation | None) -> str:
        return "nothing was changed: correct it, and send it again" if self._is_json else super()._advice(operation)


class ValidationFailedError(BadRequestError):
    """400 (or 422) `SHARED_VALIDATION_FAILED`: fields of the body or the query are wrong."""

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
        return text_or_none(self.details.get("reason"))

    def _explanation(self) -> str:
        return self.reason or ""

    def _advice(self, operation: Operation | None) -> str:
        if self.reason == "ip_whitelist_mismatch":
            return "this machine's address isn't allowed for it: add the address in the LedgerBee app"
        return f"check the credential, and that it is one of {self._host()}"


class PermissionDeniedError(APIError):
    """403: the credential, or the company, may not do this."""

    def _explanation(self) -> str:
        return text_or_none(self.details.get("reason")) or ""

    def _advice(self, operation: Operation | None) -> str:
        return "ask whoever administers the company" if self._is_json else super()._advice(operation)


class InsufficientScopeError(PermissionDeniedError):
    """403 `INSUFFICIENT_PERMISSIONS`: the credential lacks scopes."""

    @property
    def required_scopes(self) -> tuple[str, ...]:
        """The scopes that the API asks for."""
        scopes = self.details.get("requiredScopes")
        return tuple(str(one) for one in scopes) if isinstance(scopes, list) else ()

    def _explanation(self) -> str:
        return f"needs {', '.join(self.required_scopes)}" if self.required_scopes else super()._explanation()

    def _advice(self, operation: Operation | None) -> str:
        return f"give the credential {_them(self.required_scopes)} in the LedgerBee app"


class LicenseRequiredError(PermissionDeniedError):
    """403 `LICENSE.REQUIRED`: the company lacks a license, whatever the scopes."""

    @property
    def license_key(self) -> str | None:
        """The license, as in `Subscription`."""
        return text_or_none(self.details.get("licenseKey"))

    def _explanation(self) -> str:
        return f"the company needs the license {self.license_key}" if self.license_key else ""

    def _advice(self, operation: Operation | None) -> str:
        return "no scope helps: have the license added to the company"


class NotFoundError(APIError):
    """404: no such route, or no such resource in the company."""

    @property
    def _is_of_the_api(self) -> bool:
        """Whether the API looked for something and didn't find it; else there is no such route."""
        is_bare = self.code is None and self.message.lower() in ("not found", "")
        return self._is_json and not is_bare and not self.message.startswith("Cannot ")

    def _advice(self, operation: Operation | None) -> str:
        if self._is_of_the_api:
            advice = "look up the id, or the name: it may be gone, or belong to another company"
        else:
            advice = self._route_advice(operation)
        if operation and operation.sunset:
            advice += f"; the end of {operation.name} was announced for {operation.sunset}, so it may be gone"
            advice += f": use {operation.replacement}" if operation.replacement else ""
        return advice

    def _route_advice(self, operation: Operation | None) -> str:
        from ._where import on_base_url  # for messages only

        on_url = on_base_url(self.request, operation)
        if on_url:
            return f"{self._host()} has no such route: {on_url}"
        if operation and operation.path_inferred:
            return (
                f"the path {operation.path} is inferred and not documented, so it may be the path that is wrong: "
                "look it up in the API reference, and use LedgerBee.request() until it is corrected"
            )
        if not self._is_json:
            return super()._advice(operation)
        return f"{self._host()} has no such route: look the path up in the API reference"


class ConflictError(APIError):
    """409: it clashes with what is there."""

    def _advice(self, operation: Operation | None) -> str:
        return "nothing was changed: read it again, and decide by how it is now"


class RateLimitError(APIError):
    """429: too many requests.

    Attributes:
        retry_at: When the next request will be taken, if the response says so.
    """

    retry_at: dt.datetime | None = None

    def wait_until(self, moment: dt.datetime) -> None:
        """Set `retry_at`, and say so in the message.

        Args:
            moment: When the next request is taken.
        """
        self.retry_at = moment
        seconds = max((moment - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)
        text = str(self.args[0]).removesuffix(self._advice(None))
        at = moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
        advice = "call again then, or give the call more time by RetryPolicy(deadline=...)"
        self.args = (f"{text}the next request is taken at {at} UTC (in {seconds:.0f} s): {advice}",)

    def _advice(self, operation: Operation | None) -> str:
        return "nothing was changed: call again later, and make fewer calls at once"


class ServerError(APIError):
    """5xx: the API failed."""

    def _advice(self, operation: Operation | None) -> str:
        if operation is None or operation.idempotency == "safe":
            return f"{self._host()} failed: call again later"
        read_back = f"read back with {operation.read_back}" if operation.read_back else "find out"
        return f"{self._host()} failed, and it isn't known whether it was applied: {read_back} before sending it again"


def _dicts(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]


def _them(names: tuple[str, ...]) -> str:
    return "this scope" if len(names) == 1 else "these scopes"


def _listed(noun: str, names: tuple[str, ...]) -> str:
    return f"the {noun}{'' if len(names) == 1 else 's'} {', '.join(names)}"


# ---------------------------------------------------------------------- warnings


class LedgerBeeWarning(UserWarning):
    """The root of the warnings of this package that aren't a `DeprecationWarning`."""


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
    "IdempotencyKeyReuseError",
    "IdempotencyStoreError",
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
    "UnsettledError",
    "ValidationFailedError",
]
