"""The endpoints of quotes. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        convert_quote as convert_quote,
        create_quote as create_quote,
        get_quote as get_quote,
        get_quote_pdf as get_quote_pdf,
        list_quotes as list_quotes,
        send_quote as send_quote,
        update_quote as update_quote,
    )

    pass

_MODULES = frozenset(
    (
        "convert_quote",
        "create_quote",
        "get_quote",
        "get_quote_pdf",
        "list_quotes",
        "send_quote",
        "update_quote",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
