"""Releases a version: moves the number, dates the changelog with what changed in the schema, commits and tags.

    python -m scripts.release [VERSION]

VERSION may be left out: it follows from the change report since the last release. Nothing is pushed; the tag, once
pushed, is what the workflow publishes. Refused, with nothing changed: a work tree with changes, a version that is
taken or smaller than what the changes of the schema ask for, a changelog with nothing to release.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if __package__ in (None, ""):  # run by file name, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.codegen.document import DocumentError, load, parse
from scripts.report.model import BUMPS, Entry, ReportError, bump_of, next_version
from scripts.report.release import (
    CHANGELOG,
    VERSION,
    changelog_entry,
    current_version,
    dated,
    is_before,
    with_version,
)
from scripts.schema_report import SCHEMA, build_report

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="release", description="Move the version, date the changelog, commit, tag.")
    parser.add_argument("version", nargs="?", metavar="VERSION", help="default: what the changes of the schema ask for")
    options = parser.parse_args(argv)
    try:
        version = release(ROOT, options.version or None)
    except ReportError as error:
        print(f"release: {error}", file=sys.stderr)
        return 1
    print(f"v{version} is committed and tagged. Publish it: git push --atomic origin HEAD v{version}")
    return 0


def release(root: Path, version: str | None) -> str:
    """Release a version, and return it.

    Raises:
        ReportError: it can't be released, and nothing was changed.
    """
    if git(root, "status", "--porcelain"):
        raise ReportError("the work tree has changes; commit them first, so that the tag holds what was tested")
    last = git(root, "tag", "--list", "v[0-9]*", "--sort=-version:refname", "--merged", "HEAD").partition("\n")[0]
    entries = schema_changes(root, last)
    chosen = checked(root, version, last.removeprefix("v"), entries)
    number, changelog = root / VERSION, root / CHANGELOG
    today = datetime.datetime.now(datetime.UTC).date()
    section = changelog_entry(entries) if entries else ""
    text = dated(changelog.read_text(encoding="utf-8"), chosen, today, section)
    number.write_text(with_version(number.read_text(encoding="utf-8"), chosen), encoding="utf-8")
    changelog.write_text(text, encoding="utf-8")
    git(root, "add", "--", VERSION, CHANGELOG)
    git(root, "commit", "--quiet", "--message", f"Release {chosen}")
    git(root, "tag", "--annotate", f"v{chosen}", "--message", f"Release {chosen}")
    return chosen


def schema_changes(root: Path, tag: str) -> tuple[Entry, ...]:
    """Return what changed in the schema since a release; nothing where there was none."""
    if not tag or not git(root, "ls-tree", tag, "--", SCHEMA):
        return ()
    try:
        old, new = parse(git(root, "show", f"{tag}:{SCHEMA}"), tag), load(root / SCHEMA)
    except DocumentError as error:
        raise ReportError(str(error)) from error
    return () if old == new else build_report(old, new).entries


def checked(root: Path, version: str | None, last: str, entries: Sequence[Entry]) -> str:
    """Return the version to be released.

    Raises:
        ReportError: it is none, is taken, or doesn't say what the changes of the schema mean for users.
    """
    current = current_version(root)
    bump = bump_of(entries)
    needed = next_version(last, bump) if last else current
    if version is None:
        version = needed if is_before(current, needed) else current
    if git(root, "tag", "--list", f"v{version}"):
        raise ReportError(f"v{version} is released already; name the next version: make release VERSION=X.Y.Z")
    if is_before(version, needed) or (last and is_before(version, last)):
        reason = f"the schema has changes that ask for a {bump} release" if bump != BUMPS[0] else f"v{last} is out"
        raise ReportError(f"{version} is too small: {reason}, so {needed} or later")
    return version


def git(root: Path, *arguments: str) -> str:
    """Run git in the repository, and return what it prints.

    Raises:
        ReportError: it fails, or there is none.
    """
    program = shutil.which("git")
    if program is None:
        raise ReportError("git is not installed")
    done = subprocess.run(  # noqa: S603  # arguments of ours
        [program, "-C", str(root), *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise ReportError(f"git {arguments[0]} failed: {' '.join(done.stderr.split())}")
    return done.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
