"""What faults are made of: an answer that is kept instead of sent, sent otherwise or in parts, and the cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CutPoint = Literal["connect", "request", "applied", "body"]

#: Statuses whose answers have no body, whatever goes wrong.
_BODILESS = (204, 304)


class Disconnected(Exception):  # noqa: N818  # no error of ours: it is how a cut travels to whoever holds the connection
    """The connection is to be cut here. The transport in process and the server know what that means for them."""

    def __init__(self, at: CutPoint) -> None:
        super().__init__(at)
        self.at: CutPoint = at


@dataclass(slots=True)
class Captured:
    """A response as the application gave it."""

    start: Message
    body: bytes

    async def send(self, send: Send) -> None:
        """Send it as it is. It can be sent again."""
        await send({**self.start, "headers": list(self.start["headers"])})
        await send(part(self.body, more=False))


async def send_instead(answer: Captured, send: Send, body: bytes, headers: dict[str, str] | None = None) -> None:
    """Sends an answer with another body; one that has none stays as it is."""
    if answer.start["status"] in _BODILESS:
        body = answer.body
    else:
        MutableHeaders(scope=answer.start).update({**(headers or {}), "content-length": str(len(body))})
    await send(answer.start)
    await send(part(body, more=False))


async def captured(app: ASGIApp, scope: Scope, receive: Receive) -> Captured:
    """Carries the request out and keeps the answer.

    Raises:
        Disconnected: there is none, because the caller is gone.
    """
    answer = Captured({}, b"")

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.start = message
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, keep)
    if not answer.start:
        raise Disconnected("request")  # the caller is gone, and was before the request was read
    return answer


async def whole_body(receive: Receive) -> bytes:
    """Read the body of a request.

    Raises:
        Disconnected: the caller is gone before it is complete.
    """
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected("request")
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


def replayed(body: bytes) -> Receive:
    """A body that was read, to be read again."""
    messages = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


async def discard(message: Message) -> None:
    """Sends nothing."""


def part(body: bytes, *, more: bool) -> Message:
    """A part of a body; `more` are to come, or none."""
    return {"type": "http.response.body", "body": body, "more_body": more}
