"""The vocabulary of a comparison: levels, directions, and changes. Plain values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Level(IntEnum):
    """How much a change matters to a user, as a place in the version number. MAJOR is a breaking change."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


class Direction(Enum):
    """Who writes the data. The user sends a request and reads everything else."""

    REQUEST = "request"
    RESPONSE = "response"
    ERROR = "error"
    WEBHOOK = "webhook"

    @property
    def hidden(self) -> str:
        """The mark of fields that this direction doesn't have: `read-only` ones aren't sent, and vice versa."""
        return "read-only" if self is Direction.REQUEST else "write-only"


class Part(Enum):
    """What of an operation or of a document a change is about. The value names the part in pinned contracts."""

    OPERATION = "operation"
    SECURITY = "security"
    PARAMETER = "parameter"
    BODY = "body"
    RESPONSE = "response"
    ERROR = "error"
    HEADER = "header"
    WEBHOOK = "webhook"
    MODEL = "model"
    DOCUMENT = "document"

    @property
    def direction(self) -> Direction:
        """The direction in which the data of this part goes."""
        return _DIRECTIONS.get(self, Direction.REQUEST)


_DIRECTIONS = {
    Part.RESPONSE: Direction.RESPONSE,
    Part.HEADER: Direction.RESPONSE,
    Part.MODEL: Direction.RESPONSE,
    Part.ERROR: Direction.ERROR,
    Part.WEBHOOK: Direction.WEBHOOK,
}


@dataclass(frozen=True)
class Change:
    """One change at one place.

    Attributes:
        kind: the name of the rule (a key of `rules.RULES`).
        level: how much it matters.
        part: what it is about.
        text: what happened, as Markdown on one line.
        action: what a user has to do; empty where there is nothing to be done.
        place: the field, such as `lines[].price`; empty for the whole.
        operation: METHOD and path, the name of a webhook or of a class; empty for the whole document.
        schema: the component schema behind it, when it has a name.
        origin: the place below that schema.
    """

    kind: str
    level: Level
    part: Part
    text: str
    action: str = ""
    place: str = ""
    operation: str = ""
    schema: str = ""
    origin: str = ""
