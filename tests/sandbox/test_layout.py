"""The package is layered: no module imports itself by a detour."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ledgerbee_client

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(ledgerbee_client.__file__).parent


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in ROOT.rglob("*.py")}


def for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def statements(node: ast.AST, *, types: bool) -> Iterator[ast.AST]:
    """Every statement below a node, in functions as well; `types`: also those for type checkers only."""
    for child in ast.iter_child_nodes(node):
        if types or not for_types_only(child):
            yield child
            yield from statements(child, types=types)


def imports_of(module: str, *, types: bool) -> set[str]:
    """The modules of the package that a module imports. What a package imports for its users is no layer: left out."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    found: set[str] = set()
    for node in statements(ast.parse(path.read_text(encoding="utf-8")), types=types):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base += node.module.split(".") if node.module else []
            for alias in node.names:
                submodule = ".".join([*base, alias.name])
                found.add(submodule if submodule in MODULES else ".".join(base))
    return (found & MODULES.keys()) - {module}


def cycle(modules: list[str], *, types: bool) -> list[str]:
    """A circle of imports among some modules, if there is one."""
    graph = {one: imports_of(one, types=types) & {*modules} for one in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_no_module_of_the_package_imports_itself_by_a_detour() -> None:
    """Imports in functions count. Generated modules are one layer: they name each other."""
    assert cycle([one for one in MODULES if ".generated" not in one], types=False) == []


def test_nor_does_one_of_the_sandbox_not_even_for_types() -> None:
    assert cycle([one for one in MODULES if one.startswith("ledgerbee_client.testing.")], types=True) == []


def test_nothing_outside_but_the_command_imports_the_sandbox() -> None:
    outside = {one for one in MODULES if not one.startswith("ledgerbee_client.testing")}
    outside -= {"ledgerbee_client._cli.sandbox"}
    assert "ledgerbee_client._client" in outside
    for module in outside:
        assert not [one for one in imports_of(module, types=True) if one.startswith("ledgerbee_client.testing")], module


def test_a_circle_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("def f():\n    from . import b\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("from .c import x\n", encoding="utf-8")
    (tmp_path / "c.py").write_text("if TYPE_CHECKING:\n    from .a import f\n", encoding="utf-8")
    for name in "abc":
        monkeypatch.setitem(MODULES, f"p.{name}", tmp_path / f"{name}.py")
    assert set(cycle(["p.a", "p.b", "p.c"], types=True)) == {"p.a", "p.b", "p.c"}
    assert cycle(["p.a", "p.b", "p.c"], types=False) == []


def test_no_function_of_the_sandbox_is_longer_than_forty_lines() -> None:
    long = [
        f"{module}: {node.name}"
        for module, path in MODULES.items()
        if module.startswith("ledgerbee_client.testing")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.body[0].lineno + 1 > 40
    ]
    assert long == []
