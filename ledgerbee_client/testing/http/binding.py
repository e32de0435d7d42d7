"""Which handlers a document lets work, and why the others have stepped back."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .relied import difference

if TYPE_CHECKING:
    from .document import Document
    from .registry import Handler, Registry

_log = logging.getLogger("ledgerbee_client.testing")
_NO_HANDLER = "the sandbox has no handler for it"
#: What makes the records of a resource.
_MAKERS = ("create", "assign")


@dataclass(frozen=True, slots=True)
class Binding:
    """The handlers that work for a document; the other operations, each with the reason."""

    handlers: Mapping[str, Handler]
    unverified: Mapping[str, str]


@functools.lru_cache(maxsize=8)
def bind(document: Document, registry: Registry) -> Binding:
    """Find the handlers that have all they rely on in a document. Says in one log line which ones don't."""
    reasons = {
        name: reason
        for name, relied in registry.relied.items()
        if name in document.routes and (reason := difference(document.schemas, document.routes[name], relied))
    }
    stepped_back = {
        name: reason
        for name in registry.handlers
        if name in document.routes and (reason := _reason(registry, reasons, name))
    }
    if stepped_back:
        _log.warning(
            "The document has other fields than the sandbox knows. These operations only store what is sent and give it"
            " back: %s. Reasons: Sandbox.unverified",
            ", ".join(sorted(stepped_back)),
        )
    missing = {name: _NO_HANDLER for name in document.routes if name not in registry.handlers}
    return Binding(
        {name: one for name, one in registry.handlers.items() if name not in stepped_back},
        dict(sorted((stepped_back | missing).items())),
    )


def _reason(registry: Registry, reasons: Mapping[str, str], name: str) -> str | None:
    """Why a handler has to step back: on its own account, or because what it works with has."""
    if name in reasons:
        return reasons[name]
    for resource in _behind(registry, name.partition(".")[0]):
        for maker in _MAKERS:
            if reason := reasons.get(f"{resource}.{maker}"):
                return f"it works with what {resource}.{maker} makes, which has stepped back: {reason}"
    return None


def _behind(registry: Registry, resource: str) -> list[str]:
    """A resource and all that its records are made of."""
    found = [resource]
    for one in found:
        found += [other for other in registry.made_of.get(one, ()) if other not in found]
    return found
