"""All models and enums: `from ledgerbee_client.models import CreateProductRequest`. Each is loaded when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .generated import models as _models

if TYPE_CHECKING:
    from .generated.models import *  # noqa: F403

__all__ = _models.__all__  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    return getattr(_models, name)


def __dir__() -> list[str]:
    return dir(_models)
