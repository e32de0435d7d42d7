"""The one error of a delivery."""

from __future__ import annotations

from typing import Literal

from ..errors import LedgerBeeError

Reason = Literal["missing_header", "bad_signature", "too_old", "too_new", "bad_body"]


class WebhookVerificationError(LedgerBeeError):
    """A delivery that must not be acted on. Answer 400.

    Attributes:
        reason: `missing_header`: one of the three `webhook-*` headers is absent or empty.
            `bad_signature`: no secret of the verifier made this signature over this id, time and body.
            `too_old`, `too_new`: genuine, but sent outside the replay window: a replay, or a wrong clock.
            `bad_body`: genuine, but not an event, or its id isn't that of the `webhook-id` header.
    """

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason: Reason = reason
