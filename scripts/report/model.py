"""The vocabulary of the report: sections, entries, and the version that follows from them. Plain values only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from ledgerbee_client.contracts import Level, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

Bump = Literal["none", "patch", "minor", "major"]
BUMPS: tuple[Bump, ...] = ("none", "patch", "minor", "major")


class ReportError(Exception):
    """The input can't be used; the message is one line for a person."""


class Section(Enum):
    """The sections of the report, in their order; breaking changes stand before them, in their own."""

    ADDED = "Operations added"
    REMOVED = "Operations removed"
    MOVED = "Operations moved to another path"
    PARAMETERS = "Parameters"
    REQUEST = "Request bodies"
    RESPONSE = "Responses"
    ERRORS = "Errors"
    WEBHOOKS = "Webhooks"
    MODELS = "Classes that no operation uses"
    SCOPES = "Scopes and licenses"
    DEPRECATED = "Deprecations"
    BEHAVIOUR = "Behaviour of the client"
    SECURITY = "Servers and security"
    MARKS = "Inferences settled"
    PYTHON = "Python API"
    NOTES = "Notes"


@dataclass(frozen=True)
class Use:
    """One place at which a change can be seen."""

    part: Part
    operation: str
    place: str
    schema: str
    level: Level


@dataclass(frozen=True)
class Entry:
    """One change, said once for all the places at which it can be seen.

    Attributes:
        text: what happened, as Markdown on one line.
        action: what a user has to do.
        uses: the places, those at which it matters most first.
    """

    section: Section
    level: Level
    kind: str
    text: str
    action: str
    uses: tuple[Use, ...] = ()

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations (or webhooks, or classes) that it concerns, at its level."""
        return tuple(sorted({use.operation for use in self.uses if use.operation and use.level is self.level}))

    @property
    def nearest(self) -> tuple[str, ...]:
        """The same, those first whose callers see it in the least depth."""
        return tuple(dict.fromkeys(one.operation for one in self.uses if one.operation and one.level is self.level))


def bump_of(entries: Iterable[Entry]) -> Bump:
    """Return the place of the version number that these changes move, for a version from 1.0 on."""
    return BUMPS[max((entry.level for entry in entries), default=Level.NONE)]


def next_version(current: str, bump: Bump) -> str:
    """Return the version after `current`. Before 1.0 a breaking change moves the minor number.

    Raises:
        ReportError: it isn't of the form X.Y.Z.
    """
    match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", current)
    if match is None:
        raise ReportError(f"not a version of the form X.Y.Z: {current!r}")
    major, minor, patch = map(int, match.groups())
    if bump == "major" and major > 0:
        return f"{major + 1}.0.0"
    if bump in {"major", "minor"}:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if bump == "patch" else current
