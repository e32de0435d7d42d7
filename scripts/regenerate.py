"""The one way to the generated code: `python scripts/regenerate.py [--schema PATH|URL] [--output DIR] [--check]`.

load -> validate -> correct -> generate -> format -> verify -> swap into place. All or nothing: it builds aside, and a
failure leaves the old package as it was. Complete: anything of the document that the package would not offer is an
error that names it, unless it is a known loss. Deterministic: the same document gives the same bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

if __package__ in (None, ""):  # run by file name, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.codegen import (
    comparison,
    corrections,
    document,
    guesses,
    known,
    lock,
    naming,
    package,
    reader,
    second_reader,
    sending,
    settling,
    verify,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scripts.codegen.comparison import Difference
    from scripts.codegen.ir import Api, Loss

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "openapi" / "ledgerbee.json"
OUTPUT = ROOT / "ledgerbee_client" / "generated"
REFERENCE = ROOT / "docs" / "operations.md"
LOCK = ROOT / "openapi" / "names.lock.json"
CORRECTIONS = ROOT / "openapi" / "corrections.yaml"
SETTLING = ROOT / "openapi" / "settling.yaml"
CONFIG = ROOT / "generator-config.yaml"

_DIFF_LINES = 60
_LISTED = 20


class RegenerationError(Exception):
    """The package can't be generated; the message says why."""


@define
class Result:
    """A package that was generated aside."""

    api: Api
    total: int  # operations in the document
    naming: naming.Naming
    stale: list[str]
    reference: str
    notes: list[str] = field(factory=list)
    #: What openapi-python-client reads otherwise, accepted with a reason.
    known_differences: list[Difference] = field(factory=list)
    not_judged: list[str] = field(factory=list)

    @property
    def summary(self) -> str:
        """How many of the operations there are."""
        return f"{len(self.api.operations)} of {self.total} operations"


def build(schema: str | Path, output: Path, *, names: Path = LOCK, exceptions: Path = CORRECTIONS) -> Result:
    """Generates the package into `output`, which must not exist yet.

    Raises:
        RegenerationError: the document is unusable, something of it would be lost, or the result does not work.
    """
    try:
        sound, notes = document.prepare(document.load(schema))
        fixes = corrections.Corrections.load(exceptions)
        is_ours = exceptions.resolve() != CORRECTIONS or corrections.mean(sound, fixes)
        if not is_ours:
            fixes = corrections.Corrections()
            notes.append(f"{exceptions.name} is of another API, and was not used")
        corrected, stale = corrections.apply(sound, fixes)
        notes += [f"guessed: {one}" for one in guesses.listed(corrected)]
        api = reader.read(corrected)
        named = naming.assign(api, lock.Lock.load(names), reader.hints_of(corrected, api.operations))
        if exceptions.exists() and is_ours and not named.is_foreign:
            stale += settling.assign(api, settling.load(SETTLING))
        known_losses = corrections.find_losses(corrected, fixes.known_losses)
        _refuse_losses(api.losses, known_losses, exceptions)
        compared = comparison.compare(api, second_reader.read_again(corrected, CONFIG))
        accepted, others, idle = known.sort_out(
            compared.differences, fixes.known_differences, known.KnownDifference.covers
        )
        if others:
            _refuse_differences(others, exceptions)
        sending.apply(api)
        api.losses += package.write(api, corrected, CONFIG, output)
        reference = package.reference_page(api, CONFIG)
    except (
        document.DocumentError,
        corrections.CorrectionError,
        lock.LockError,
        naming.NamingError,
        package.GenerationError,
    ) as error:
        raise RegenerationError(str(error)) from error
    unused = _refuse_losses(api.losses, known_losses, exceptions)
    problems = verify.check(api, output)
    if problems:
        raise RegenerationError(f"the generated package does not work:\n{_listed(problems)}")
    stale += [f"known loss '{one}'" for one in unused] + [f"known difference {one}" for one in idle]
    lost = {loss.operation for loss in api.losses if loss.what == "operation"}
    return Result(
        api,
        len(api.operations) + len(lost),
        named,
        stale,
        reference,
        notes + api.notes,
        known_differences=accepted,
        not_judged=compared.not_judged,
    )


def _refuse_losses(losses: list[Loss], accepted: list[known.KnownLoss], exceptions: Path) -> list[known.KnownLoss]:
    """The known losses that are none any more.

    Raises:
        RegenerationError: something is lost that nobody has accepted.
    """
    _accepted, others, unused = known.sort_out(losses, accepted, known.KnownLoss.covers)
    if others:
        raise RegenerationError(
            f"the package would lose:\n{_listed(others, all_of_them=True)}\n"
            f"Correct the cause, or accept a loss by name under 'known_losses' in {exceptions.name}."
        )
    return unused


def _refuse_differences(differences: list[Difference], exceptions: Path) -> None:
    raise RegenerationError(
        f"openapi-python-client understands the document otherwise:\n{_listed(differences)}\n"
        "Find out which of the two is wrong: correct our reader, or accept a difference, with the reason, under "
        f"'known_differences' in {exceptions.name}."
    )


def _listed(items: Iterable[object], *, all_of_them: bool = False) -> str:
    lines = [f"  {one}" for one in items]
    shown = len(lines) if all_of_them else _LISTED
    more = len(lines) - shown
    return "\n".join(lines[:shown] + ([f"  ... and {more} more"] if more > 0 else []))


# ---------------------------------------------------------------------- into place


def swap(replacements: list[tuple[Path, Path]], aside: Path) -> None:
    """Puts each new file or folder in the place of the old one; when any of it fails, all is as it was.

    Args:
        replacements: (new, old) on one file system; old may be missing.
        aside: an empty folder on the same file system, for what is replaced.
    """
    undo = contextlib.ExitStack()
    try:
        for number, (new, old) in enumerate(replacements):
            kept = aside / str(number)
            old.parent.mkdir(parents=True, exist_ok=True)
            if old.exists():
                old.rename(kept)
                undo.callback(kept.rename, old)
            new.rename(old)
            undo.callback(old.rename, new)
    except BaseException:  # Ctrl-C, too
        undo.close()
        raise
    undo.pop_all()


def refuse_foreign(output: Path) -> None:
    """Raises RegenerationError when a folder that isn't a generated package would be replaced."""
    if not output.exists() or (output.is_dir() and not any(output.iterdir())):
        return
    init = output / "__init__.py"
    if not (init.is_file() and "scripts/regenerate.py" in init.read_text(encoding="utf-8", errors="replace")):
        raise RegenerationError(f"{output} is not a generated package; it would be replaced as a whole")


# ---------------------------------------------------------------------- drift


def differences(expected: Path, actual: Path) -> list[tuple[str, bytes | None, bytes | None]]:
    """The files that differ between two folders: name, content as it is, content as it should be."""
    names = {
        path.relative_to(folder).as_posix()
        for folder in (expected, actual)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    found = [(name, _content(actual / name), _content(expected / name)) for name in sorted(names)]
    return [one for one in found if one[1] != one[2]]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def describe(changes: list[tuple[str, bytes | None, bytes | None]]) -> Iterator[str]:
    """All names first, then the differences line by line."""
    for name, before, after in changes:
        yield f"  {name} " + ("is missing" if before is None else "should not exist" if after is None else "differs")
    for name, before, after in changes:
        old, new = ((one or b"").decode("utf-8", "replace").splitlines() for one in (before, after))
        yield from difflib.unified_diff(old, new, f"checked in/{name}", f"from the schema/{name}", lineterm="", n=1)


# ---------------------------------------------------------------------- the command


def _report(result: Result) -> None:
    """Prints what a person should look at, before anything is written."""
    for operation in result.naming.new:
        print(f"new: {operation.python} ({operation.key})")
    for gone in result.naming.gone:
        print(f"gone: {gone.name} ({gone.method} {gone.path})")
    for kind, items in (
        ("stale correction, matches nothing", result.stale),
        ("contradictory name", result.naming.contradictions),
        ("known loss", result.api.losses),
        ("known difference of the second reader", result.known_differences),
        ("not judged by the second reader", result.not_judged),
        ("note", result.notes),
    ):
        for item in items[:_LISTED]:
            print(f"{kind}: {item}")
        if len(items) > _LISTED:
            print(f"{kind}: ... and {len(items) - _LISTED} more")


def _summary(result: Result, started: float) -> str:
    counts = f"{len(result.api.models)} models, {len(result.api.enums)} enums"
    return f"{result.summary}, {counts}, {time.perf_counter() - started:.1f} s"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Regenerate the client package from the OpenAPI document.")
    add = parser.add_argument
    add("--schema", default=str(SCHEMA), metavar="PATH|URL", help="the document (default: openapi/ledgerbee.json)")
    add("--output", type=Path, default=OUTPUT, metavar="DIR", help="the package to replace")
    add("--check", action="store_true", help="change nothing; exit 1 with a diff when it is out of step")
    add("--names", type=Path, default=LOCK, metavar="FILE", help="the lock of names")
    add("--corrections", type=Path, default=CORRECTIONS, metavar="FILE", help="exceptions and known losses")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the command; 1 if the package could not be made, or is out of step."""
    options = _parser().parse_args(argv)
    try:
        return (_check if options.check else _replace)(options)
    except RegenerationError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted: nothing was changed", file=sys.stderr)
        return 130


def _build(options: argparse.Namespace, scratch: Path) -> tuple[Path, Result]:
    # Always under one name, which is no name of a module that is loaded already
    built = scratch / "generated"
    result = build(options.schema, built, names=options.names, exceptions=options.corrections)
    if result.naming.is_foreign:
        if options.output.resolve() == OUTPUT:
            raise RegenerationError(f"{options.names.name} is of another API; remove it to give all names anew")
        result.notes.append(f"{options.names.name} is of another API, and was not used")
    return built, result


def _replace(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    output: Path = options.output.resolve()
    refuse_foreign(output)
    parent = next(one for one in output.parents if one.exists())
    with tempfile.TemporaryDirectory(prefix=".regenerate-", dir=parent) as name:
        scratch = Path(name)
        built, result = _build(options, scratch)
        replacements = [(built, output)]
        if output == OUTPUT:
            for path, text in ((REFERENCE, result.reference), (options.names.resolve(), result.naming.lock.dump())):
                (scratch / path.name).write_text(text, encoding="utf-8", newline="\n")
                replacements.append((scratch / path.name, path))
        aside = scratch / "aside"
        aside.mkdir()
        _report(result)
        swap(replacements, aside)
    print(_summary(result, started))
    return 0


def _check(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    output: Path = options.output.resolve()
    with tempfile.TemporaryDirectory(prefix="regenerate-") as name:
        built, result = _build(options, Path(name))
        changes = differences(built, output)
        if output == OUTPUT:
            pages = (
                ("docs/operations.md", REFERENCE, result.reference),
                ("openapi/names.lock.json", options.names, result.naming.lock.dump()),
            )
            for title, path, text in pages:
                if _content(path) != text.encode():
                    changes.append((title, _content(path), text.encode()))
    _report(result)
    print(_summary(result, started))
    if not changes:
        print("no drift")
        return 0
    print("out of step with the schema; run `make regenerate`:", file=sys.stderr)
    lines = list(describe(changes))
    for line in lines[: _DIFF_LINES + len(changes)]:
        print(line[:200], file=sys.stderr)
    more = len(lines) - _DIFF_LINES - len(changes)
    if more > 0:
        print(f"... {more} more lines", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
