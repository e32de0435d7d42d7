"""Nothing in the package looks inside of other people's packages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ledgerbee_client"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "generated" not in path.parts)


#: Whose private attributes may be used: an object's own, and those of a copy that it makes of itself.
OWNERS = {"self", "cls", "copy"}
#: What is documented in spite of its underscore.
DOCUMENTED = {"_replace", "_asdict", "_getframe"}


def is_private(name: object) -> bool:
    return isinstance(name, str) and name.startswith("_") and not name.startswith("__") and name not in DOCUMENTED


def private_use(node: ast.AST) -> str | None:
    """What of others a node looks into."""
    match node:
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if is_private(name) and owner not in OWNERS:
            return f"{owner}.{name}"
        case ast.Attribute(value=ast.Name() | ast.Call(func=ast.Name(id="super"))):
            return None
        case ast.Attribute(attr=name) if is_private(name):
            return ast.unparse(node)
        case ast.Call(func=ast.Name(id="getattr" | "hasattr"), args=[of, ast.Constant(value=name), *_]):
            own = isinstance(of, ast.Name) and of.id in OWNERS | {"resource"}
            return str(name) if is_private(name) and not own else None
        case ast.ImportFrom(level=0, module=str(module)) if not module.startswith("ledgerbee_client"):
            return next((module for part in module.split(".") if is_private(part)), None)
        case ast.Import(names=names):
            return next((one.name for one in names if any(map(is_private, one.name.split(".")))), None)
    return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_private_attribute_of_others_is_used(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"line {node.lineno}: {use}" for node in ast.walk(tree) if (use := private_use(node))] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "code",
    [
        "http._transport",
        "self._http._transport._pool",
        "response.extensions['x']._h11_state",
        "getattr(pool, '_connections', None)",
        "from httpcore._async import connection_pool",
        "import anyio._core",
        "f()._pool",
    ],
)
def test_it_would_be_found(code: str) -> None:
    assert any(private_use(node) for node in ast.walk(ast.parse(code)))
