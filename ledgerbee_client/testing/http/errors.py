"""The errors that the sandbox answers with, and their envelope.

Codes are those of the documentation. Where it prints none (a number that is taken, a locked product), the
envelope has no `code`: a made-up one would teach a client to branch on what the real service doesn't send.
"""

from __future__ import annotations

from typing import Any

from ..clock import Clock, timestamp

#: Failed rules by property path: `{"lines.0.quantity": {"isNumber": "quantity must be a number ..."}}`.
Constraints = dict[str, dict[str, str]]


class ServiceError(Exception):
    """An error response, raised anywhere between routing and the end of a handler."""

    def __init__(
        self, status: int, message: str, *, code: str | None = None, details: dict[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.details = details

    @property
    def summary(self) -> str:
        """Why, in one line: the message, and what failed in which place."""
        places = [
            f"{one['property']}: {', '.join(one['constraints'].values())}"
            for one in (self.details or {}).get("validationErrors", ())
        ]
        return "; ".join([self.message, *places])

    def envelope(self, path: str, clock: Clock) -> dict[str, Any]:
        """The body; `path` is relative to the `/api` mount."""
        body: dict[str, Any] = {
            "statusCode": self.status,
            "timestamp": timestamp(clock.now()),
            "path": path,
            "message": self.message,
        }
        if self.code is not None:
            body["code"] = self.code
        if self.details is not None:
            body["details"] = self.details
        return body


def absent(name: str) -> dict[str, str]:
    """The rule that a property fails which must be sent."""
    return {"isDefined": f"{name} should not be null or undefined"}


def unknown(name: str) -> dict[str, str]:
    """The rule that a property fails which must not be sent."""
    return {"whitelistValidation": f"property {name} should not exist"}


def validation_failed(constraints: Constraints) -> ServiceError:
    """400 with one entry for each failing property."""
    errors = [{"property": path, "constraints": rules} for path, rules in constraints.items()]
    return ServiceError(
        400,
        "Bad Request Exception",
        code="SHARED_VALIDATION_FAILED",
        details={"validationErrors": errors},
    )


def invalid(path: str, rule: str, text: str) -> ServiceError:
    """400 for a single property."""
    return validation_failed({path: {rule: text}})


def missing(name: str, path: str = "") -> ServiceError:
    """400 for a property that must be sent. `path` leads to it, and ends in a dot."""
    return validation_failed({path + name: absent(name)})


def refused(message: str) -> ServiceError:
    """400 for a broken business rule whose code isn't published."""
    return ServiceError(400, message)


def not_found(what: str, code: str | None = None) -> ServiceError:
    """404 for a resource that the company doesn't have."""
    return ServiceError(404, f"{what} not found", code=code)


def unauthorized(reason: str | None = None) -> ServiceError:
    """401 as documented: one message for missing, invalid and expired credentials."""
    return ServiceError(
        401, "Invalid API key", code="UNAUTHORIZED", details=None if reason is None else {"reason": reason}
    )


def invalid_token() -> ServiceError:
    """401 for an access token that expired or was revoked. The form of its body isn't published."""
    return ServiceError(401, "Invalid access token", code="invalid_token")


def forbidden(details: dict[str, Any]) -> ServiceError:
    """403 for a missing scope, or for the wrong kind of credential."""
    return ServiceError(403, "Insufficient permissions", code="INSUFFICIENT_PERMISSIONS", details=details)
