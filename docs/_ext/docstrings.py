"""What Sphinx needs to read our docstrings: they are Markdown with the sections of Google's style."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.domains.python import PyClasslike
from sphinx.util.docfields import Field

_BEFORE_NAPOLEON, _AFTER_NAPOLEON = 400, 600
_MODELS = "ledgerbee_client.generated.models."
_MODULE = re.compile(r"\b(?:\w+\.)+(?=\w)")


def mark_code(
    _app: Sphinx, _what: str, _name: str, _object: Any, _options: Any, lines: list[str]
) -> None:
    """Says `::` before code that is set off by an empty line and an indent alone, as in Markdown."""
    for number in range(len(lines) - 1, 1, -1):
        above, between, line = lines[number - 2 : number + 1]
        if (
            line.strip()
            and not between.strip()
            and above.strip()
            and _indent(line) >= _indent(above) + 4
        ):
            lines[number:number] = [" " * _indent(above) + "::", ""]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def keep_first_line(
    _app: Sphinx, what: str, _name: str, _object: Any, _options: Any, lines: list[str]
) -> None:
    """Puts back what stood before a colon in the docstring of a property: napoleon takes it for a type."""
    for number, line in enumerate(lines):
        if what in ("attribute", "data", "property") and line.startswith(":type: "):
            lines[0] = f"{line.removeprefix(':type: ')}: {lines[0]}"
            del lines[number]
            return


def shorten_types(
    _app: Sphinx, _what: str, _name: str, _object: Any, _options: Any, lines: list[str]
) -> None:
    """Shows the types of fields without their modules; napoleon writes them in full."""
    for number, line in enumerate(lines):
        if line.startswith(":vartype "):
            lines[number] = _MODULE.sub(r"~\g<0>", line)


def without_signature(
    _app: Sphinx,
    what: str,
    _name: str,
    kind: Any,
    _options: Any,
    _signature: str | None,
    _returns: str | None,
) -> tuple[str, str] | None:
    """The fields of a model are its signature."""
    return ("", "") if what == "class" and kind.__module__.startswith(_MODELS) else None


def leave_out_fields(
    _app: Sphinx, _what: str, _name: str, member: Any, _skip: bool, _options: Any
) -> bool | None:
    """Leaves out the fields of named tuples: "Alias for field number 0" says nothing, and the class lists them."""
    return (
        True if str(getattr(member, "__doc__", "")).startswith("Alias for field number") else None
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the hooks to Sphinx."""
    app.connect("autodoc-skip-member", leave_out_fields)
    app.connect("autodoc-process-docstring", mark_code, _BEFORE_NAPOLEON)
    app.connect("autodoc-process-docstring", keep_first_line, _AFTER_NAPOLEON)
    app.connect("autodoc-process-docstring", shorten_types, _AFTER_NAPOLEON)
    app.connect("autodoc-process-signature", without_signature)
    fields: list[Field] = PyClasslike.doc_field_types
    next(field for field in fields if field.name == "variable").label = "Attributes"
    return {"parallel_read_safe": True}
