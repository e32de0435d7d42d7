"""What the application, the faults and the browser page work with: the one company, who may enter, what was done."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .access.credentials import Keyring
    from .clock import Clock
    from .http.binding import Binding
    from .http.document import Document
    from .http.request_log import SeenRequest, Write
    from .state import State

_KEPT_REQUESTS = 1000


@dataclass(slots=True)
class Service:
    """The parts of a sandbox that a request meets."""

    document: Document
    clock: Clock
    state: State
    keys: Keyring
    binding: Binding
    #: Licenses of the company.
    licenses: frozenset[str]
    #: Also refuse calls that lack a scope which the documentation doesn't print.
    enforce_inferred_scopes: bool
    #: Every write that was applied, in order.
    writes: list[Write] = field(default_factory=list["Write"])
    #: The latest requests, oldest first, without their credentials.
    requests: deque[SeenRequest] = field(default_factory=lambda: deque(maxlen=_KEPT_REQUESTS))
