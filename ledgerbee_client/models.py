"""All models and enums: `from ledgerbee_client.models import CreateProductRequest`. Each is loaded when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .generated import models as _models

if TYPE_CHECKING:
    from .generated.models import *  # noqa: F403

__all__ = _models.__all__  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    if name not in __all__:  # above all `__path__`: this is no package, and every class must exist once only
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(_models, name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
