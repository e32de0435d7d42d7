"""What is said of an attribute or an argument that doesn't exist: the nearest one that does. For messages only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

#: What operations are called elsewhere.
_ELSEWHERE = {
    **dict.fromkeys(("fetch", "retrieve", "read", "show", "find", "load", "by_id"), "get"),
    **dict.fromkeys(("all", "iter", "search", "index", "query", "list_all"), "list"),
    **dict.fromkeys(("add", "new", "insert", "post", "make"), "create"),
    **dict.fromkeys(("edit", "patch", "change", "modify", "put", "save"), "update"),
    **dict.fromkeys(("remove", "destroy", "drop"), "delete"),
}


def no_attribute(owner: object, name: str, written: str) -> str:
    """Return the message of an AttributeError.

    Args:
        owner: What has no such attribute.
        name: Of the attribute.
        written: How the owner is written, as in `lb.products`.
    """
    text = f"{type(owner).__name__!r} object has no attribute {name!r}"
    if name.startswith("_"):
        return text
    import difflib

    known = [one for one in dir(type(owner)) if not one.startswith("_")]
    near = [one for one in (_ELSEWHERE.get(name),) if one in known] or difflib.get_close_matches(
        name, known, n=1
    )
    hint = f"did you mean {written}.{near[0]}?" if near else f"there are {', '.join(known)}"
    return f"{text}: {hint}"


def no_field(owner: object, name: str, fields: Mapping[str, str], undocumented: Iterable[str]) -> str:
    """Return the message of an AttributeError of a model.

    Args:
        owner: the model.
        name: of the attribute.
        fields: the Python names of its fields by the API's names.
        undocumented: the API's names of what it holds besides.
    """
    text = f"{type(owner).__name__!r} object has no attribute {name!r}"
    if name.startswith("_"):
        return text
    import difflib

    if name in fields:
        return f"{text}: did you mean .{fields[name]}?"
    for one in undocumented:
        if _plain(one) == _plain(name):
            return f"{text}: the document doesn't know it; it is in additional_properties[{one!r}]"
    near = difflib.get_close_matches(name, fields.values(), n=1)
    return f"{text}: did you mean .{near[0]}?" if near else text


def no_item(owner: object, key: object, fields: Mapping[str, str]) -> str:
    """Return the message of the TypeError of `model["name"]`.

    Args:
        owner: the model.
        key: what stood in the brackets.
        fields: the Python names of its fields by the API's names.
    """
    attribute = fields.get(key, key) if isinstance(key, str) else None
    written = f", write .{attribute}" if attribute in fields.values() else ""
    text = f"{type(owner).__name__!r} object is neither a mapping nor a sequence"
    return f"{text}: a model has attributes{written}; the JSON as it came is to_dict()"


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def wrong_call(
    function: Callable[..., Any],
    name: str,
    arguments: tuple[Any, ...],
    options: Mapping[str, Any],
    error: TypeError,
) -> TypeError:
    """Return what to raise when a method was called with other arguments than it has; `error` if that isn't why.

    Args:
        function: the method.
        name: `resource.method`.
        arguments: what it was called with, `self` first.
        options: the keyword arguments.
        error: what Python said.
    """
    import inspect

    signature = inspect.signature(function)
    try:
        signature.bind(*arguments, **options)
    except TypeError:
        unknown = next((one for one in options if one not in signature.parameters), None)
        positional = [
            one.name for one in signature.parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD
        ]
        if unknown is not None:
            return TypeError(
                f"{name}: unknown argument {unknown!r}{_near_argument(unknown, [*signature.parameters])}"
            )
        if len(arguments) > len(positional):
            taken = f"after {', '.join(positional[1:])} " if positional[1:] else ""
            return TypeError(f"{name}: too many positional arguments: {taken}write keywords, as in name=...")
        return TypeError(
            f"{name}: {str(error).partition('() ')[2] or error}: pass what the operation requires"
        )
    return error


def _near_argument(given: str, known: list[str]) -> str:
    import difflib

    extra = "extra_body" if "extra_body" in known else "extra_query"
    choices = [one for one in known if one != "self"]
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", given).lower()
    near = difflib.get_close_matches(snake, choices, n=1)
    hint = f", did you mean {near[0]!r}?" if near else f"; there are {', '.join(choices)}."
    return f"{hint} What the document doesn't know yet is sent with {extra}"
