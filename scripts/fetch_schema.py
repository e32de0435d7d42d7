"""Downloads the published OpenAPI document and puts it in place of the checked-in one.

Whatever is not a valid OpenAPI document is refused with one clear line; what changes is reported; the file is replaced
in one step. On any failure the old file stays as it is. Regenerating the client is up to `regenerate.py`.

    python scripts/fetch_schema.py [--url URL] [--output PATH] [--timeout SECONDS] [--report PATH]
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

if __package__ in (None, ""):  # run by file name, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.fetching.checks import check, parse
from scripts.fetching.download import MAX_BYTES, download
from scripts.fetching.errors import FetchError, one_line

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_URL = "https://docs.ledgerbee.com/api/1.0/schema.json"
DEFAULT_OUTPUT = ROOT / "openapi" / "ledgerbee.json"
DEFAULT_TIMEOUT = 60.0


def render(document: dict[str, Any]) -> bytes:
    """The published content, its order of keys kept, one item per line so that differences can be read."""
    try:
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError as error:
        raise FetchError("the document holds half of a surrogate pair, which is not text") from error


def replace(path: Path, content: bytes) -> None:
    """Writes `content` to `path` in one step: at any moment the file is the old one or the new one, whole."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        os.replace(temporary, path)  # noqa: PTH105  (os.replace is the documented atomic step)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _current(path: Path) -> dict[str, Any] | None:
    """The document that is in place; None when there is none that can be compared with."""
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def change_report(old: dict[str, Any], new: dict[str, Any]) -> str:
    """What changes between two documents, as Markdown; in the Python API too, as far as packages can be made."""
    from scripts import schema_report
    from scripts.report.model import ReportError

    try:
        return schema_report.build_report_with_packages(old, new).markdown
    except ReportError as error:
        reason = f"The Python API could not be compared: {error}"
    try:
        return f"{schema_report.build_report(old, new).markdown}\n{reason}\n"
    except ReportError as error:
        raise FetchError(f"can't compare with the document in place: {error}") from error


def fetch(url: str, output: Path, timeout: float, report: Path | None = None) -> str:
    """Does the whole of it and returns the sentence that says what was done. Raises FetchError."""
    body, content_type = download(url, timeout, MAX_BYTES)
    document = parse(body, content_type)
    try:
        check(document)
        content = render(document)
    except RecursionError as error:
        raise FetchError("the JSON is nested too deeply") from error
    old = _current(output)
    try:
        if old is not None and output.read_bytes() == content:
            return f"{output}: already the published document"
        text = change_report(old, document) if old is not None else "There was no earlier document to compare with.\n"
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        if report is not None:
            report.write_text(text, encoding="utf-8")
        replace(output, content)
    except OSError as error:
        raise FetchError(f"can't write: {error}") from error
    return f"{output}: replaced"


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("must be a positive number of seconds")
    return value


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Fetch the published OpenAPI document.")
    parser.add_argument(
        "--url",
        default=os.environ.get("LEDGERBEE_SCHEMA_URL") or DEFAULT_URL,
        help=f"where it is published (default: LEDGERBEE_SCHEMA_URL, else {DEFAULT_URL})",
    )
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, help="file to replace")
    parser.add_argument("--timeout", type=_seconds, default=DEFAULT_TIMEOUT, help="seconds for the whole download")
    parser.add_argument("--report", type=Path, help="also write the change report (Markdown) to this file")
    options = parser.parse_args(arguments)
    try:
        done = fetch(options.url, options.output, options.timeout, options.report)
    except FetchError as error:
        sys.stderr.write(f"fetch_schema: {one_line(str(error), limit=800)}\n")
        return 1
    sys.stdout.write(done + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
