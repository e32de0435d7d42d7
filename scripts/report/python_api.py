"""Breaks between two versions of a Python package, found by griffe in the source, without importing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import griffe
from griffe import BreakageKind as Kind

from scripts.report.model import Change, Level, ReportError, Section
from scripts.report.text import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PARAMETER_KINDS = frozenset(kind for kind in Kind if kind.name.startswith("PARAMETER_"))


def python_changes(old_package: Path, new_package: Path) -> Iterator[Change]:
    """The breaks for users of a package: each object once, by its shortest name below the package."""
    found = griffe.find_breaking_changes(_load(old_package), _load(new_package))
    breakages = [breakage for breakage in found if not _is_table(breakage)]
    for breakage in _each_once(breakages):
        name = _relative(breakage.obj.path)
        # A default or a constant is to be looked at: no call fails because of it.
        value_only = breakage.kind in {Kind.PARAMETER_CHANGED_DEFAULT, Kind.ATTRIBUTE_CHANGED_VALUE}
        level = Level.MINOR if value_only and breakage.new_value != "unset" else Level.MAJOR
        text = f"{code(_subject(name, breakage))}: {_explain(breakage)}"
        yield Change(Section.PYTHON, level, f"python-{breakage.kind.name.lower().replace('_', '-')}", text)


def _is_table(breakage: griffe.Breakage) -> bool:
    """Whether it is about the content of a table (all operations, the names of fields), which other sections tell."""
    return breakage.kind is Kind.ATTRIBUTE_CHANGED_VALUE and str(breakage.old_value).startswith(("{", "[", "("))


def _load(package: Path) -> griffe.Object | griffe.Alias:
    if not package.is_dir():
        raise ReportError(f"no package directory: {package}")
    try:
        return griffe.load(
            package.name,
            search_paths=[package.resolve().parent],
            allow_inspection=False,
            resolve_aliases=True,
        )
    except (ImportError, griffe.GriffeError) as error:
        raise ReportError(f"not a Python package that can be read: {package} ({error})") from error


def _each_once(breakages: Iterable[griffe.Breakage]) -> list[griffe.Breakage]:
    """An object with several names breaks once, and a module only if nothing in it is listed."""
    shortest: dict[tuple[str, ...], griffe.Breakage] = {}
    for breakage in sorted(breakages, key=lambda b: (b.obj.path.count("."), b.obj.path)):
        parameter = breakage.old_value or breakage.new_value
        detail = parameter.name if breakage.kind in _PARAMETER_KINDS else ""
        shortest.setdefault((breakage.kind.name, _canonical(breakage), detail), breakage)
    removed = {canonical for kind, canonical, _ in shortest if kind == Kind.OBJECT_REMOVED.name}
    return [
        breakage
        for (_, canonical, _), breakage in shortest.items()
        if not any(other.startswith(f"{canonical}.") for other in removed)
    ]


def _canonical(breakage: griffe.Breakage) -> str:
    obj: Any = breakage.obj
    return str(obj.target_path if obj.is_alias else obj.path)


def _relative(path: str) -> str:
    return path.partition(".")[2] or path


def _subject(name: str, breakage: griffe.Breakage) -> str:
    if breakage.kind not in _PARAMETER_KINDS:
        return name
    return f"{name}({(breakage.old_value or breakage.new_value).name})"


def _explain(breakage: griffe.Breakage) -> str:
    old, new = breakage.old_value, breakage.new_value
    match breakage.kind:
        case Kind.OBJECT_REMOVED:
            return "removed"
        case Kind.OBJECT_CHANGED_KIND:
            return f"was a {old.value}, is now a {new.value}"
        case Kind.PARAMETER_ADDED_REQUIRED:
            return "new parameter, required"
        case Kind.PARAMETER_CHANGED_KIND:
            return f"parameter was {old.kind.value}, is now {new.kind.value}"
        case Kind.PARAMETER_CHANGED_DEFAULT:
            return f"default {code(str(old.default))} → {code(str(new.default))}"
        case Kind.ATTRIBUTE_CHANGED_VALUE:
            return f"value {code(str(old))} → {code(str(new))}" if new != "unset" else "has no default any more"
        case Kind.CLASS_REMOVED_BASE:
            return f"bases {code(', '.join(map(str, old)))} → {code(', '.join(map(str, new)) or 'none')}"
        case kind:
            sentence = kind.value.removeprefix("Positional parameter").removeprefix("Parameter").strip()
            return f"parameter {sentence}" if kind in _PARAMETER_KINDS else sentence
