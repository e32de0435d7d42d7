"""Compares the ways in which an operation may be authenticated.

A way is all that must be given together: the label of each credential, and the OAuth scopes that it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .levels import Change, Level, Part
from .rules import RULES
from .text import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .shapes import Json

Way = dict[str, list[str]]


def compare_security(old: Json, new: Json, name: str) -> Iterator[Change]:
    """Return the changes of an operation: ways that are refused now, or need more, and ways that are new."""
    before: list[Way] = old.get("security", [])
    after: list[Way] = new.get("security", [])
    open_before, open_after = _is_open(before), _is_open(after)
    ways = " or ".join(_label(way) for way in after)
    if open_before and not open_after:
        text = f"a credential is needed now: {ways}"
        yield _change("credential-needed", text, f"Call it with a client that has one: {ways}.", name)
        return
    if open_after:
        if not open_before:
            yield _change("credential-added", "needs no credential any more", "", name)
        return
    for way in before:
        if any(_is_enough(way, other) for other in after):
            continue
        nearest = next((other for other in after if other.keys() == way.keys()), None)
        if nearest is not None:
            more = sorted({one for label, scopes in nearest.items() for one in scopes if one not in way[label]})
            needed = ", ".join(map(code, more))
            action = f"Grant {needed} to the credentials that call it."
            yield _change("scope-added", f"{_label(way, bare=True)} now needs the scope {needed}", action, name)
        else:
            yield _change("credential-refused", f"no longer accepts {_label(way)}", f"Authenticate with {ways}.", name)
    for way in after:
        if not any(other.keys() == way.keys() for other in before):
            yield _change("credential-added", f"now also accepts {_label(way)}", "", name)


def needed_scopes(operation: Json) -> set[str]:
    """Return the OAuth scopes that any way to authenticate an operation needs."""
    return {scope for way in operation.get("security", []) for scopes in way.values() for scope in scopes}


def _is_open(ways: list[Way]) -> bool:
    return not ways or {} in ways


def _is_enough(given: Way, needed: Way) -> bool:
    """Whether who authenticates in one way has what another way asks for."""
    return all(label in given and set(scopes) <= set(given[label]) for label, scopes in needed.items())


def _label(way: Way, *, bare: bool = False) -> str:
    parts = [label if bare else " ".join([label, *scopes]) for label, scopes in sorted(way.items())]
    return code(" + ".join(parts) or "no credential")


def _change(kind: str, text: str, action: str, name: str) -> Change:
    level = RULES[kind].request
    return Change(kind, level, Part.SECURITY, text, action if level is Level.MAJOR else "", "", name)
