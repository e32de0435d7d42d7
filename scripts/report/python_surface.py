"""Reads what users see of a generated package out of its source, with griffe, without importing it.

That is: the models with their attributes, the named types beside them, the methods of the resources, and the modules of
the endpoints. Everything else in a generated package (codec, client, tables, names with an underscore) is internal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import griffe

from scripts.report.model import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Attributes of every model, which say nothing about the API.
_OF_EVERY_MODEL = frozenset({"WIRE_NAMES", "additional_properties"})
_OPERATION = re.compile(r"""name=['"]([^'"]+)['"],\s*method=['"]([^'"]+)['"],\s*path=['"]([^'"]+)['"]""")
#: What stands before names in the annotations of methods.
_PREFIX = re.compile(r"\b(?:_builtins|models)\.")
_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class Attribute:
    """An attribute of a model, or an argument of a method."""

    annotation: str
    required: bool
    kind: str = ""
    default: str = ""


@dataclass(frozen=True)
class Method:
    """A method of a resource."""

    arguments: dict[str, Attribute]
    returns: str

    @property
    def is_paginator(self) -> bool:
        """Whether it gives pages, and is not awaited for a list."""
        return self.returns.startswith("Paginator")


@dataclass(frozen=True)
class Surface:
    """What users see of a package, by name.

    Attributes:
        classes: the attributes of each model.
        mappings: the types of the mappings that may be passed in the place of a model, such as `LineDict` for `Line`.
        types: the values of each named type that is no class.
        methods: by `resource.method`.
        modules: the endpoint modules, as `resource.module`.
        operations: METHOD and path of what each method calls, as far as the package has a table of them.
    """

    classes: dict[str, dict[str, Attribute]] = field(default_factory=dict)
    mappings: frozenset[str] = frozenset()
    types: dict[str, str] = field(default_factory=dict)
    methods: dict[str, Method] = field(default_factory=dict)
    modules: frozenset[str] = frozenset()
    operations: dict[str, str] = field(default_factory=dict)

    def built(self) -> set[str]:
        """Return the models that users build: those that go into a method."""
        found = {
            name
            for method in self.methods.values()
            for one in method.arguments.values()
            for name in names_in(one.annotation)
        }
        return self._within(found)

    def read(self) -> set[str]:
        """Return the models that users get: all but those that only go into a method."""
        returned = {name for method in self.methods.values() for name in names_in(method.returns)}
        found = self._within(returned)
        return found | (self.classes.keys() - self.built())

    def _within(self, names: set[str]) -> set[str]:
        seen: set[str] = set()
        pending = [name for name in names if name in self.classes]
        while pending:
            name = pending.pop()
            if name not in seen:
                seen.add(name)
                inner = {other for one in self.classes[name].values() for other in names_in(one.annotation)}
                pending += [other for other in inner if other in self.classes]
        return seen


def names_in(annotation: str) -> set[str]:
    """Return the names in an annotation."""
    return set(_NAME.findall(annotation))


def surface(package: Path) -> Surface:
    """Return what users see of a package.

    Raises:
        ReportError: it is no package that can be read.
    """
    if not package.is_dir():
        raise ReportError(f"no package directory: {package}")
    try:
        root = griffe.load(
            package.name, search_paths=[package.resolve().parent], allow_inspection=False, resolve_aliases=False
        )
    except (ImportError, griffe.GriffeError, SyntaxError) as error:
        raise ReportError(f"not a Python package that can be read: {package} ({error})") from error
    assert isinstance(root, griffe.Module)
    classes: dict[str, dict[str, Attribute]] = {}
    mappings: set[str] = set()
    types: dict[str, str] = {}
    for name, member in _members(root, "models"):
        if isinstance(member, griffe.Class) and any(str(one).endswith("TypedDict") for one in member.bases):
            mappings.add(name)
        elif isinstance(member, griffe.Class):
            classes[name] = dict(_attributes(member))
        elif isinstance(member, griffe.Attribute):
            types[name] = str(member.value)
    methods = {f"{resource}.{method}": one for resource, method, one in _methods(root)}
    return Surface(classes, frozenset(mappings), types, methods, frozenset(_modules(root)), dict(_operations(root)))


def _members(root: griffe.Module, folder: str) -> Iterator[tuple[str, object]]:
    """The public names that modules of a folder define."""
    parent = root.members.get(folder)
    if not isinstance(parent, griffe.Module):
        return
    for module in [parent, *parent.modules.values()]:
        if isinstance(module, griffe.Module):
            for name, member in module.members.items():
                if not name.startswith("_") and not member.is_alias and not isinstance(member, griffe.Module):
                    yield name, member


def _attributes(model: griffe.Class) -> Iterator[tuple[str, Attribute]]:
    for name, member in model.members.items():
        public = not name.startswith("_") and name not in _OF_EVERY_MODEL
        if isinstance(member, griffe.Attribute) and public and member.annotation is not None:
            value = "" if member.value is None else str(member.value)
            yield name, Attribute(_written(member.annotation), not value)


def _methods(root: griffe.Module) -> Iterator[tuple[str, str, Method]]:
    resources = root.members.get("resources")
    if not isinstance(resources, griffe.Module):
        return
    for resource, module in resources.modules.items():
        if not isinstance(module, griffe.Module):
            continue
        for member in module.members.values():
            if isinstance(member, griffe.Class) and member.name.endswith("Resource"):
                for name, function in member.members.items():
                    if isinstance(function, griffe.Function) and not name.startswith("_"):
                        yield resource, name, _method(function)


def _operations(root: griffe.Module) -> Iterator[tuple[str, str]]:
    module = root.members.get("operations")
    table = module.members.get("OPERATIONS") if isinstance(module, griffe.Module) else None
    if isinstance(table, griffe.Attribute):
        for name, method, path in _OPERATION.findall(str(table.value)):
            yield name, f"{method} {path}"


def _method(function: griffe.Function) -> Method:
    arguments = {
        one.name: Attribute(
            _written(one.annotation),
            one.default is None
            and one.kind not in (griffe.ParameterKind.var_keyword, griffe.ParameterKind.var_positional),
            "" if one.kind is None else one.kind.value,
            "" if one.default is None else str(one.default),
        )
        for one in function.parameters
        if one.name != "self"
    }
    return Method(arguments, _written(function.returns))


def _written(annotation: object) -> str:
    """Return an annotation as a person writes it."""
    return "" if annotation is None else _PREFIX.sub("", str(annotation))


def _modules(root: griffe.Module) -> Iterator[str]:
    api = root.members.get("api")
    if isinstance(api, griffe.Module):
        for folder, package in api.modules.items():
            if isinstance(package, griffe.Module):
                yield from (f"{folder}.{name}" for name in package.modules if not name.startswith("_"))
