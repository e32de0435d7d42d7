"""Whether a delivery is LedgerBee's, and fresh.

The library's own `verify()` isn't used: its replay window can't be set, it takes one secret, and it raises a
ValueError at a signature entry without a comma.

Source: docs.ledgerbee.com/guides/webhooks and the Standard Webhooks specification.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import NoReturn, Protocol

from .errors import WebhookVerificationError
from .events import WebhookEvent, parse_event
from .signing import ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, signature, signing_keys

# As the signature covers it: one spelling per number, so that no other text passes for the signed one.
_UNIX_SECONDS = re.compile(r"0|[1-9][0-9]{0,10}")


class HeaderItems(Protocol):
    """Headers of any framework: a dict, `httpx.Headers`, Starlette's, Django's and Werkzeug's all fit."""

    def items(self) -> Iterable[tuple[str | bytes, str | bytes]]:
        """Names and values."""
        ...


class WebhookVerifier:
    """Checks deliveries against the signing secrets of an endpoint. Stateless: make one and share it."""

    __slots__ = ("_clock", "_keys", "_tolerance")

    def __init__(
        self,
        *secrets: str,
        tolerance: timedelta | float = timedelta(minutes=5),
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """Read the secrets.

        Args:
            secrets: the endpoint's `whsec_...`; while a roll lasts, the old and the new one.
            tolerance: the replay window: how many seconds before or after now a delivery may have been sent.
                LedgerBee signs each retry anew with its own time, so 5 minutes don't lose a retry.
            clock: gives the present moment, with a time zone; for tests.

        Raises:
            ConfigurationError: no secret, or one that isn't `whsec_` and base64.
            ValueError: a negative tolerance.
        """
        self._keys = signing_keys(secrets)
        seconds = tolerance.total_seconds() if isinstance(tolerance, timedelta) else tolerance
        if not seconds >= 0:  # NaN too
            raise ValueError(f"tolerance is a number of seconds from 0 up, not {seconds}")
        self._tolerance = seconds
        self._clock = clock or _now

    def __repr__(self) -> str:
        return f"<WebhookVerifier secrets={len(self._keys)} tolerance={self._tolerance:g}s>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a WebhookVerifier holds secrets and can't be pickled or copied: make another one")

    def verify(self, body: bytes, headers: HeaderItems) -> WebhookEvent:
        """Read the event of a delivery that LedgerBee sent, and sent just now.

        Whether it came before is the receiver's to know: deduplicate on the event's `id`.

        Args:
            body: the body, byte for byte as it arrived.
            headers: its headers; names in any case, names and values as text or bytes.

        Returns:
            An instance of the topic's class in `EVENTS`; an `UnknownEvent` for any other topic.

        Raises:
            WebhookVerificationError: don't act on it; `reason` says why.
            TypeError: the body is not bytes.
            ValueError: the verifier's clock gives a moment without a time zone.
        """
        _require_bytes(body)
        message_id, sent_text, signatures = _webhook_headers(headers)
        if not _UNIX_SECONDS.fullmatch(sent_text):
            raise WebhookVerificationError(f"{TIMESTAMP_HEADER} is not unix seconds", "bad_signature")
        sent = int(sent_text)
        if not self._signed(signatures, message_id, sent, body):
            raise WebhookVerificationError(
                "no signature matches: another secret, or a body changed on its way; check that the secret "
                "is this endpoint's (after a roll, give both), and that verify() gets the body as it arrived",
                "bad_signature",
            )
        self._check_age(sent)
        event = parse_event(body)
        if event.id != message_id:
            raise WebhookVerificationError(f"the event's id is not that of {ID_HEADER}", "bad_body")
        return event

    def _signed(self, header: str, message_id: str, sent: int, body: bytes) -> bool:
        try:
            expected = [signature(key, message_id, sent, body).encode() for key in self._keys]
        except UnicodeError:  # the service signs text
            return False
        given = [entry.encode("utf-8", "replace") for entry in header.split(" ")]
        # The encoded texts are compared, because base64 has several spellings of the same bytes. Entries of
        # other versions begin otherwise and never match. All pairs are compared: the time tells nothing.
        return True in [hmac.compare_digest(ours, theirs) for ours in expected for theirs in given]

    def _check_age(self, sent: int) -> None:
        now = self._clock()
        if now.tzinfo is None:  # read as local time, it would be hours off
            raise ValueError("clock must give a moment with a time zone, as in datetime.now(timezone.utc)")
        age = now.timestamp() - sent
        if age > self._tolerance:
            raise WebhookVerificationError(
                f"sent {age:.0f} s ago, the limit is {self._tolerance:g} s: a replay, or a wrong clock; don't act "
                "on it, and check this machine's clock",
                "too_old",
            )
        if -age > self._tolerance:
            raise WebhookVerificationError(
                f"sent {-age:.0f} s ahead of this machine's clock, the limit is {self._tolerance:g} s: set the clock",
                "too_new",
            )


def _require_bytes(body: object) -> None:
    if not isinstance(body, bytes):
        raise TypeError(
            f"verify() takes the raw body as bytes, not {type(body).__name__}: the signature covers "
            "the bytes as they were sent, and parsed and re-serialised JSON is other bytes; read them before a "
            "framework parses them, as in await request.body()"
        )


def _webhook_headers(headers: HeaderItems) -> tuple[str, str, str]:
    found: dict[str, str] = {}
    for name, value in headers.items():
        found.setdefault(_text(name).lower(), _text(value))
    missing = [name for name in (ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER) if not found.get(name)]
    if missing:
        raise WebhookVerificationError(
            f"no header {', '.join(missing)}: pass the headers of the delivery as they arrived; without them it isn't "
            "LedgerBee's",
            "missing_header",
        )
    return found[ID_HEADER], found[TIMESTAMP_HEADER], found[SIGNATURE_HEADER]


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _now() -> datetime:
    return datetime.now(UTC)
