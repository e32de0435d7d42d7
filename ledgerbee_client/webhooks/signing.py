"""Secrets, the signature they make, and `sign()` for tests.

The signature is computed by the `standardwebhooks` library.

Source: docs.ledgerbee.com/guides/webhooks and the Standard Webhooks specification.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from attrs import frozen
from standardwebhooks import Webhook

from .. import _json
from ..errors import ConfigurationError

ID_HEADER = "webhook-id"
TIMESTAMP_HEADER = "webhook-timestamp"
SIGNATURE_HEADER = "webhook-signature"

_PREFIX = "whsec_"


@frozen
class SignedDelivery:
    """A delivery as LedgerBee sends it.

    `await client.post(url, content=delivery.body, headers=delivery.headers)` delivers it.
    """

    body: bytes
    headers: dict[str, str]


def sign(
    payload: Mapping[str, Any] | bytes,
    *secrets: str,
    message_id: str | None = None,
    timestamp: datetime | None = None,
) -> SignedDelivery:
    """Sign a delivery to test a receiver with.

    Args:
        payload: the event, also one that was received (`event.raw`). A mapping gets `id` and `timestamp` where it lacks
            them; bytes stay as they are.
        secrets: the endpoint's `whsec_...`; with several, the header carries one signature each.
        message_id: the `webhook-id` header. The payload's `id` by default, or else a new one.
        timestamp: the time of sending, with a time zone; now by default.

    Returns:
        Body and headers, to be posted.

    Raises:
        ConfigurationError: no secret, or one that isn't `whsec_` and base64.
        TypeError: the payload can't be written as JSON.
        ValueError: likewise, or the timestamp has no time zone, or bytes are not UTF-8.
    """
    keys = signing_keys(secrets)
    moment = timestamp or datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("timestamp needs a time zone")
    if message_id is None:
        envelope = _object(payload) if isinstance(payload, bytes) else payload
        message_id = str(envelope.get("id") or f"msg_{uuid.uuid4().hex}")
    if isinstance(payload, bytes):
        body = payload
    else:
        written = moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        body = _json.dumps({"id": message_id, "timestamp": written, **payload})
    sent = int(moment.timestamp())
    return SignedDelivery(
        body=body,
        headers={
            "content-type": "application/json",
            ID_HEADER: message_id,
            TIMESTAMP_HEADER: str(sent),
            SIGNATURE_HEADER: " ".join(signature(key, message_id, sent, body) for key in keys),
        },
    )


def signing_keys(secrets: tuple[str, ...]) -> tuple[Webhook, ...]:
    """The keys in the secrets.

    Raises:
        ConfigurationError: no secret, or one that isn't `whsec_` and base64. The text doesn't show it.
    """
    if not secrets:
        raise ConfigurationError("no webhook secret: pass the endpoint's signing secret (whsec_...)")
    return tuple(_key(secret) for secret in secrets)


def signature(key: Webhook, message_id: str, sent: int, body: bytes) -> str:
    """The entry of the signature header, `v1,...`, over id, time of sending (unix seconds) and body.

    Raises:
        UnicodeError: body or id is no UTF-8.
    """
    return key.sign(message_id, datetime.fromtimestamp(sent, UTC), body.decode())


def _key(secret: object) -> Webhook:
    text = secret.strip() if isinstance(secret, str) else ""  # a file's last newline is no part of it
    encoded = text.removeprefix(_PREFIX)
    try:
        # Strict, unlike the library, which skips what isn't base64 and would go on with some other key.
        key = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except ValueError:
        key = b""
    if not text.startswith(_PREFIX) or not key:
        raise ConfigurationError(
            "a webhook secret is `whsec_` and base64, as shown when it was made: pass that of the endpoint, or roll it"
        )
    return Webhook(key)


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        value: object = json.loads(body)
    except ValueError:
        value = None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}
