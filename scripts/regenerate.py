"""The one way to the generated code: `python scripts/regenerate.py [--schema PATH|URL] [--output DIR] [--check]`.

load -> validate -> correct -> generate -> format -> verify -> swap into place. All or nothing: it builds aside, and a
failure leaves the old package as it was. Complete: anything of the document that the package would not offer is an error
that names it, unless it is a known loss. Deterministic: the same document gives the same bytes.
"""

from __future__ import annotations

import argparse
import difflib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field
from codegen import corrections, document, naming, package, reader, verify
from codegen.ir import Api, Loss

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "openapi" / "ledgerbee.json"
OUTPUT = ROOT / "ledgerbee_client" / "generated"
REFERENCE = ROOT / "docs" / "operations.md"
LOCK = ROOT / "openapi" / "names.lock.json"
CORRECTIONS = ROOT / "openapi" / "corrections.yaml"
CONFIG = ROOT / "generator-config.yaml"

_DIFF_LINES = 60


class RegenerationError(Exception):
    """The package can't be generated; the message says why."""


@define
class Result:
    """A package that was generated aside."""

    api: Api
    total: int  # operations in the document
    naming: naming.Naming
    stale: list[str]
    accepted: list[Loss]
    reference: str
    notes: list[str] = field(factory=list)

    @property
    def summary(self) -> str:
        return f"{len(self.api.operations)} of {self.total} operations"


def build(schema: str | Path, output: Path, *, lock: Path = LOCK, exceptions: Path = CORRECTIONS) -> Result:
    """Generates the package into `output`, which must not exist yet.

    Raises:
        RegenerationError: the document is unusable, something of it would be lost, or the result does not work.
    """
    try:
        published = document.load(schema)
        notes = document.validate(published)
        fixes = corrections.Corrections.load(exceptions)
        corrected, stale = corrections.apply(published, fixes)
        api = reader.read(corrected)
        names = naming.assign(api, naming.Lock.load(lock), reader.hints_of(corrected, api.operations))
        api.losses += package.write(api, corrected, CONFIG, output)
    except (
        document.DocumentError,
        corrections.CorrectionError,
        naming.NamingError,
        package.GenerationError,
    ) as error:
        raise RegenerationError(str(error)) from error
    accepted = [loss for loss in api.losses if _is_known(loss, fixes.known_losses)]
    refused = [loss for loss in api.losses if loss not in accepted]
    if refused:
        raise RegenerationError(
            "the package would lose:\n"
            + "\n".join(f"  {loss}" for loss in refused)
            + f"\nMend the cause, or accept a loss by name under 'known_losses' in {exceptions.name}."
        )
    problems = verify.check(api, output)
    if problems:
        raise RegenerationError(
            "the generated package does not work:\n" + "\n".join(f"  {one}" for one in problems[:20])
        )
    total = len(api.operations) + len({loss.operation for loss in api.losses if loss.what == "operation"})
    return Result(api, total, names, stale, accepted, package.reference_page(api, CONFIG), notes + api.notes)


def _is_known(loss: Loss, known: list[str]) -> bool:
    """Known losses are written as 'METHOD path' (all of it) or 'METHOD path: what'."""
    return loss.operation in known or f"{loss.operation}: {loss.what}" in known


def swap(new: Path, old: Path) -> None:
    """Puts `new` in the place of `old`; if that fails half-way, `old` is back where it was."""
    old.parent.mkdir(parents=True, exist_ok=True)
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        if aside.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def differences(expected: Path, actual: Path) -> Iterator[str]:
    """Unified diffs of all files that differ between two folders, by path."""
    names = {
        _relative(path, folder)
        for folder in (expected, actual)
        for path in folder.rglob("*")
        if _counts(path)
    }
    for name in sorted(names):
        yield from _file_difference(actual / name, expected / name, name)


def _file_difference(actual: Path, expected: Path, name: str) -> Iterator[str]:
    before = actual.read_bytes() if actual.exists() else None
    after = expected.read_bytes() if expected.exists() else None
    if before == after:
        return
    state = "is missing" if before is None else "should not exist" if after is None else "differs"
    yield f"{name} {state}"
    lines = [(one or b"").decode("utf-8", "replace").splitlines() for one in (before, after)]
    yield from difflib.unified_diff(*lines, f"checked in/{name}", f"from the schema/{name}", lineterm="", n=1)


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def _report(result: Result, seconds: float) -> None:
    for operation in result.naming.new:
        print(f"new: {operation.python} ({operation.key})")
    for gone in result.naming.gone:
        print(f"gone: {gone.name} ({gone.method} {gone.path})")
    for correction in result.stale:
        print(f"stale correction, matches nothing: {correction}")
    for loss in result.accepted:
        print(f"known loss: {loss}")
    for note in result.notes:
        print(f"note: {note}")
    print(
        f"{result.summary}, {len(result.api.models)} models, {len(result.api.enums)} enums, {seconds:.1f} s"
    )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Regenerate the client package from the OpenAPI document.")
    parser.add_argument(
        "--schema",
        default=str(SCHEMA),
        metavar="PATH|URL",
        help="the document (default: openapi/ledgerbee.json)",
    )
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="DIR", help="the package to replace")
    parser.add_argument(
        "--check",
        action="store_true",
        help="change nothing; exit 1 with a diff when the package is out of step",
    )
    parser.add_argument("--names", type=Path, default=LOCK, metavar="FILE", help="the lock of names")
    parser.add_argument(
        "--corrections", type=Path, default=CORRECTIONS, metavar="FILE", help="exceptions and known losses"
    )
    options = parser.parse_args(argv)
    output: Path = options.output.resolve()
    ours = output == OUTPUT and options.schema == str(SCHEMA)
    started = time.perf_counter()
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".regenerate-", dir=output.parent) as scratch:
        built = Path(scratch) / output.name
        try:
            result = build(options.schema, built, lock=options.names, exceptions=options.corrections)
        except RegenerationError as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
        if options.check:
            return _check(result, built, output, ours, options.names, time.perf_counter() - started)
        swap(built, output)
    if output == OUTPUT:
        REFERENCE.write_text(result.reference, encoding="utf-8")
        options.names.write_text(result.naming.lock.dump(), encoding="utf-8")
    _report(result, time.perf_counter() - started)
    return 0


def _check(result: Result, built: Path, output: Path, ours: bool, lock: Path, seconds: float) -> int:
    lines = list(differences(built, output))
    if ours:
        with tempfile.TemporaryDirectory() as scratch:
            for name, path, text in (
                ("docs/operations.md", REFERENCE, result.reference),
                ("openapi/names.lock.json", lock, result.naming.lock.dump()),
            ):
                expected = Path(scratch) / path.name
                expected.write_text(text, encoding="utf-8")
                lines += _file_difference(path, expected, name)
    _report(result, seconds)
    if not lines:
        print("no drift")
        return 0
    print("out of step with the schema; run `make regenerate`:", file=sys.stderr)
    for line in lines[:_DIFF_LINES]:
        print(line[:200], file=sys.stderr)
    if len(lines) > _DIFF_LINES:
        print(f"... {len(lines) - _DIFF_LINES} more lines", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
