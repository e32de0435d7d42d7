"""What answers say besides their data: deprecation and the end of an API key, each told once.

Source of the rules: the guide on versioning (`Deprecation`, `Sunset`, `Link`) and the one on API keys
(`X-API-Key-Expires-At`) of the LedgerBee documentation.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import logging
import re
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from .errors import ApiKeyExpiryWarning

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation

_log = logging.getLogger("ledgerbee_client")

#: How long before its end an API key is warned about.
EXPIRY_NOTICE = dt.timedelta(days=14)

_DEPRECATION = {b"deprecation", b"sunset"}
_EXPIRY = b"x-api-key-expires-at"
_PACKAGE = str(Path(__file__).parent)


@frozen
class DeprecationNotice:
    """What the headers of an answer say of the end of an operation.

    Attributes:
        sunset: the date after which it may stop working.
        successor: what replaces it, as the `Link` header names it.
    """

    sunset: dt.date | None
    successor: str | None


def read_deprecation(headers: Mapping[str, str]) -> DeprecationNotice | None:
    """Reads `Deprecation`, `Sunset` (an ISO date here, an HTTP date in RFC 8594) and `Link`."""
    deprecation = headers.get("deprecation", "").strip().lower()
    sunset = _date(headers.get("sunset"))
    if (not deprecation or deprecation == "false") and sunset is None:
        return None
    link = re.search(r'<([^>]*)>\s*;[^,]*rel="?successor-version"?', headers.get("link", ""))
    return DeprecationNotice(sunset, link.group(1) if link else None)


def read_expiry(text: str | None) -> dt.datetime | None:
    """Reads `X-API-Key-Expires-At` (ISO 8601); without an offset it is UTC."""
    try:
        moment = dt.datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _date(text: str | None) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError):
        return None


def deprecation_text(operation: Operation, notice: DeprecationNotice | None, today: dt.date) -> str:
    """The warning, in one sentence."""
    sunset = (notice.sunset if notice else None) or _date(operation.sunset)
    successor = operation.successor or (notice.successor if notice else None)
    if sunset is not None and sunset < today:
        text = f"{operation.name} is past its sunset ({sunset.isoformat()}) and may stop working at any time"
    elif sunset is not None:
        text = f"{operation.name} is deprecated and may stop working after {sunset.isoformat()}"
    else:
        text = f"{operation.name} is deprecated"
    return f"{text}; use {successor}" if successor else text


class Notices:
    """Reads the notices of answers and warns of each once."""

    def __init__(self) -> None:
        self.api_key_expires_at: dt.datetime | None = None
        self._told: set[str] = set()

    def before(self, operation: Operation) -> None:
        """Warns of an operation that the document marks as deprecated, before anything is sent."""
        if operation.deprecated and operation.name not in self._told:
            self._told.add(operation.name)
            warn_caller(deprecation_text(operation, None, _today()), DeprecationWarning)

    def after(self, operation: Operation, response: httpx.Response) -> None:
        """Reads the headers of an answer."""
        for name, value in response.headers.raw:
            lowered = name.lower()
            if lowered in _DEPRECATION:
                self._deprecated(operation, response)
            elif lowered == _EXPIRY:
                self.expires(read_expiry(value.decode("latin-1")), careful=operation.idempotency != "safe")

    def _deprecated(self, operation: Operation, response: httpx.Response) -> None:
        if operation.name in self._told:
            return
        notice = read_deprecation(response.headers)
        if notice is not None:
            self._told.add(operation.name)
            text = deprecation_text(operation, notice, _today())
            warn_caller(text, DeprecationWarning, careful=operation.idempotency != "safe")

    def expires(self, moment: dt.datetime | None, *, careful: bool = True) -> None:
        """Keeps the end of the API key, and warns in its last two weeks."""
        if moment is None:
            return
        self.api_key_expires_at = moment
        left = moment - dt.datetime.now(dt.UTC)
        if left <= EXPIRY_NOTICE and "api key" not in self._told:
            self._told.add("api key")
            state = "has expired" if left < dt.timedelta(0) else f"expires in {max(left.days, 0)} days"
            warn_caller(
                f"the API key {state}, at {moment.isoformat()}: make a new one", ApiKeyExpiryWarning, careful=careful
            )


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def warn_caller(text: str, category: type[Warning], *, careful: bool = False) -> None:
    """Warns at the line outside this package that led here.

    Args:
        careful: a write was just answered. Where warnings are errors, this one is logged instead: raising it would hide
            from the caller that the write was applied.
    """
    level = 2
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
        level += 1
    try:
        warnings.warn(text, category, stacklevel=level)
    except category:
        if not careful:
            raise
        _log.warning("%s", text)


__all__ = ["DeprecationNotice", "Notices", "deprecation_text", "read_deprecation", "read_expiry", "warn_caller"]
