"""What the templates ask of models and operations: annotations, signatures, expressions, imports."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from .. import docstrings, identifiers, settling
from ..python import decode, decoder, is_identity, narrow, values_constant
from ..sending import is_untyped
from . import endpoints, methods, models, responses, table


def template_globals() -> dict[str, Any]:
    """Everything that templates may call."""
    own = {name: value for part in (models, responses, endpoints, methods, table) for name, value in _public(part)}
    return own | {
        "cell": docstrings.cell,
        "decode": decode,
        "decoder": decoder,
        "deprecation": docstrings.deprecation,
        "docline": docstrings.docline,
        "docstring": docstrings.docstring,
        "is_identity": is_identity,
        "is_untyped": is_untyped,
        "members": identifiers.members,
        "model_docstring": docstrings.model_docstring,
        "narrow": narrow,
        "notes_cell": docstrings.notes_cell,
        "pyrepr": repr,
        "repeating": docstrings.repeating,
        "settling_cell": settling.cell,
        "scopes_cell": docstrings.scopes_cell,
        "values_constant": values_constant,
    }


def _public(part: ModuleType) -> list[tuple[str, Any]]:
    """The functions that a module defines for templates."""
    return [
        (name, value)
        for name, value in vars(part).items()
        if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == part.__name__
    ]


__all__ = ["endpoints", "methods", "models", "responses", "table", "template_globals"]
