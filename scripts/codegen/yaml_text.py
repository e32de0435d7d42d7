"""Reads YAML 1.2 as the JSON that it stands for: `no`, `on` and `12:30` are texts, and a key may stand only once.

PyYAML's parser in C reads the text; the values are made of its events right here, as PyYAML would build a tree of nodes
first, which takes five times the time and the memory. OpenAPI allows the tags of JSON only: any other is passed over.
"""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml it is slower, that is all

_WORDS: dict[str, Any] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"([-+]?)\.(?:(inf|Inf|INF)|nan|NaN|NAN)")
_NUMBER_STARTS = frozenset("-+.0123456789")
_TAG = "tag:yaml.org,2002:"
_MERGE = "<<"

#: What stands open: a mapping or a sequence, what is in it so far, its anchor, and the key that waits for its value.
_NO_KEY = object()


def load_yaml(text: str) -> Any:
    """Return what a YAML text says, keys as the strings that JSON has.

    Raises:
        yaml.YAMLError: it is no YAML, or a key stands twice.
    """
    loader = _Loader(text)
    try:
        return _Builder().build(iter(loader.get_event, None))
    finally:
        loader.dispose()


class _Open:
    """A mapping or a sequence that isn't closed yet."""

    __slots__ = ("anchor", "key", "merged", "value")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None) -> None:
        self.value = value
        self.anchor = anchor
        self.key: Any = _NO_KEY
        self.merged: list[dict[str, Any]] = []


class _Builder:
    """Makes the value of one document of the events of a parser."""

    def __init__(self) -> None:
        self._anchors: dict[str, Any] = {}
        self._known: dict[str, Any] = {}  # plain scalars -> what they stand for
        self._keys: dict[str, str] = {}
        self._stack: list[_Open] = []
        self._root: Any = None
        self._documents = 0

    def build(self, events: Iterable[Any]) -> Any:
        """Return the value of the only document; None where there is none."""
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._add(self._scalar(event), event, event.anchor)
            elif kind is yaml.MappingStartEvent:
                self._stack.append(_Open({}, event.anchor))
            elif kind is yaml.SequenceStartEvent:
                self._stack.append(_Open([], event.anchor))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = self._stack.pop()
                self._add(_closed(done), event, done.anchor)
            elif kind is yaml.AliasEvent:
                if event.anchor not in self._anchors:
                    raise _error(f"the alias {event.anchor!r} stands for nothing, or is within itself", event)
                # A copy: JSON has no values that stand in two places, where a correction of one would change the other
                self._add(copy.deepcopy(self._anchors[event.anchor]), event, None)
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    raise _error("expected a single document, and there is another", event)
        return self._root

    def _add(self, value: Any, event: Any, anchor: str | None) -> None:
        """Put a value where it belongs: it is the root, an item, a key or the value of a key."""
        if anchor is not None:
            self._anchors[anchor] = value
        if not self._stack:
            self._root = value
            return
        parent = self._stack[-1]
        into = parent.value
        if isinstance(into, list):
            into.append(value)
        elif parent.key is _NO_KEY:
            is_merge = value == _MERGE and _is_plain(event)
            parent.key = None if is_merge else self._key(value)
            if parent.key in into:
                raise _error(f"the key {value!r} stands twice", event)
        else:
            if parent.key is None:
                parent.merged += _to_merge(value, event)
            else:
                into[parent.key] = value
            parent.key = _NO_KEY

    def _scalar(self, event: Any) -> Any:
        text = event.value
        known, tag = self._known, event.tag
        if tag is None or not tag.startswith(_TAG):
            if tag is None and event.implicit[0]:
                if text not in known:
                    known[text] = _plain(text)
                return known[text]
        elif tag[len(_TAG) :] in ("int", "float", "bool", "null"):
            return _plain(text)
        return text

    def _key(self, value: Any) -> str:
        """Return a key as JSON has it; equal keys are one object."""
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        return self._keys.setdefault(text, text)


def _is_plain(event: Any) -> bool:
    return type(event) is yaml.ScalarEvent and event.tag is None and event.implicit[0]


def _plain(text: str) -> Any:
    """Return what a text without quotes stands for, by the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    special = _SPECIAL.fullmatch(text)
    if special is None:
        return text
    return float(f"{special[1]}inf" if special[2] else "nan")


def _to_merge(value: Any, event: Any) -> list[dict[str, Any]]:
    found = value if isinstance(value, list) else [value]
    if not all(isinstance(one, dict) for one in found):
        raise _error("what is merged by << must be a mapping, or a list of mappings", event)
    return found


def _closed(done: _Open) -> dict[str, Any] | list[Any]:
    """Return the finished value: what is merged stands before what is its own, and gives way to it."""
    if not done.merged or isinstance(done.value, list):
        return done.value
    result: dict[str, Any] = {}
    for one in reversed(done.merged):
        result |= one
    return result | done.value


def _error(problem: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
