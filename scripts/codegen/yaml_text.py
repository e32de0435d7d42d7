"""Reads YAML 1.2, as OpenAPI asks for: `no`, `on` and `12:30` are texts, and a key may stand only once.

By PyYAML, whose parser in C is ten times as fast as the one of ruamel.yaml, with the scalars of YAML 1.2's core schema
in place of those of YAML 1.1.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml it is slower, that is all

_SCALARS = (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+0123456789.",
    ),
    ("tag:yaml.org,2002:merge", "<<", "<"),
)


class _Loader(_Base):  # type: ignore[misc]  # its base is chosen at run time
    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012  # PyYAML's own form


for _tag, _pattern, _first in _SCALARS:
    _Loader.add_implicit_resolver(_tag, re.compile(rf"(?:{_pattern})\Z"), list(_first))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    own = [key.value for key, _value in node.value if key.tag != "tag:yaml.org,2002:merge"]
    if len(set(own)) < len(own):
        twice = next(key for key, _value in node.value if own.count(key.value) > 1)
        raise yaml.MarkedYAMLError(problem=f"the key {twice.value!r} stands twice", problem_mark=twice.start_mark)
    loader.flatten_mapping(node)
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        result[key if isinstance(key, str | int | float | bool) or key is None else str(key)] = loader.construct_object(
            value_node, deep=True
        )
    return result


def _integer(_loader: Any, node: yaml.ScalarNode) -> int:
    text = str(node.value)
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:int", _integer)


def load_yaml(text: str) -> Any:
    """Return what a YAML text says.

    Raises:
        yaml.YAMLError: it is no YAML, or a key stands twice.
    """
    return yaml.load(text, _Loader)  # noqa: S506  # a safe loader
