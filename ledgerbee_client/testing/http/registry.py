"""Which function serves which operation. Handlers name theirs by its Python name, which the names lock keeps stable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .relied import Relied

if TYPE_CHECKING:
    from ...generated.types import Operation
    from ..access.credentials import Credential
    from ..state import State
    from .document import Document, Route
    from .relied import Fields


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was let in: authenticated, authorized and valid."""

    route: Route
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
    def operation(self) -> Operation:
        """What the generated package knows of the operation."""
        return self.route.operation

    @property
    def id(self) -> str:
        """The last path parameter: the id of the resource."""
        return self.ids[-1]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler gives back. The status is the operation's first documented success unless given."""

    body: Any = None
    status: int | None = None
    #: For the list of writes; by default the `id` of the body, or else the last path parameter.
    resource_id: str | None = None
    #: False for a write that changed nothing (a replay).
    applied: bool = True


Handler = Callable[[Call], Reply]


@dataclass(slots=True, eq=False)
class Registry:
    """Handlers by the Python name of the operation."""

    handlers: dict[str, Handler] = field(default_factory=dict[str, Handler])
    #: What each of them relies on.
    relied: dict[str, Relied] = field(default_factory=dict[str, Relied])
    #: By resource: the resources that its records are made of.
    made_of: dict[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])

    def handles(
        self, name: str, *, takes: Fields | None = None, gives: Fields | None = None, query: tuple[str, ...] = ()
    ) -> Callable[[Handler], Handler]:
        """Register the decorated function, and what it relies on.

        Args:
            name: the Python name of the operation.
            takes: fields of the body that it reads.
            gives: fields of the response (of a list: of an element).
            query: query parameters that it reads.

        Raises:
            ValueError: another function has the operation.
        """

        def register(handler: Handler) -> Handler:
            if name in self.handlers:
                raise ValueError(f"two handlers for {name}")
            self.handlers[name] = handler
            self.relied[name] = Relied(takes, gives, query)
            return handler

        return register


registry = Registry()
handles = registry.handles
