"""Words into names: snake case, class names, singulars; always valid and unique Python."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import TYPE_CHECKING

import inflection
from openapi_python_client import strings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Names that the generated modules use themselves.
_TAKEN_CLASS_NAMES = {
    *dir(builtins),
    "Any",
    "AsyncClient",
    "DecodeError",
    "Decimal",
    "Enum",
    "File",
    "Final",
    "Iterable",
    "Mapping",
    "OpenEnum",
    "OpenIntEnum",
    "Operation",
    "Page",
    "Paginator",
    "Pagination",
    "Request",
    "Response",
    "Self",
    "Sequence",
    "TypeAlias",
    "Union",
    "Unset",
}
#: Keywords, the builtins that annotations in generated classes name, and what every model has anyway.
_TAKEN_IDENTIFIERS = {
    *keyword.kwlist,
    *("bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"),
    *("self", "cls", "additional_properties", "from_dict", "to_dict"),
}


def split(text: str) -> list[str]:
    """The words of a name in any case style: `vatRatesByZone`, `vat-rates_by zone`, `EANNumber`."""
    text = re.sub(r"[’'`]", "", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    return re.findall(r"[A-Za-z0-9]+", text)


def snake(text: str) -> str:
    return "_".join(split(text)).lower()


def pascal(text: str) -> str:
    return "".join(
        word if word.isupper() and len(word) > 1 else word[:1].upper() + word[1:] for word in split(text)
    )


def class_name(text: str) -> str:
    name = pascal(text) or "Model"
    if name[0].isdigit():
        name = f"Model{name}"
    name = str(strings.ClassName(name, "Model"))  # the form in which openapi-python-client leaves it alone
    return f"{name}Model" if name in _TAKEN_CLASS_NAMES or keyword.iskeyword(name) else name


def module(class_name: str) -> str:
    """The module in which openapi-python-client puts a class."""
    return str(strings.PythonIdentifier(class_name, prefix="field_"))


def identifier(text: str) -> str:
    """A name for an attribute or an argument; reserved words get a trailing underscore."""
    name = snake(text)
    if not name:
        name = "field"
    if name[0].isdigit():
        name = f"field_{name}"
    return f"{name}_" if name in _TAKEN_IDENTIFIERS else name


def identifiers(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Identifiers for the names of one object; names that become the same get a number, in order."""
    used = set(taken)
    result: dict[str, str] = {}
    for name in names:
        result[name] = unique(identifier(name), used.__contains__, separator="_")
        used.add(result[name])
    return result


def member(value: str | int) -> str:
    """The name of an enum member."""
    if isinstance(value, int):
        return f"VALUE_{value}" if value >= 0 else f"VALUE_NEGATIVE_{-value}"
    name = "_".join(split(value)).upper()
    if not name:
        name = {"": "EMPTY", "*": "ANY", "-": "MINUS", "+": "PLUS", "/": "SLASH"}.get(value, "VALUE")
    return f"VALUE_{name}" if name[0].isdigit() else name


def members(values: Iterable[str | int]) -> dict[str | int, str]:
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
    number = 2
    while taken(f"{name}{separator}{number}"):
        number += 1
    return f"{name}{separator}{number}"


def singular(text: str) -> str:
    """`product_prices` -> `product_price`; only the last word changes."""
    return str(inflection.singularize(text))


def is_plural(word: str) -> bool:
    return singular(word) != word and str(inflection.pluralize(singular(word))) == word
