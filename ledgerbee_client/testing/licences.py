"""Licences: a company without the licence of an operation is refused, whatever the scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import ServiceError

if TYPE_CHECKING:
    from .document import Operation

#: Its `details.licenseKey` isn't published. Where it is one of several, the refusal names another.
_WITHOUT_KEY = "Metered Products"


def check_licence(operation: Operation, licences: frozenset[str]) -> None:
    """Checks that the company has one of the operation's licences. (Whether one of several is enough is not settled.)

    Raises:
        ServiceError: 403.
    """
    wanted = operation.licences
    if wanted and not licences.intersection(wanted):
        key = next((one for one in wanted if one != _WITHOUT_KEY), _WITHOUT_KEY)
        raise ServiceError(403, f"License required: {key}", code="LICENSE.REQUIRED", details={"licenseKey": key})
