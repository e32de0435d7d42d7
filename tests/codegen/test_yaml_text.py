"""YAML is read as version 1.2 has it."""

from __future__ import annotations

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
        ("{200: a, yes: b}", {200: "a", "yes": "b"}),
        ("{a: &x {p: 1}, b: {<<: *x, q: 2}, c: {<<: *x, p: 3}}", {"a": {"p": 1}, "b": {"p": 1, "q": 2}, "c": {"p": 3}}),
        ("[&x 1, &x 2, *x]", [1, 2, 2]),
    ],
)
def test_scalars_and_references(text: str, value: Any) -> None:
    assert load_yaml(text) == value


@pytest.mark.parametrize("text", ["{a: 1, a: 2}", "a: [", "*nothing"])
def test_what_is_ambiguous_or_no_yaml_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        load_yaml(text)
