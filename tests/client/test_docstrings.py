"""Public functions say what they take."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

MODULES = (
    "ledgerbee_client",
    *(f"ledgerbee_client.{name}" for name in ("errors", "once", "webhooks", "testing", "contracts")),
)


def public_functions(module: str) -> Iterator[tuple[str, Any]]:
    """The functions of a module, and the methods of its classes, those that they inherit from us included."""
    found = importlib.import_module(module)
    for name in found.__all__:
        value = getattr(found, name)
        if inspect.isfunction(value):
            yield name, value
        for kind in inspect.getmro(value) if inspect.isclass(value) else ():
            if kind.__module__.startswith("ledgerbee_client"):
                for attribute, member in vars(kind).items():
                    function = getattr(member, "__func__", member)
                    if inspect.isfunction(function) and not attribute.startswith("_"):
                        yield f"{kind.__name__}.{attribute}", function


def taken(function: Any) -> tuple[str, ...]:
    """Names of what a function takes. What only hands on its arguments takes nothing of its own."""
    parameters = [one for one in inspect.signature(function).parameters.values() if one.name not in ("self", "cls")]
    if all(one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in parameters):
        return ()
    return tuple(one.name for one in parameters)


FUNCTIONS = dict(pair for module in MODULES for pair in public_functions(module))
#: What a protocol or a base class documents holds for those that have the same method.
DOCUMENTED = {
    (name.rpartition(".")[2], taken(function))
    for name, function in FUNCTIONS.items()
    if "Args:" in (function.__doc__ or "")
}


@pytest.mark.parametrize("name", [name for name, function in FUNCTIONS.items() if taken(function)])
def test_a_public_function_describes_its_arguments(name: str) -> None:
    assert (name.rpartition(".")[2], taken(FUNCTIONS[name])) in DOCUMENTED


@pytest.mark.parametrize("name", [name for name, function in FUNCTIONS.items() if "Args:" in (function.__doc__ or "")])
def test_a_docstring_describes_the_arguments_that_there_are(name: str) -> None:
    function = FUNCTIONS[name]
    parameters = {*inspect.signature(function).parameters} - {"self", "cls"}
    section = inspect.cleandoc(function.__doc__).partition("Args:\n")[2].partition("\n\n")[0]
    described = {line.split(":")[0].strip().lstrip("*") for line in section.splitlines() if line[:5].count(" ") == 4}
    assert described == parameters
