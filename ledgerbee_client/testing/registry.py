"""Which function answers which operation. Handlers name theirs by method, tag and summary, never by path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .document import Document, Operation, OperationKey

if TYPE_CHECKING:
    from .auth import Credential
    from .state import State


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was let in: authenticated, authorized and valid."""

    operation: Operation
    document: Document
    state: State
    #: Path parameters in the order of the path.
    ids: tuple[str, ...]
    #: Query parameters by name, typed, defaults filled in.
    query: dict[str, Any]
    #: The JSON body; an empty object when none was sent.
    body: dict[str, Any]
    #: None where no authentication is needed.
    credential: Credential | None
    idempotency_key: str | None = None

    @property
    def id(self) -> str:
        """The last path parameter: the id of the resource."""
        return self.ids[-1]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler answers. The status is the operation's first documented success unless given."""

    body: Any = None
    status: int | None = None
    #: For the list of writes; by default the `id` of the body, or else the last path parameter.
    resource_id: str | None = None
    #: False for a write that changed nothing (a replay).
    applied: bool = True


Handler = Callable[[Call], Reply]


class UnknownOperationError(Exception):
    """A handler names an operation that the document doesn't have."""


@dataclass(slots=True)
class Registry:
    """Handlers by operation key."""

    handlers: dict[OperationKey, Handler] = field(default_factory=dict[OperationKey, Handler])

    def handles(self, method: str, tag: str, summary: str) -> Callable[[Handler], Handler]:
        """Registers the decorated function.

        Raises:
            ValueError: another function has the operation.
        """
        key = OperationKey(method, tag, summary)

        def register(handler: Handler) -> Handler:
            if key in self.handlers:
                raise ValueError(f"two handlers for {key}")
            self.handlers[key] = handler
            return handler

        return register

    def bind(self, document: Document) -> dict[OperationKey, Handler]:
        """The handlers, checked against a document.

        Raises:
            UnknownOperationError: naming every handler that matches no operation.
        """
        lost = [str(key) for key in self.handlers if key not in document.by_key]
        if lost:
            raise UnknownOperationError("handlers without an operation in the document: " + "; ".join(lost))
        return dict(self.handlers)


registry = Registry()
handles = registry.handles
