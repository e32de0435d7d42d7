"""What is said where an extra of the package isn't installed."""

from __future__ import annotations

#: The modules of other packages that an extra brings.
_MODULES = {"testing": ("jsonschema", "referencing", "starlette", "uvicorn")}


def without_extra(error: ModuleNotFoundError, extra: str, what: str) -> ModuleNotFoundError:
    """Return the error that says which extra is missing, if that is why a module isn't there.

    Args:
        error: What the import raised.
        extra: The extra that brings the module.
        what: What needs it.
    """
    if (error.name or "").partition(".")[0] not in _MODULES[extra]:
        return error
    text = f"{what} needs the extra {extra} ({error.name} is missing): pip install 'ledgerbee-client[{extra}]'"
    return ModuleNotFoundError(text, name=error.name)


__all__ = ["without_extra"]
