"""What is kept of attempts that failed, without their credentials. What the caller is told of them: `_failures`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import httpx

from ._outcome import Outcome
from .errors import LedgerBeeError

if TYPE_CHECKING:
    from ._limiter import Limiter

#: Headers that carry a credential or a session.
_SECRET_HEADERS = ("x-api-key", "authorization", "proxy-authorization", "cookie")


class Failed(NamedTuple):
    """Failed attempt (an error, or a retryable response).

    Attributes:
        outcome: What became of it.
        request: What was sent, its credentials masked.
        error: The exception, if there is no response.
        response: The response, if there is one.
        sent_at: When it went out, in unix seconds; None if it didn't.
        hint: Seconds that the response asks to wait.
        limiter: Whose pause another attempt has to wait for; None if there is none.
    """

    outcome: Outcome
    request: httpx.Request
    error: Exception | None = None
    response: httpx.Response | None = None
    sent_at: float | None = None
    hint: float | None = None
    limiter: Limiter | None = None

    def __repr__(self) -> str:  # the error of a transport may show the key
        return f"Failed({self.outcome.value}, {self.request!r}, {self.response!r})"

    @property
    def cause(self) -> Exception | None:
        """The exception to show below the error. Don't chain h11's: its message contains the header and so the key."""
        return None if isinstance(self.error, httpx.LocalProtocolError | LedgerBeeError) else self.error

    @property
    def status_code(self) -> int | None:
        """The status that says so, if one does: that of the response, or of the token endpoint's."""
        return getattr(self.error, "status_code", None) if self.response is None else self.response.status_code


class TokenUnavailable(Exception):  # noqa: N818  # it is none for the caller
    """The token endpoint has no token now, and may have one later. The call was not sent.

    Args:
        outcome: What became of the attempt.
        error: What the caller gets if there is no other attempt.
        limiter: Whose pause another attempt has to wait for.
    """

    def __init__(self, outcome: Outcome, error: LedgerBeeError, limiter: Limiter) -> None:
        super().__init__(str(error))
        self.outcome = outcome
        self.error = error
        self.limiter = limiter


class History:
    """What became of the attempts at a call so far.

    Attributes:
        attempts: How many there were.
        uncertain: When those that may have been applied went out, in unix seconds.
    """

    def __init__(self) -> None:
        self.attempts = 0
        self.uncertain: list[float] = []

    def add(self, failed: Failed) -> None:
        """Count an attempt."""
        self.attempts += 1
        if failed.outcome is Outcome.UNCERTAIN:
            self.uncertain.append(failed.sent_at or time.time())


def mask(request: httpx.Request) -> httpx.Request:
    """Take the credentials out of a request that is done, so that an error can carry it."""
    for name in _SECRET_HEADERS:
        if name in request.headers:
            request.headers[name] = "[secret]"
    if request.method == "GET" and isinstance(request.stream, httpx.SyncByteStream):
        request.read()  # so that its `content` can be looked at, empty as it is
    return request


def without_frames(error: Exception) -> Exception:
    """Drop the frames below httpx: they hold the credential in clear, and some tools record what frames hold."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


__all__ = ["Failed", "History", "TokenUnavailable", "mask", "without_frames"]
