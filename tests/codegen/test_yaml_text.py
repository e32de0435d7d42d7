"""YAML is read as version 1.2 has it."""

from __future__ import annotations

import math
from typing import Any

import pytest
import yaml

from scripts.codegen.yaml_text import load_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("12:30", "12:30"),
        ("2020-01-01", "2020-01-01"),
        ("1_0", "1_0"),
        ("010", 10),
        ("0o10", 8),
        ("0x1f", 31),
        ("-3", -3),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("~", None),
        ("", None),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        (".", "."),
        ("-", [None]),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!timestamp 2020-01-01", "2020-01-01"),
        ("! 12", "12"),
        ("|\n  a\n  b\n", "a\nb\n"),
        ("{200: a, yes: b, null: c, 2.5: d, true: e}", {"200": "a", "yes": "b", "null": "c", "2.5": "d", "true": "e"}),
        ("{? [a] : b}", {'["a"]': "b"}),
        ("{'<<': a}", {"<<": "a"}),
        ("[&x {a: 1}, &y {a: 2, b: 3}, {c: 4, <<: [*x, *y]}]",
         [{"a": 1}, {"a": 2, "b": 3}, {"a": 1, "b": 3, "c": 4}]),
        ("{a: &x {p: 1}, b: {<<: *x, q: 2}, c: {<<: *x, p: 3}}", {"a": {"p": 1}, "b": {"p": 1, "q": 2}, "c": {"p": 3}}),
        ("[&x 1, &x 2, *x]", [1, 2, 2]),
        ("[&x [1], *x]", [[1], [1]]),
    ],
)  # fmt: skip
def test_scalars_and_references(text: str, value: Any) -> None:
    assert load_yaml(text) == value


def test_nesting_has_no_limit() -> None:
    value = load_yaml("[" * 5000 + "]" * 5000)
    for _ in range(4999):
        value = value[0]
    assert value == []


def test_not_a_number_is_a_number() -> None:
    assert math.isnan(load_yaml(".nan"))


@pytest.mark.parametrize(
    "text",
    [
        "{a: 1, a: 2}",
        "{1: a, '1': b}",
        "a: [",
        "*nothing",
        "&a [*a]",
        "a\n---\nb\n",
        "{<<: 1}",
        "{<<: [{a: 1}, b]}",
        "\x01",
    ],
)
def test_what_is_ambiguous_or_no_yaml_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        load_yaml(text)


def test_what_an_alias_stands_for_is_a_value_of_its_own() -> None:
    read = load_yaml("{a: &x {type: {b: 1}}, c: *x, d: {<<: *x}}")
    read["a"]["type"]["b"] = 2
    assert read == {"a": {"type": {"b": 2}}, "c": {"type": {"b": 1}}, "d": {"type": {"b": 1}}}
