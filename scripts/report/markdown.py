"""Lays the entries out as a page that a person can act on, fit for the body of a pull request."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ledgerbee_client.contracts import Level, Part
from ledgerbee_client.contracts.text import cell, code, codes
from scripts.report.entries import leaf
from scripts.report.model import BUMPS, Entry, Section, Use, bump_of, next_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPEAKS_FOR_ITSELF = frozenset(
    {"schema-renamed", "class-added", "class-removed", "status-added", "status-removed", "status-changed"}
    | {"webhook-added", "webhook-removed", "webhook-method", "body-added", "body-added-required", "body-removed"}
    | {"body-required", "body-optional", "content-added", "content-removed", "content-type-added"}
    | {"content-type-changed", "content-type-removed", "content-type-narrowed", "content-type-widened"}
)

TITLE = "# Schema change report"
LIMIT = 60_000  # characters; the body of a pull request takes 65,536
_IN_LINE = 3  # places, and operations, that stand in line; the rest is counted
_NAMED = 8  # names of operations in the summary
_CLASSES = ("classes",)  # the group of those that are removed
_OPEN = 20  # entries of a section that aren't folded away

_NOUNS = {
    Part.PARAMETER: ("parameter", "parameters"),
    Part.BODY: ("request field", "request body"),
    Part.RESPONSE: ("response field", "response body"),
    Part.ERROR: ("error field", "error body"),
    Part.HEADER: ("response header", "response headers"),
    Part.WEBHOOK: ("webhook field", "webhook body"),
    Part.MODEL: ("field", "class"),
}


def render(entries: Sequence[Entry], current_version: str | None = None, limit: int = LIMIT) -> str:
    """Return the report as Markdown, of at most `limit` characters."""
    blocks = [TITLE, *_blocks(entries, current_version)]
    return shorten("\n\n".join(blocks) + "\n", limit)


def shorten(markdown: str, limit: int) -> str:
    """Return the report cut after a whole entry to at most `limit` characters, with a note of how much was cut."""
    if len(markdown) <= limit:
        return markdown
    room = markdown[: max(limit - 300, 0)]
    kept = room[: max(room.rfind("\n- "), room.rfind("\n| "), room.rfind("\n## "), 0)].rstrip()
    kept += "\n\n</details>" * (kept.count("<details>") - kept.count("</details>"))
    cut = len(re.findall(r"^(?:- |\| `)", markdown[len(kept) :], re.MULTILINE))
    return f"{kept}\n\n_The report is longer than fits here: {_count(cut, 'entry', 'entries')} cut. {_WHOLE}_\n"


_WHOLE = "Run `make schema-report` for the rest."


def _blocks(entries: Sequence[Entry], current_version: str | None) -> Iterator[str]:
    if not entries:
        yield "No changes."
        return
    yield from _summary(entries, current_version)
    breaking = [entry for entry in entries if entry.level is Level.MAJOR]
    removed = [entry for entry in breaking if entry.section is Section.REMOVED]
    python = [entry for entry in breaking if entry.section is Section.PYTHON]
    yield from _list(Section.REMOVED.value, removed)
    yield from _by_operation("Breaking changes", [one for one in breaking if one not in removed and one not in python])
    yield from _list("Breaks in the Python API", python)
    for section in Section:
        rest = [one for one in entries if one.section is section and one.level is not Level.MAJOR]
        if section is Section.ADDED:
            yield from _table(rest)
        elif section is Section.NOTES:
            texts = [one for one in rest if one.kind == "text"]
            yield from _list(section.value, [one for one in rest if one.kind != "text"] + _text_note(texts))
        else:
            yield from _list(section.value, rest)


# ---------------------------------------------------------------------- the summary


def _summary(entries: Sequence[Entry], current_version: str | None) -> Iterator[str]:
    bump = bump_of(entries)
    if bump == "none":
        yield "No changes apart from the form. Suggested bump: **none**."
        return
    levels = [entry.level for entry in entries if entry.kind != "text"]
    counts = [
        _count(levels.count(Level.MAJOR), "breaking change"),
        _count(levels.count(Level.MINOR), "compatible change"),
        _count(levels.count(Level.PATCH) + levels.count(Level.NONE), "note"),
        _count(len(_changed_texts(entries)), "changed text"),
    ]
    text = f"{', '.join(filter(None, counts))}. Suggested bump: **{bump}**"
    if current_version is None:
        yield f"{text}."
    else:
        rule = " (before 1.0 a breaking change moves the minor number)" if _demoted(bump, current_version) else ""
        yield f"{text}, {current_version} → **{next_version(current_version, bump)}**{rule}."
    lines = [f"- {title}: {names}." for title, names in headlines(entries)]
    if lines:
        yield "\n".join(lines)


def headlines(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Return which operations came, went, moved, and which break: title and names."""
    for section, title in (
        (Section.REMOVED, "Operations removed"),
        (Section.ADDED, "Operations added"),
        (Section.MOVED, "Operations moved"),
    ):
        found = sorted({name for one in entries if one.section is section for name in one.operations})
        if found:
            yield f"{title} ({len(found)})", _listed(found, _NAMED)
    breaking = [one for one in entries if one.level is Level.MAJOR and one.section is not Section.REMOVED]
    breaks = [one for one in breaking if one.section is not Section.PYTHON]
    where = sorted({name for one in breaks for name in one.operations})
    if len(where) > _NAMED:  # those first at which the changes themselves are to be seen
        where = list(dict.fromkeys([*(one.nearest[0] for one in breaks if one.nearest), *where]))
    if breaks:
        yield f"Breaks ({len(breaks)}) in {_count(len(where), 'place')}", _listed(where, _NAMED) or "the whole document"
    if len(breaking) > len(breaks):
        names = [code(one.text.split("`")[1]) if "`" in one.text else one.text for one in breaking if one not in breaks]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"Breaks in the Python API ({len(names)})", ", ".join(names[:_NAMED]) + more


def _demoted(bump: str, current_version: str) -> bool:
    return bump == BUMPS[Level.MAJOR] and current_version.startswith("0.")


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}" if number else ""


def _changed_texts(entries: Sequence[Entry]) -> set[Use]:
    return {use for entry in entries if entry.kind == "text" for use in entry.uses}


def _text_note(texts: Sequence[Entry]) -> list[Entry]:
    """All changed texts as one entry: what people read breaks nothing."""
    number = len(_changed_texts(texts))
    text = f"{_count(number, 'text')} changed (descriptions, examples)"
    return [Entry(Section.NOTES, Level.PATCH, "texts", text, "")] if number else []


# ---------------------------------------------------------------------- lists


def _list(title: str, entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield f"## {title}"
        lines = [_line(entry, same) + _at(entry) for entry, same in _together(entries)]
        yield "\n".join(lines[:_OPEN])
        if len(lines) > _OPEN:
            yield f"<details><summary>{len(lines) - _OPEN} more</summary>"
            yield "\n".join(lines[_OPEN:])
            yield "</details>"


def _by_operation(title: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Breaks together by the operations that they concern."""
    if not entries:
        return
    yield f"## {title}"
    groups: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[_CLASSES if entry.kind == "class-removed" else entry.operations].append(entry)
    for operations, group in sorted(groups.items(), key=lambda one: _position(one[1][0].nearest)):
        nearest = group[0].nearest
        title = "Classes" if operations is _CLASSES else _listed(nearest, _IN_LINE) or "The whole document"
        yield f"### {title}"
        yield "\n".join(_line(entry, same) for entry, same in _together(group))
        if len(operations) > _IN_LINE:
            names = ", ".join(map(code, sorted(nearest[_IN_LINE:])))
            yield f"<details><summary>{len(operations) - _IN_LINE} more</summary>\n\n{names}\n\n</details>"


def _position(names: Sequence[str]) -> tuple[bool, bool, str, str]:
    """Paths in their order, what is no operation after them, and the whole document at the end."""
    first = names[0] if names else ""
    method, _, path = first.partition(" ")
    return not names, not path, path, method


def _together(entries: Sequence[Entry]) -> list[tuple[Entry, list[str]]]:
    """Return the entries, those that say the same of other fields of the same objects as names beside the first."""
    found: dict[object, tuple[Entry, list[str]]] = {}
    for entry in entries:
        names = {leaf(use.place) for use in entry.uses}
        name = names.pop() if len(names) == 1 else ""
        places = frozenset(
            (use.part, use.operation, _holder(use.place, name), use.schema, use.level) for use in entry.uses
        )
        is_field = (
            bool(name)
            and entry.kind not in _SPEAKS_FOR_ITSELF
            and not any(use.part in (Part.PARAMETER, Part.HEADER) for use in entry.uses)
        )
        key = (entry.kind, entry.text, entry.action, entry.level, places) if is_field else id(entry)
        if key in found:
            found[key][1].append(name)
        else:
            found[key] = entry, []
    return list(found.values())


def _holder(place: str, name: str) -> str:
    return place.removesuffix(name) if name else place


def _line(entry: Entry, same: Sequence[str] = ()) -> str:
    subject = _subject(entry)
    text = f"{subject}: {entry.text}" if subject else entry.text
    if same:
        text = f"{text.removesuffix('.')}; the same for {codes(same)}"
    line = f"- {text[0].upper()}{text[1:].removesuffix('.')}."
    return f"{line} **{entry.action}**" if entry.action else line


def _at(entry: Entry) -> str:
    names = () if entry.section is Section.MOVED or entry.kind in ("class-added", "class-removed") else entry.nearest
    return f" — {_listed(names, _IN_LINE)}" if names else ""


def _subject(entry: Entry) -> str:
    """The fields that a user sees, at most three, and the schema behind them."""
    top = [use for use in entry.uses if use.level is entry.level and use.part in _NOUNS]
    if not top or entry.kind in _SPEAKS_FOR_ITSELF:
        return ""
    parts = list(dict.fromkeys(use.part for use in top))
    phrase = _phrase(parts[0], [use.place for use in top if use.part is parts[0]])
    schemas = sorted({use.schema for use in top if use.schema and "/" not in use.schema})
    behind = f" ({'schema' if len(schemas) == 1 else 'schemas'} {_listed(schemas, _IN_LINE)})" if schemas else ""
    others = list(dict.fromkeys(use.part for use in entry.uses if use.part in _NOUNS and use.part is not parts[0]))
    also = f", also in the {' and '.join(_NOUNS[part][1] for part in others)}" if others else ""
    return phrase + behind + also


def _phrase(part: Part, places: Sequence[str]) -> str:
    """The fields of one part; those of an item stand for the same fields in a list of items."""
    field, whole = _NOUNS[part]
    fields = list(dict.fromkeys(place.removeprefix("[]").removeprefix(".") for place in places))
    named = [one for one in fields if one]
    field += "s" if len(named) > 1 else ""
    if not named:
        return whole
    if part is not Part.PARAMETER:
        return f"{field} {_listed(named, _IN_LINE)}"
    kind = named[0].partition(" ")[0]
    same = all(one.startswith(f"{kind} ") for one in named)
    names = [one.removeprefix(f"{kind} ") for one in named] if same else named
    return f"{kind} {field} {_listed(names, _IN_LINE)}" if same else f"{field} {_listed(names, _IN_LINE)}"


def _listed(names: Sequence[str], limit: int) -> str:
    shown = ", ".join(map(code, names[:limit]))
    return f"{shown} and {len(names) - limit} more" if len(names) > limit else shown


def _table(entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield f"## {Section.ADDED.value}"
        rows = [f"| {cell(code(name))} | {cell(entry.text)} |" for entry in entries for name in entry.operations]
        yield "\n".join(["| operation | what it does |", "| --- | --- |", *rows])
