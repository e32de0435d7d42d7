"""The vocabulary of the report: levels, sections, changes, and the version that follows from them.

Plain values only; knows nothing of OpenAPI, griffe or the layout of the Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Bump = Literal["none", "patch", "minor", "major"]
BUMPS: tuple[Bump, ...] = ("none", "patch", "minor", "major")


class ReportError(Exception):
    """The input can't be used; the message is one line for a person."""


class Level(IntEnum):
    """How much a change matters to a user, as a place in the version number. MAJOR is a breaking change."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


class Section(Enum):
    """The sections of the report, in their order; breaking changes stand before them, in their own."""

    ADDED = "Operations added"
    REMOVED = "Operations removed"
    MOVED = "Operations moved to another path"
    PARAMETERS = "Parameters"
    REQUEST = "Request bodies"
    RESPONSE = "Responses"
    MEDIA = "Status codes and content types"
    SCOPES = "Scopes"
    DEPRECATED = "Deprecations"
    SECURITY = "Servers and security"
    MARKS = "Inferences settled"
    PYTHON = "Python API"
    NOTES = "Notes"


@dataclass(frozen=True)
class Change:
    """One change, said once for all the operations that it concerns.

    ``text`` and ``action`` (what a user has to do) are Markdown on one line; ``operations`` are labels such
    as ``GET /v1/products``.
    """

    section: Section
    level: Level
    kind: str
    text: str
    action: str = ""
    operations: tuple[str, ...] = ()


def merge(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Join changes that differ only in the operation, and put all in the order of the report."""
    operations: dict[Change, set[str]] = {}
    for change in changes:
        operations.setdefault(replace(change, operations=()), set()).update(change.operations)
    merged = [replace(change, operations=tuple(sorted(labels))) for change, labels in operations.items()]
    order = {section: index for index, section in enumerate(Section)}
    return tuple(sorted(merged, key=lambda c: (order[c.section], c.operations[:1], c.text, c.kind, c.action)))


def bump_of(changes: Iterable[Change]) -> Bump:
    """The place of the version number that these changes move, for a version from 1.0 on."""
    return BUMPS[max((change.level for change in changes), default=Level.NONE)]


def next_version(current: str, bump: Bump) -> str:
    """The version after ``current``. Before 1.0 a breaking change moves the minor number."""
    match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", current)
    if match is None:
        raise ReportError(f"not a version of the form X.Y.Z: {current!r}")
    major, minor, patch = map(int, match.groups())
    if bump == "major" and major > 0:
        return f"{major + 1}.0.0"
    if bump in {"major", "minor"}:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if bump == "patch" else current
