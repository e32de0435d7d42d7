"""Whether two JSON values are the same: numbers by value, date-times as instants, everything else to the letter."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def assert_same(actual: Any, expected: Any, place: str = "$") -> None:
    """Fails with the place in the value where the two differ."""
    if isinstance(expected, dict):
        assert isinstance(actual, dict), f"{place}: {actual!r} is no object"
        assert actual.keys() == expected.keys(), f"{place}: {sorted(actual)} instead of {sorted(expected)}"
        for name, value in expected.items():
            assert_same(actual[name], value, f"{place}.{name}")
    elif isinstance(expected, list):
        assert isinstance(actual, list), f"{place}: {actual!r} is no array"
        assert len(actual) == len(expected), f"{place}: {len(actual)} items instead of {len(expected)}"
        for index, value in enumerate(expected):
            assert_same(actual[index], value, f"{place}[{index}]")
    elif _is_moment(expected) and _is_moment(actual):
        assert datetime.fromisoformat(actual) == datetime.fromisoformat(expected), (
            f"{place}: {actual} is another instant"
        )
    else:
        same = _kind(actual) == _kind(expected) and actual == expected
        assert same, f"{place}: {json.dumps(actual)} instead of {json.dumps(expected)}"


def _kind(value: Any) -> type:
    """1 and 1.0 are one number; 1, true and "1" are three values."""
    return float if isinstance(value, int) and not isinstance(value, bool) else type(value)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None
