"""What the sandbox keeps of the traffic: every applied write, and the recent requests (never a secret)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from .document import OperationKey


@dataclass(frozen=True, slots=True)
class Write:
    """A write that was applied. Replays and refused requests aren't writes."""

    method: str
    #: As sent, without `/api`.
    path: str
    operation: OperationKey
    body: Any
    idempotency_key: str | None
    resource_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as it came in, with the status that it was answered with. Credentials are left out."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    #: None when no operation matched.
    operation: OperationKey | None
    status: int
    at: datetime
