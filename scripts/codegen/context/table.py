"""What the template of the table of operations asks."""

from __future__ import annotations

from typing import Any

from ..ir import Operation
from .responses import response_kind


def operation_arguments(op: Operation) -> list[tuple[str, str]]:
    """Return the arguments of the generated `Operation` that differ from their defaults."""
    pagination = None
    if op.pagination:
        page = op.pagination
        names = ("page_parameter", "limit_parameter", "items", "total", "page", "limit", "total_pages")
        inside = ", ".join(f"{name}={getattr(page, name)!r}" for name in names)
        inside += ", items_inferred=True" if page.items_inferred else ""
        limits = {"max_limit": page.max_limit, "default_limit": page.default_limit}
        inside += "".join(f", {name}={value}" for name, value in limits.items() if value is not None)
        pagination = f"Pagination({inside})"
    header = op.idempotency_header if op.idempotency == "key" else None
    values: list[tuple[str, Any, Any]] = [
        ("name", op.python, None),
        ("method", op.http_method, None),
        ("path", op.path, None),
        ("tag", op.tag, ""),
        ("summary", op.summary, ""),
        ("scopes", op.scopes, ()),
        ("scopes_inferred", op.scopes_inferred, False),
        ("path_inferred", op.path_inferred, False),
        ("auth", op.auth, ()),
        ("idempotency", op.idempotency, "none"),
        ("idempotency_header", header, None),
        ("response_kind", response_kind(op), "json"),
        ("deprecated", op.deprecated, False),
        ("successor", op.successor, None),
        ("successor_name", op.successor_name, None),
        ("sunset", op.sunset, None),
        ("licenses", op.licenses, ()),
        ("licenses_when", op.licenses_when, ()),
        ("read_back", op.read_back, None),
    ]
    arguments = [(name, repr(value)) for name, value, default in values if value != default]
    if op.settlement is not None:
        inside = ", ".join(f"{name}={value!r}" for name, value in op.settlement.items())
        arguments.append(("settlement", f"Settlement({inside})"))
    if pagination:
        arguments.append(("pagination", pagination))
    return arguments
