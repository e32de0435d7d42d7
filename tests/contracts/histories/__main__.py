"""Runs both comparisons over the history of a file in a git repository."""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.codegen.document import DocumentError, parse
from scripts.schema_report import ReportError, build_report
from tests.contracts.histories.independent import breaks


def main() -> int:
    """Print one line for each pair of versions, and what the two comparisons disagree on."""
    parser = argparse.ArgumentParser(prog="histories")
    parser.add_argument("repository", type=Path, help="a git directory")
    parser.add_argument("path", help="of the document in the repository")
    parser.add_argument("--last", type=int, default=100, help="how many versions (default: %(default)s)")
    parser.add_argument("--skip", type=int, default=0, help="how many of the newest versions to leave out")
    parser.add_argument("--reports", type=Path, help="a folder for the reports, to be read by a person")
    options = parser.parse_args()
    agreed = pairs = 0
    previous: dict[str, Any] | None = None
    for revision, document in versions(options.repository, options.path, options.last, options.skip):
        if previous is not None:
            pairs += 1
            agreed += compare(revision, previous, document, options.reports)
        previous = document
    print(f"{agreed} of {pairs} pairs agree on 'major or not'")
    return 0 if agreed == pairs else 1


def compare(revision: str, old: dict[str, Any], new: dict[str, Any], reports: Path | None = None) -> bool:
    """Compare one pair in both ways; print it, and return whether they agree."""
    started = time.process_time()
    try:
        report = build_report(old, new)
    except ReportError as error:
        print(f"{revision[:9]} not compared: {error}")
        return True
    seconds = time.process_time() - started
    if reports is not None:
        reports.mkdir(parents=True, exist_ok=True)
        (reports / f"{len(report.markdown):06}-{revision[:9]}.md").write_text(report.markdown, encoding="utf-8")
    found = breaks(old, new)
    agree = (report.bump == "major") == bool(found)
    verdict = f"{'agree' if agree else 'DISAGREE'}: {report.bump}, {len(found)} breaks seen"
    print(f"{revision[:9]} {verdict}; {len(report.markdown)} chars, {seconds:.2f} s")
    if not agree:
        for text in found[:3]:
            print(f"    independent: {text[:200]}")
        for entry in [one for one in report.entries if one.level.name == "MAJOR"][:3]:
            print(f"    report: {entry.kind} {entry.text[:150]} {entry.uses[:1]}")
    return agree


def versions(repository: Path, path: str, last: int, skip: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the documents of the last revisions, oldest first; those that are none are left out."""
    git = ["git", "-C", str(repository)]
    listed = subprocess.run([*git, "log", "--format=%H", "--", path], capture_output=True, text=True, check=True)
    for revision in reversed(listed.stdout.split()[skip : skip + last]):
        shown = subprocess.run([*git, "show", f"{revision}:{path}"], capture_output=True, text=True, check=False)
        try:
            yield revision, parse(shown.stdout, revision[:9])
        except DocumentError as error:
            print(f"{revision[:9]} left out: {error}")


if __name__ == "__main__":
    raise SystemExit(main())
