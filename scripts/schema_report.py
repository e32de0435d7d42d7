"""Reports what changes for users between two OpenAPI documents, and which version bump follows.

    python scripts/schema_report.py OLD NEW [--packages] [--current-version X.Y.Z]

OLD and NEW are paths, or ``git:REV`` for the checked-in document at that revision. With ``--packages`` both are
generated aside, and what breaks in the Python API is reported too. Writes Markdown. Exits with 0 whatever it finds,
and with 2 when the input can't be used. The parts are in ``report/``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __package__ in (None, ""):  # run by file name, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.report.document_diff import compare_documents
from scripts.report.markdown import render, shorten
from scripts.report.model import Bump, Change, ReportError, bump_of, merge
from scripts.report.openapi import Document
from scripts.report.python_api import python_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = "openapi/ledgerbee.json"


@dataclass(frozen=True)
class Report:
    """The changes, the Markdown that says them, and the bump that follows for a version from 1.0 on."""

    changes: tuple[Change, ...]
    markdown: str
    bump: Bump

    @property
    def is_empty(self) -> bool:
        return not self.changes


def build_report(
    old: dict[str, Any],
    new: dict[str, Any],
    *,
    old_package: Path | None = None,
    new_package: Path | None = None,
    current_version: str | None = None,
) -> Report:
    """Compare two OpenAPI documents and, where given, the two packages generated from them.

    Raises:
        ReportError: a document or a package can't be read, or the version isn't of the form X.Y.Z.
    """
    changes = list(compare_documents(Document(old), Document(new)))
    if old_package and new_package:
        changes += python_changes(old_package, new_package)
    elif old_package or new_package:
        raise ReportError("give both packages or none")
    merged = merge(changes)
    return Report(merged, render(merged, current_version), bump_of(merged))


def build_report_with_packages(
    old: dict[str, Any], new: dict[str, Any], *, current_version: str | None = None
) -> Report:
    """The same, with the packages generated aside from both documents.

    Raises:
        ReportError: see `build_report`; or one of the packages can't be generated.
    """
    if old == new:
        return build_report(old, new, current_version=current_version)
    with tempfile.TemporaryDirectory() as folder:
        packages = [_generate(document, Path(folder) / name) for name, document in (("old", old), ("new", new))]
        return build_report(old, new, old_package=packages[0], new_package=packages[1], current_version=current_version)


def _generate(document: dict[str, Any], folder: Path) -> Path:
    from scripts import regenerate

    folder.mkdir()
    source = folder / "document.json"
    source.write_text(json.dumps(document), encoding="utf-8")
    try:
        regenerate.build(str(source), folder / "generated")
    except regenerate.RegenerationError as error:
        raise ReportError(f"the {folder.name} package can't be generated: {error}") from error
    return folder / "generated"


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        old, new = _read(arguments.old), _read(arguments.new)
        if arguments.packages:
            report = build_report_with_packages(old, new, current_version=arguments.current_version)
        else:
            report = build_report(
                old,
                new,
                old_package=arguments.old_package,
                new_package=arguments.new_package,
                current_version=arguments.current_version,
            )
        markdown = shorten(report.markdown, arguments.limit) if arguments.limit else report.markdown
        _write(markdown, arguments.output)
    except ReportError as error:
        print(f"schema_report: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="schema_report", description="Report what changed between two API documents.")
    parser.add_argument("old", metavar="OLD", help=f"a path, or git:REV for {SCHEMA} at that revision")
    parser.add_argument("new", metavar="NEW", help="the same")
    parser.add_argument("--packages", action="store_true", help="generate both packages and compare them")
    parser.add_argument("--old-package", type=Path, metavar="DIR", help="the package generated from OLD")
    parser.add_argument("--new-package", type=Path, metavar="DIR", help="the package generated from NEW")
    parser.add_argument("--current-version", metavar="X.Y.Z", help="name the next version, too")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to the standard output")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N characters (a pull request takes 65536)")
    return parser


def _read(source: str) -> dict[str, Any]:
    """A document from a path or from the history of the repository."""
    text = _read_revision(source.removeprefix("git:")) if source.startswith("git:") else _read_file(Path(source))
    try:
        document = json.loads(text)
    except ValueError as error:
        raise ReportError(f"not JSON: {source} ({error})") from error
    if not isinstance(document, dict):
        raise ReportError(f"not an OpenAPI document: {source}")
    return document


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(f"can't read {path}: {error}") from error


def _write(markdown: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(markdown)
        return
    try:
        output.write_text(markdown, encoding="utf-8")
    except OSError as error:
        raise ReportError(f"can't write {output}: {error}") from error


def _read_revision(revision: str) -> str:
    git = shutil.which("git")
    if git is None:
        raise ReportError("git is not installed")
    command = [git, "show", "--end-of-options", f"{revision}:{SCHEMA}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode != 0:
        reason = " ".join(done.stderr.split()) or "git failed"
        raise ReportError(f"can't read {SCHEMA} at {revision}: {reason}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
