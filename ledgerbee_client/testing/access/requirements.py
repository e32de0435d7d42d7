"""What an operation needs of its caller: a kind of credential, a license of the company, scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.errors import ServiceError, forbidden, unauthorized

if TYPE_CHECKING:
    from ...generated.types import Operation
    from .credentials import Credential

#: Its `details.licenseKey` isn't published. Where it is one of several, the refusal names another.
_WITHOUT_KEY = "Metered Products"


def check_kind(operation: Operation, credential: Credential) -> None:
    """Check that the operation takes this kind of credential.

    Raises:
        ServiceError: 403, or 401 for an API key where only OAuth will do.
    """
    # Tokens of a sign-in in the browser ("user") can't be told from others here.
    kinds = ("oauth2", "user") if credential.kind == "oauth2" else (credential.kind,)
    if not set(kinds) & set(operation.auth):
        if credential.kind == "oauth2":
            raise forbidden({"reason": "endpoint_requires_api_key_auth"})
        raise unauthorized()


def check_license(operation: Operation, licenses: frozenset[str]) -> None:
    """Check that the company has one of the operation's licenses.

    Whether one of several is enough is not settled.

    Raises:
        ServiceError: 403.
    """
    wanted = operation.licenses
    if wanted and not licenses.intersection(wanted):
        key = next((one for one in wanted if one != _WITHOUT_KEY), _WITHOUT_KEY)
        raise ServiceError(403, f"License required: {key}", code="LICENSE.REQUIRED", details={"licenseKey": key})


def check_scopes(operation: Operation, credential: Credential, *, enforce_inferred: bool) -> None:
    """Check that the credential has the scopes of the operation.

    Raises:
        ServiceError: 403.
    """
    enforced = enforce_inferred or not operation.scopes_inferred
    if enforced and not set(operation.scopes) <= set(credential.scopes):
        raise forbidden({"requiredScopes": list(operation.scopes)})
