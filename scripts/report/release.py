"""What a change of the schema means for the release: the next version, and the entry in the changelog."""

from __future__ import annotations

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
    path.write_text(_ASSIGNMENT.sub(rf"\g<1>{version}\g<3>", path.read_text(encoding="utf-8")), encoding="utf-8")
    changelog.write_text(text.replace(_UNRELEASED, f"{_UNRELEASED}\n{changelog_entry(entries)}", 1), encoding="utf-8")
    return version


def changelog_entry(entries: Sequence[Entry]) -> str:
    """Return the section that says what changed in the schema, in a few lines."""
    lines = [f"- {title}: {names}." for title, names in headlines(entries)]
    if not lines:
        lines = [
            "- No operation was added, removed or broken; see the report in the pull request for what else changed."
        ]
    return "\n".join([_HEADING, *lines]) + "\n"
