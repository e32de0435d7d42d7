"""What a change of the schema means for the release: the next version, and the entry in the changelog."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from scripts.report.markdown import headlines
from scripts.report.model import ReportError, bump_of, next_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scripts.report.model import Entry

VERSION = "ledgerbee_client/_version.py"
CHANGELOG = "CHANGELOG.md"
_ASSIGNMENT = re.compile(r'(__version__ = ")([^"]+)(")')
_UNRELEASED = "## [Unreleased]\n"
_HEADING = "### The API's schema\n"


def current_version(root: Path) -> str:
    """Return the version that the package has.

    Raises:
        ReportError: the file doesn't name one.
    """
    match = _ASSIGNMENT.search((root / VERSION).read_text(encoding="utf-8"))
    if match is None:
        raise ReportError(f"{VERSION} doesn't name a version")
    return match.group(2)


def prepare(root: Path, entries: Sequence[Entry]) -> str:
    """Move the version and write the entry of the changelog.

    Args:
        root: the repository.
        entries: of the report.

    Returns:
        the next version.

    Raises:
        ReportError: the version or the changelog isn't of the form that is expected.
    """
    version = next_version(current_version(root), bump_of(entries))
    path, changelog = root / VERSION, root / CHANGELOG
    text = changelog.read_text(encoding="utf-8")
    if _UNRELEASED not in text:
        raise ReportError(f"{CHANGELOG} has no heading {_UNRELEASED.strip()!r}")
    path.write_text(with_version(path.read_text(encoding="utf-8"), version), encoding="utf-8")
    changelog.write_text(text.replace(_UNRELEASED, f"{_UNRELEASED}\n{changelog_entry(entries)}", 1), encoding="utf-8")
    return version


def with_version(text: str, version: str) -> str:
    """Return the text of the file with the version, with another one in it."""
    return _ASSIGNMENT.sub(rf"\g<1>{version}\g<3>", text)


def is_before(version: str, other: str) -> bool:
    """Return whether a version is smaller than another one.

    Raises:
        ReportError: one isn't of the form X.Y.Z.
    """
    for one in (version, other):
        if not re.fullmatch(r"\d+\.\d+\.\d+", one):
            raise ReportError(f"not a version of the form X.Y.Z: {one!r}")
    return [int(one) for one in version.split(".")] < [int(one) for one in other.split(".")]


def dated(text: str, version: str, today: datetime.date, section: str) -> str:
    """Return the changelog with what was unreleased under the heading of a version.

    Args:
        text: the changelog.
        version: to be released.
        today: the date of the heading.
        section: what changed in the schema, unless the changelog says so already.

    Raises:
        ReportError: there is nothing under the heading of what is unreleased, or no such heading.
    """
    before, heading, rest = text.partition(_UNRELEASED)
    if not heading:
        raise ReportError(f"{CHANGELOG} has no heading {_UNRELEASED.strip()!r}")
    found = re.search(r"^(?:## |\[[^\]]+\]: )", rest, re.MULTILINE)
    end = found.start() if found else len(rest)
    body, older = rest[:end].strip("\n"), rest[end:]
    if section and _HEADING not in f"{body}\n":
        body = f"{section}\n{body}".strip("\n")
    if not body:
        raise ReportError(f"{CHANGELOG} says nothing under {_UNRELEASED.strip()!r}: write what users have to know")
    return f"{before}{_UNRELEASED}\n## [{version}] - {today.isoformat()}\n\n{body}\n" + (f"\n{older}" if older else "")


def changelog_entry(entries: Sequence[Entry]) -> str:
    """Return the section that says what changed in the schema, in a few lines."""
    lines = [f"- {title}: {names}." for title, names in headlines(entries)]
    if not lines:
        lines = [
            "- No operation was added, removed or broken; see the report in the pull request for what else changed."
        ]
    return "\n".join([_HEADING, *lines]) + "\n"
