"""Lays the changes out as a page that a person can act on, fit for the body of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.report.model import BUMPS, Change, Level, Section, bump_of, next_version
from scripts.report.text import cell, code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TITLE = "# Schema change report"
_SHOWN = 5  # more operations than this are folded away


def render(changes: Sequence[Change], current_version: str | None = None) -> str:
    """The report as Markdown; ``changes`` in the order of ``model.merge``."""
    blocks = [TITLE, *_blocks(changes, current_version)]
    return "\n\n".join(blocks) + "\n"


def shorten(markdown: str, limit: int) -> str:
    """The report cut after a whole entry to at most ``limit`` characters, with a note that it was."""
    if len(markdown) <= limit:
        return markdown
    notice = "\n\n_The report is longer than fits here; run `make schema-report` for the rest._\n"
    room = markdown[: max(limit - len(notice), 0)]
    return room[: max(room.rfind("\n- "), room.rfind("\n## "), 0)].rstrip() + notice


def _blocks(changes: Sequence[Change], current_version: str | None) -> Iterator[str]:
    if not changes:
        yield "No changes."
        return
    yield _summary(changes, current_version)
    breaking = [change for change in changes if change.level is Level.MAJOR]
    python = [change for change in breaking if change.section is Section.PYTHON]
    yield from _list("Breaking changes", [change for change in breaking if change not in python])
    yield from _list("Breaks in the Python API", python)
    for section in Section:
        rest = [c for c in changes if c.section is section and c.level is not Level.MAJOR and c.kind != "text"]
        if section is Section.ADDED:
            yield from _table(rest)
        elif section is Section.NOTES:
            yield from _list(section.value, rest + _text_note(changes))
        else:
            yield from _list(section.value, rest)


def _summary(changes: Sequence[Change], current_version: str | None) -> str:
    bump = bump_of(changes)
    if bump == "none":
        return "No changes apart from the form."
    levels = [change.level for change in changes if change.kind != "text"]
    counts = [
        _count(levels.count(Level.MAJOR), "breaking change"),
        _count(levels.count(Level.MINOR), "compatible change"),
        _count(levels.count(Level.PATCH) + levels.count(Level.NONE), "note"),
        _count(len(changes) - len(levels), "changed text"),
    ]
    text = f"{', '.join(filter(None, counts))}. Suggested bump: **{bump}**"
    if current_version is None:
        return f"{text}."
    rule = " (before 1.0 a breaking change moves the minor number)" if _demoted(bump, current_version) else ""
    return f"{text}, {current_version} → **{next_version(current_version, bump)}**{rule}."


def _demoted(bump: str, current_version: str) -> bool:
    return bump == BUMPS[Level.MAJOR] and current_version.startswith("0.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""


def _text_note(changes: Sequence[Change]) -> list[Change]:
    """All changed texts as one entry: what people read breaks nothing."""
    number = sum(change.kind == "text" for change in changes)
    text = f"{_count(number, 'text')} changed (descriptions, examples)"
    return [Change(Section.NOTES, Level.PATCH, "texts", text)] if number else []


def _list(title: str, changes: Sequence[Change]) -> Iterator[str]:
    if changes:
        yield f"## {title}"
        yield "\n".join(map(_entry, changes))


def _entry(change: Change) -> str:
    text = f"- {change.text[0].upper()}{change.text[1:].removesuffix('.')}."
    if change.action:
        text += f" **{change.action}**"
    if not change.operations or change.section is Section.MOVED:
        return text
    labels = ", ".join(map(code, change.operations))
    if len(change.operations) <= _SHOWN:
        return f"{text} — {labels}"
    summary = f"<details><summary>{len(change.operations)} operations</summary>"
    return f"{text}\n  {summary}\n\n  {labels}\n\n  </details>"


def _table(changes: Sequence[Change]) -> Iterator[str]:
    if changes:
        yield f"## {Section.ADDED.value}"
        rows = [
            f"| {cell(code(operation))} | {cell(change.text)} |"
            for change in changes
            for operation in change.operations
        ]
        yield "\n".join(["| operation | what it does |", "| --- | --- |", *rows])
