"""Names of the classes that schemas become, by where a schema stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from . import identifiers


@define
class Place:
    """Where a schema stands: what names are made of."""

    owner: str  # the class name of the model or of the operation that it belongs to
    name: str  # the property, parameter or role ('Response')

    @property
    def class_name(self) -> str:
        """The class name of an inline object at this place."""
        return identifiers.pascal(self.owner) + identifiers.pascal(self.name)

    def item(self) -> Place:
        """Return the place of an item of a list at this place."""
        one = identifiers.singular(self.name)
        return Place(self.owner, one if one != self.name else f"{self.name}Item")


@define
class ClassNames:
    """Class names of components and inline objects, each unique also as a module name."""

    _names: dict[str, str] = field(factory=dict)  # by component, then by inline name
    _modules: set[str] = field(factory=set)  # of those classes

    @classmethod
    def of(cls, components: Iterable[str]) -> ClassNames:
        """Who is called like a class has the name; the others get what is left."""
        names = cls()
        for name in sorted(components, key=lambda name: identifiers.class_name(name) != name):
            names.get(name)
        return names

    def get(self, raw: str) -> str:
        """The class name of a component, or of what was called so before; a new one if need be."""
        if raw not in self._names:
            wanted = identifiers.class_name(raw)
            name = identifiers.unique(wanted, lambda name: identifiers.module(name) in self._modules)
            self._names[raw] = name
            self._modules.add(identifiers.module(name))
        return self._names[raw]

    def inline(self, wanted: str) -> str:
        """A class name for an inline object."""
        return self.get(identifiers.unique(wanted, self._names.__contains__))


def role(variant: dict[str, Any], index: int) -> str:
    """What an inline variant is called: by its title, by the constant that marks it, else by its number."""
    if isinstance(variant.get("title"), str) and identifiers.pascal(variant["title"]):
        return identifiers.pascal(variant["title"])
    properties = variant.get("properties")
    for one in properties.values() if isinstance(properties, dict) else ():
        if not isinstance(one, dict):
            continue
        values = one.get("enum") or [one.get("const")]
        if len(values) == 1 and isinstance(values[0], str) and identifiers.pascal(values[0]):
            return identifiers.pascal(values[0])
    return f"Variant{index + 1}" if properties else ""
