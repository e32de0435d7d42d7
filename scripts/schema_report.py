"""Reports what changes for users between two OpenAPI documents, and which version bump follows.

    python scripts/schema_report.py OLD NEW [--packages] [--current-version X.Y.Z]

OLD and NEW are paths, or ``git:REV`` for the checked-in document at that revision. With ``--packages`` both are
generated aside, and what breaks in the Python API is reported too. Writes Markdown. Exits with 0 whatever it finds,
and with 2 when the input can't be used. The parts are in ``report/``.
"""

from __future__ import annotations

import argparse
import gc
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

from ledgerbee_client.contracts import Level, compare
from ledgerbee_client.contracts.text import plain
from scripts.codegen.description import describe_both
from scripts.codegen.document import DocumentError, check_kind, load, parse
from scripts.report.entries import entries_of
from scripts.report.markdown import LIMIT, render
from scripts.report.model import Bump, Entry, ReportError, Section, bump_of
from scripts.report.release import CHANGELOG, current_version, prepare
from scripts.report.repeats import without_repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = "openapi/ledgerbee.json"
_REASON_LENGTH = 4000  # characters


@dataclass(frozen=True)
class Report:
    """The entries, the Markdown that says them, and the bump that follows for a version from 1.0 on."""

    entries: tuple[Entry, ...]
    markdown: str
    bump: Bump

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all differs."""
        return not self.entries


def build_report(
    old: dict[str, Any],
    new: dict[str, Any],
    *,
    old_package: Path | None = None,
    new_package: Path | None = None,
    current_version: str | None = None,
    limit: int = LIMIT,
) -> Report:
    """Compare two OpenAPI documents and, where given, the two packages generated from them.

    Raises:
        ReportError: a document or a package can't be read, or the version isn't of the form X.Y.Z.
    """
    return _report(*_described(old, new), (old_package, new_package), current_version, limit)


def _report(
    old: dict[str, Any],
    new: dict[str, Any],
    packages: tuple[Path | None, Path | None],
    current_version: str | None,
    limit: int,
) -> Report:
    python: list[Entry] = []
    if packages[0] and packages[1]:
        from scripts.report.python_api import python_entries  # griffe is only needed here

        python = python_entries(packages[0], packages[1])
    elif packages[0] or packages[1]:
        raise ReportError("give both packages or none")
    entries = tuple(without_repeats(entries_of(compare(old, new)), python))
    return Report(entries, render(entries, current_version, limit), bump_of(entries))


def _described(old: dict[str, Any], new: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        for document in (old, new):
            check_kind(document, "the document")
    except DocumentError as error:
        raise ReportError(str(error)) from error
    both = describe_both(old, new)
    for described in both:
        if described.get("problems"):
            raise ReportError(f"{len(described['problems'])} bad references, first: {described['problems'][0]}")
    return both


def build_report_with_packages(
    old: dict[str, Any], new: dict[str, Any], *, current_version: str | None = None, limit: int = LIMIT
) -> Report:
    """Compare two documents, and the packages that are generated aside from them.

    The second is generated with the names that the first has, as a regeneration would. Where a package can't be
    generated, the report says why, and compares the documents only.

    Raises:
        ReportError: as `build_report`.
    """
    if old == new:
        return build_report(old, new, current_version=current_version, limit=limit)
    before, after = _described(old, new)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            lock = _generate(old, folder / "old", None)
            _generate(new, folder / "new", lock)
        except ReportError as error:
            report = _report(before, after, (None, None), current_version, limit)
            return _with_reason(report, str(error), current_version, limit)
        packages = (folder / "old" / "generated", folder / "new" / "generated")
        return _report(before, after, packages, current_version, limit)


def _with_reason(report: Report, reason: str, current_version: str | None, limit: int) -> Report:
    text = f"The Python API could not be compared: {plain(reason)}"
    entries = (*report.entries, Entry(Section.PYTHON, Level.PATCH, "python-not-compared", text, ""))
    return Report(entries, render(entries, current_version, limit), bump_of(entries))


def _generate(document: dict[str, Any], folder: Path, names: Path | None) -> Path:
    """Generate a package aside, and return the file with the names that it has."""
    from scripts import regenerate

    folder.mkdir()
    source, lock = folder / "document.json", folder / "names.lock.json"
    source.write_text(json.dumps(document), encoding="utf-8")
    try:
        result = regenerate.build(str(source), folder / "generated", **({"names": names} if names else {}))
    except regenerate.RegenerationError as error:
        raise ReportError(f"the {folder.name} package can't be generated: {error}") from error
    lock.write_text(result.naming.lock.dump(), encoding="utf-8")
    return lock


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        old, new = _read(arguments.old), _read(arguments.new)
        version = arguments.current_version or (current_version(ROOT) if arguments.release else None)
        if arguments.packages:
            report = build_report_with_packages(old, new, current_version=version, limit=arguments.limit)
        else:
            report = build_report(
                old,
                new,
                old_package=arguments.old_package,
                new_package=arguments.new_package,
                current_version=version,
                limit=arguments.limit,
            )
        if arguments.release:
            prepare(ROOT, report.entries)
        _write(_reason(arguments.reason) + report.markdown, arguments.output)
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
    release_help = f"write the next version and the entry of {CHANGELOG}, too"
    parser.add_argument("--release", action="store_true", help=release_help)
    reason_help = "the output of a regeneration that failed: it is put before the report"
    parser.add_argument("--reason", type=Path, metavar="FILE", help=reason_help)
    limit_help = "at most N characters (default: %(default)s)"
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help=limit_help)
    return parser


def _read(source: str) -> dict[str, Any]:
    """A document from a path or from the history of the repository."""
    try:
        if source.startswith("git:"):
            return parse(_read_revision(source.removeprefix("git:")), source)
        return load(Path(source))
    except DocumentError as error:
        raise ReportError(" ".join(str(error).split())) from error


def _reason(path: Path | None) -> str:
    """The end of what a failed regeneration printed, as the beginning of the page."""
    if path is None:
        return ""
    fence = "```"
    text = _read_file(path).replace(fence, "` ` `")[-_REASON_LENGTH:].strip()
    return f"# The client was not regenerated\n\n{fence}\n{text}\n{fence}\n\n"


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
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
    gc.set_threshold(200_000, 50, 50)  # a document is a tree without cycles: looking for some takes a tenth of the time
    sys.exit(main())
