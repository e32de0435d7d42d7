"""Warnings from response headers: deprecation and the end of an API key, each emitted once.

Source of the rules: the guide on versioning (`Deprecation`, `Sunset`, `Link`) and the one on API keys
(`X-API-Key-Expires-At`) of the LedgerBee documentation.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import logging
import os
import re
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .errors import ApiKeyExpiryWarning

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation

_log = logging.getLogger("ledgerbee_client")

#: How long before its end an API key is warned about.
EXPIRY_WARNING = dt.timedelta(days=14)

_DEPRECATION = {b"deprecation", b"sunset"}
_EXPIRY = b"x-api-key-expires-at"
_PACKAGE = f"{Path(__file__).parent}{os.sep}"


class Deprecation(NamedTuple):
    """What the headers of a response say of the end of an operation.

    Attributes:
        sunset: the date after which it may stop working.
        successor: what replaces it, as the `Link` header names it.
    """

    sunset: dt.date | None
    successor: str | None


def read_deprecation(headers: Mapping[str, str]) -> Deprecation | None:
    """Reads `Deprecation`, `Sunset` (an ISO date here, an HTTP date in RFC 8594) and `Link`."""
    deprecation = headers.get("deprecation", "").strip().lower()
    sunset = _date(headers.get("sunset"))
    if (not deprecation or deprecation == "false") and sunset is None:
        return None
    return Deprecation(sunset, _successor(headers.get("link", "")))


def _successor(link: str) -> str | None:
    """The target of the link whose relations have `successor-version` among them."""
    for one in re.split(r",\s*(?=<)", link):
        target, *parameters = one.split(";")
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "rel" and "successor-version" in value.strip(' "').lower().split():
                return target.strip(" <>")
    return None


def read_expiry(text: object) -> dt.datetime | None:
    """Reads `X-API-Key-Expires-At` (ISO 8601); without an offset it is UTC."""
    if not isinstance(text, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(text.strip())
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
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def deprecation_text(operation: Operation, found: Deprecation | None, today: dt.date) -> str:
    """The warning, in one sentence."""
    sunset = (found.sunset if found else None) or _date(operation.sunset)
    successor = operation.replacement or (found.successor if found else None)
    if sunset is not None and sunset < today:
        text = f"{operation.name} is past its sunset ({sunset.isoformat()}) and may stop working at any time"
    elif sunset is not None:
        text = f"{operation.name} is deprecated and may stop working after {sunset.isoformat()}"
    else:
        text = f"{operation.name} is deprecated"
    return f"{text}; use {successor}" if successor else text


class Warnings:
    """Warns of what response headers say, of each once.

    Each is logged too: services rarely see a `DeprecationWarning`, which Python hides by default. Where warnings are
    errors, only what is harmless is raised: a deprecated call before it is sent, and the deprecation of a read. A write
    that got a response returns it, and the end of a key fails no call that has nothing to do with it.
    """

    def __init__(self) -> None:
        self.api_key_expires_at: dt.datetime | None = None
        self._emitted: set[str] = set()

    def before(self, operation: Operation) -> None:
        """Warns of an operation that the document marks as deprecated, before anything is sent."""
        if operation.deprecated:
            self._emit(operation.name, deprecation_text(operation, None, _today()), DeprecationWarning)

    def after(self, operation: Operation, response: httpx.Response) -> None:
        """Reads the headers of a response."""
        for name, value in response.headers.raw:
            lowered = name.lower()
            if lowered in _DEPRECATION:
                self._deprecated(operation, response)
            elif lowered == _EXPIRY:
                self.expires(read_expiry(value.decode("latin-1")))

    def _deprecated(self, operation: Operation, response: httpx.Response) -> None:
        found = read_deprecation(response.headers)
        if found is not None:
            text = deprecation_text(operation, found, _today())
            self._emit(operation.name, text, DeprecationWarning, careful=operation.idempotency != "safe")

    def expires(self, moment: dt.datetime | None) -> None:
        """Keeps the end of the API key, and warns in its last two weeks."""
        if moment is None:
            return
        self.api_key_expires_at = moment
        left = moment - _now()
        if left <= EXPIRY_WARNING:
            text = f"the API key {_state(left)}, at {moment.isoformat()}: make a new one"
            self._emit("api key", text, ApiKeyExpiryWarning, careful=True)

    def _emit(self, subject: str, text: str, category: type[Warning], *, careful: bool = False) -> None:
        if subject in self._emitted:
            return
        warn_caller(text, category, careful=careful)
        self._emitted.add(subject)  # not before: where the warning is an error, every call is to fail
        _log.warning("%s", text)


def _state(left: dt.timedelta) -> str:
    if left < dt.timedelta(0):
        return "has expired"
    if left.days == 0:
        return "expires within a day"
    return f"expires in {left.days} day{'' if left.days == 1 else 's'}"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _today() -> dt.date:
    return _now().date()


def warn_caller(text: str, category: type[Warning], *, careful: bool = False) -> None:
    """Warn at the line outside this package that led here.

    Args:
        text: the warning.
        category: its class.
        careful: where warnings are errors, this one is not raised. After a write it would hide from the caller that the
            write was applied.
    """
    level = 2
    frame = sys._getframe(1)  # noqa: SLF001  # documented, in spite of its name
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
        level += 1
    try:
        warnings.warn(text, category, stacklevel=level)
    except category:
        if not careful:
            raise


__all__ = ["Deprecation", "Warnings", "deprecation_text", "read_deprecation", "read_expiry", "warn_caller"]
