"""Docstrings and the cells of the reference page: what a reader is told of an operation or a model."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from . import settling
from .scopes import read_scopes
from .sending import is_untyped

if TYPE_CHECKING:
    from .ir import Field, Model, Operation, Parameter, Type

WIDTH = 110

#: Which of the facade's errors a status becomes.
_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "429": "RateLimitError",
}


def docline(text: str) -> str:
    """Text for the only line of a docstring, or for its end."""
    return _closed(_safe(" ".join(text.split())))


def docstring(text: str, indent: int) -> str:
    """A whole docstring, quotes included, for a place that is indented by `indent`."""
    return _quoted(_wrapped(text, indent), indent)


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def _safe(text: str) -> str:
    """Text that stays text inside a docstring."""
    text = "".join(character for character in text if character in "\n\t" or character.isprintable())
    return text.replace("\\", "\\\\").replace('"""', "'''")


def _quoted(lines: list[str], indent: int) -> str:
    safe = [_safe(line) for line in lines]
    if len(safe) <= 1:
        return f'"""{_closed("".join(safe))}"""'
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in safe[1:])
    return f'"""{safe[0]}\n{body}\n{margin}"""'


def _closed(line: str) -> str:
    return f"{line} " if line.endswith('"') else line


def _wrapped(text: str, indent: int) -> list[str]:
    """Paragraphs and lists of a Markdown text, wrapped."""
    lines: list[str] = []
    for raw in text.strip().splitlines():
        line = raw.rstrip()
        if not line:
            if lines and lines[-1]:
                lines.append("")
            continue
        bullet = re.match(r"\s*([-*]|\d+\.)\s+", line)
        lines += textwrap.wrap(
            line,
            WIDTH - indent,
            subsequent_indent=" " * len(bullet.group(0)) if bullet else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def model_docstring(model: Model) -> str:
    """Write the docstring of a model, with its fields."""
    lines = _wrapped(model.description or f"{model.name}.", 4)
    if model.incomplete:
        lines += [
            "",
            *_wrapped("Not all fields are documented; what else an answer holds is in `additional_properties`.", 4),
        ]
    if model.fields:
        lines += ["", "Attributes:"]
        for field in model.fields:
            lines += _item(field.python, about_field(field), 4)
    return _quoted(lines, 4)


def about_field(field: Field) -> str:
    """Describe a field in one line."""
    parts = [" ".join(field.description.split()).rstrip(".")]
    placeholder = field.example is None or field.example in (field.wire, "string")
    if not placeholder and field.type.kind not in ("model", "list", "map", "bool"):
        parts.append(f"for example {field.example}" if parts[0] else f"For example {field.example}")
    return ". ".join(filter(None, [", ".join(part for part in parts if part), _values(field.type, field.description)]))


def _values(one: Type, description: str) -> str:
    """The known values of a field or parameter, where its description doesn't name them all."""
    listed = [f"`{value}`" for enum in one.enums() for value in enum.values]
    if all(value in description for value in listed):
        return ""
    return f"Values: {', '.join(listed)}"


def _item(name: str, about: str, indent: int) -> list[str]:
    text = f"    {name}: {about}" if about else f"    {name}"
    return textwrap.wrap(
        text,
        WIDTH - indent,
        initial_indent="",
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [f"    {name}"]


def operation_docstring(op: Operation, arguments: list[tuple[str, str]], returns: str, indent: int) -> str:
    """The docstring of a method or an endpoint function."""
    lines = _wrapped(op.summary or op.key, indent)
    description = read_scopes(op.description).rest
    if description and description != op.summary:
        lines += ["", *_wrapped(description, indent)]
    lines += ["", f"`{op.key}`"]
    for note in _notes(op):
        lines += ["", *_wrapped(note, indent)]
    if arguments:
        lines += ["", "Args:"]
        for name, about in arguments:
            lines += _item(name, about, indent)
    if returns:
        lines += ["", "Returns:", *(f"    {line}" for line in _wrapped(returns, indent + 4))]
    lines += ["", "Raises:", "    TypeError, ValueError: an argument can't be sent; nothing was."]
    for status, about in op.errors:
        lines += _item(
            _ERRORS.get(status, "ServerError" if status[0] == "5" else "APIError"),
            f"{status}: {about}",
            indent,
        )
    return _quoted(lines, indent)


def _notes(op: Operation) -> list[str]:
    notes = []
    if op.deprecated:
        notes.append(deprecation(op))
    if op.scopes:
        scopes = ", ".join(f"`{scope}`" for scope in op.scopes)
        notes.append(f"Scopes{' (inferred, not documented)' if op.scopes_inferred else ''}: {scopes}.")
    if op.licenses:
        notes.append(f"The company needs the license {' or '.join(op.licenses)}.")
    for name, value, licenses in op.licenses_when:
        notes.append(f"With {name} {value} the company needs the license {' and '.join(licenses)}.")
    if op.auth == ("api_key",):
        notes.append("Takes an API key only, not OAuth.")
    if op.path_inferred:
        notes.append("The path is inferred, not documented: a 404 may mean that it is wrong.")
    if op.body is not None and op.body.inferred:
        notes.append("The fields of the body are inferred, not documented: `extra_body` takes what they lack.")
    if op.idempotency == "none":
        read = f"; read back with `{op.read_back}`" if op.read_back else ""
        notes.append(f"Not idempotent: sent twice, it may be applied twice{read}.")
        notes += filter(None, [settling.advice(op)])
    return notes


def deprecation(op: Operation) -> str:
    """Say that an operation is deprecated, until when, and what replaces it."""
    parts = ["Deprecated"]
    if op.successor:
        parts.append(f"use `{op.successor_name}` ({op.successor})" if op.successor_name else f"use {op.successor}")
    if op.sunset:
        parts.append(f"it may stop working after {op.sunset}")
    return f"{parts[0]}: {', '.join(parts[1:])}." if parts[1:] else "Deprecated."


def about_parameter(parameter: Parameter) -> str:
    """Describe a parameter in one line."""
    text = " ".join(parameter.description.split()).rstrip(".")
    parts = [text] if text else []
    if parameter.bounds:
        parts.append(parameter.bounds)
    if parameter.default is not None:
        parts.append(f"{parameter.default} by default")
    if parameter.location == "header" and parameter.python == "idempotency_key":
        parts.append("made when not given, and kept across retries")
    return ". ".join(filter(None, [", ".join(parts), _values(parameter.type, parameter.description)]))


# ---------------------------------------------------------------------- reference page


def scopes_cell(op: Operation) -> str:
    """Write the scopes of an operation."""
    if not op.scopes:
        return "unknown" if op.auth == ("user",) else "none"
    text = ", ".join(f"`{scope}`" for scope in op.scopes)
    return f"{text} *inferred*" if op.scopes_inferred else text


def repeating(op: Operation) -> str:
    """Say whether an operation may be repeated."""
    return {"safe": "safe", "http": "idempotent", "natural": "idempotent", "key": "with key"}.get(
        op.idempotency, "never"
    )


def notes_cell(op: Operation) -> str:
    """Write what else is to be known of an operation."""
    notes = []
    if op.pagination:
        notes.append("paginated")
    if op.auth == ("api_key",):
        notes.append("API key only")
    elif op.auth == ("user",):
        notes.append("sign-in in the browser only")
    elif not op.auth:
        notes.append("no authentication")
    if op.body is not None and op.body.inferred:
        notes.append("body *inferred*")
    elif is_untyped(op):
        notes.append("body untyped")
    if op.licenses:
        notes.append(f"license {' or '.join(op.licenses)}")
    if op.deprecated:
        notes.append(
            " ".join(
                [
                    "**deprecated**",
                    *([f"for `{op.successor_name or op.successor}`"] if op.successor else []),
                    *([f"sunset {op.sunset}"] if op.sunset else []),
                ]
            )
        )
    return ", ".join(notes).replace("|", "\\|")
