"""The endpoints of portal_sso. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        get_portal_sso_jwks as get_portal_sso_jwks,
        mint_portal_sso_handoff as mint_portal_sso_handoff,
        provision_portal_sso as provision_portal_sso,
        revoke_portal_sso_sessions as revoke_portal_sso_sessions,
    )

    pass

_MODULES = frozenset(
    ("get_portal_sso_jwks", "mint_portal_sso_handoff", "provision_portal_sso", "revoke_portal_sso_sessions")
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
