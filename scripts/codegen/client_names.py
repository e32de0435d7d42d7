"""The names that the client class has itself: a resource called so would hide a method, or be hidden by it."""

from __future__ import annotations

import ast
import functools
import keyword
from collections.abc import Iterator
from pathlib import Path

_CLIENT = Path(__file__).parents[2] / "ledgerbee_client" / "_client.py"


@functools.cache
def taken_by_client() -> frozenset[str]:
    """The public names of `LedgerBee`, read from its source: it can't be imported while the package is being made."""
    tree = ast.parse(_CLIENT.read_text(encoding="utf-8"))
    (client,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "LedgerBee"]
    names = {*_declared(client), *_set_on_self(client)}
    return frozenset({name for name in names if not name.startswith("_")} | set(keyword.kwlist))


def _declared(client: ast.ClassDef) -> Iterator[str]:
    for node in client.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def _set_on_self(client: ast.ClassDef) -> Iterator[str]:
    for node in ast.walk(client):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
