"""Words into names: snake case, class names, singulars; always valid and unique Python."""

from __future__ import annotations

import builtins
import functools
import keyword
from itertools import count
from typing import TYPE_CHECKING

import inflection
from openapi_python_client import strings

from . import reserved
from .client_names import taken_by_client
from .words import pascal as pascal
from .words import snake as snake
from .words import split

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

#: Names that the generated modules use themselves, and the builtins.
_TAKEN_CLASS_NAMES = {*dir(builtins), *reserved.names()}
#: Keywords, the builtins that annotations in generated classes name, and what every model has anyway.
_TAKEN_IDENTIFIERS = {
    *keyword.kwlist,
    *("bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"),
    *("self", "cls", "additional_properties", "from_dict", "to_dict", "to_json"),
}
#: Lower-case names that the bodies of generated functions use, and that an argument must not hide.
TAKEN_ARGUMENTS = {
    *_TAKEN_IDENTIFIERS,
    *reserved.names("endpoint_module", "resource"),
    "isinstance",
}
#: What annotations in the body of a class of methods name: a method of that name would hide it.
_TAKEN_METHODS = (_TAKEN_IDENTIFIERS - {"list"}) | {"models"}


def class_name(text: str) -> str:
    """Make a valid name of a class."""
    name = pascal(text) or "Model"
    if name[0].isdigit() or name.startswith("ClassVar"):  # attrs takes a field annotated so for no field at all
        name = f"Model{name}"
    name = str(strings.ClassName(name, "Model"))  # the form in which openapi-python-client leaves it alone
    return f"{name}Model" if name in _TAKEN_CLASS_NAMES or keyword.iskeyword(name) else name


def module(class_name: str) -> str:
    """The module in which openapi-python-client puts a class."""
    return str(strings.PythonIdentifier(class_name, prefix="field_"))


def identifier(text: str, taken: Container[str] = _TAKEN_IDENTIFIERS, fallback: str = "field") -> str:
    """A name for an attribute; reserved words get a trailing underscore."""
    name = snake(text) or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    return f"{name}_" if name in taken else name


def argument(text: str) -> str:
    """A name for an argument of a function."""
    return identifier(text, TAKEN_ARGUMENTS)


def method(text: str) -> str:
    """A name for a method of a resource."""
    return identifier(text, _TAKEN_METHODS, "call")


def resource(text: str) -> str:
    """A name for a resource: an attribute of a client, and a module."""
    return identifier(text, taken_by_client(), "resource")


def unique_identifiers(names: Iterable[str]) -> dict[str, str]:
    """Identifiers for the names of one object.

    A name that is an identifier already keeps it, so that no identifier is another one's name; of others that become
    the same, the later get a number.
    """
    names = list(names)
    result = {name: name for name in names if identifier(name) == name}
    used = set(result)
    for name in names:
        if name not in result:
            result[name] = unique(identifier(name), used.__contains__, separator="_")
            used.add(result[name])
    return {name: result[name] for name in names}


def member(value: str | int) -> str:
    """The name of an enum member."""
    if isinstance(value, int):
        return f"VALUE_{value}" if value >= 0 else f"VALUE_NEGATIVE_{-value}"
    name = "_".join(split(value)).upper()
    if not name:
        name = {"": "EMPTY", "*": "ANY", "-": "MINUS", "+": "PLUS", "/": "SLASH"}.get(value, "VALUE")
    return f"VALUE_{name}" if name[0].isdigit() else name


def members(values: Iterable[str | int]) -> dict[str | int, str]:
    """Make a valid and unique name of a member for each value of an enum."""
    used: set[str] = set()
    result: dict[str | int, str] = {}
    for value in values:
        result[value] = unique(member(value), used.__contains__, separator="_")
        used.add(result[value])
    return result


def unique(name: str, taken: Callable[[str], bool], separator: str = "") -> str:
    """The name itself, or with the lowest number from 2 on that makes it free."""
    if not taken(name):
        return name
    stem = name.rstrip("_") + separator
    return next(f"{stem}{number}" for number in count(2) if not taken(f"{stem}{number}"))


@functools.cache
def singular(text: str) -> str:
    """`product_prices` -> `product_price`; only the last word changes."""
    if text.rpartition("_")[2].lower() in ("data", "metadata", "media"):
        return text
    return str(inflection.singularize(text))


def is_plural(word: str) -> bool:
    """Whether a word means many of something: `prices`; not `as`, `status` or `access`."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return False
    return singular(word) != word and str(inflection.pluralize(singular(word))) == word
