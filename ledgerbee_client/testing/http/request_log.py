"""The request log: every applied write, and the recent requests (never a secret)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

#: In the scope of a request: who sent it, where it wasn't the client.
AUTHOR = "ledgerbee.author"


@dataclass(frozen=True, slots=True)
class Write:
    """A write that was applied. Replays and refused requests aren't writes."""

    method: str
    #: Unquoted, without `/api`.
    path: str
    #: Its Python name.
    operation: str
    body: Any
    idempotency_key: str | None
    resource_id: str | None
    at: datetime
    #: `client`, or `someone else` where a fault wrote on behalf of others.
    author: str = "client"


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as it came in, with the status that it got. Credentials are left out."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    #: The Python name; None when no operation matched.
    operation: str | None
    status: int
    at: datetime
    #: Why it was refused, if it was.
    error: str | None = None
