"""A LedgerBee to test against, with no account and no network.

    async with sandbox() as sb, sb.client(scopes=["products-read"]) as lb:
        ...

Needs the extra `testing`. Nothing in the package imports this sub-package; what is in it is loaded when it is asked
for, so that the pytest plugin costs nothing where it isn't used, and does no harm where the extra is missing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .._extras import without_extra

if TYPE_CHECKING:
    from .clock import Clock, SystemClock
    from .core import Sandbox, sandbox
    from .faults.doubts import Late, LooseSearch, Stale, Twin
    from .faults.injector import Faults, Injection, Rule, Target
    from .faults.kinds import (
        ClockSkew,
        ContentType,
        Cut,
        Fault,
        Garbage,
        Latency,
        SlowBody,
        Status,
    )
    from .http.document import Document
    from .http.request_log import SeenRequest, Write
    from .http.server import Serving
    from .mocks import listed
    from .webhooks.deliveries import Attempt, Delivery

__all__ = [
    "Attempt",
    "Clock",
    "ClockSkew",
    "ContentType",
    "Cut",
    "Delivery",
    "Document",
    "Fault",
    "Faults",
    "Garbage",
    "Injection",
    "Late",
    "Latency",
    "LooseSearch",
    "Rule",
    "Sandbox",
    "SeenRequest",
    "Serving",
    "SlowBody",
    "Stale",
    "Status",
    "SystemClock",
    "Target",
    "Twin",
    "Write",
    "listed",
    "sandbox",
]

_MODULES = {
    "clock": ("Clock", "SystemClock"),
    "core": ("Sandbox", "sandbox"),
    "faults.doubts": ("Late", "LooseSearch", "Stale", "Twin"),
    "faults.injector": ("Faults", "Injection", "Rule", "Target"),
    "faults.kinds": ("ClockSkew", "ContentType", "Cut", "Fault", "Garbage", "Latency", "SlowBody", "Status"),
    "http.document": ("Document",),
    "http.request_log": ("SeenRequest", "Write"),
    "http.server": ("Serving",),
    "mocks": ("listed",),
    "webhooks.deliveries": ("Attempt", "Delivery"),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for module, names in _MODULES.items():
            if name in names:
                try:
                    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
                except ModuleNotFoundError as error:
                    raise without_extra(error, "testing", "ledgerbee_client.testing") from None
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
