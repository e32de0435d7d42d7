"""What the template of the table of operations asks."""

from __future__ import annotations

from typing import Any

from ..ir import Operation
from .answers import answer_kind


def operation_arguments(op: Operation) -> list[tuple[str, str]]:
    pagination = None
    if op.pagination:
        page = op.pagination
        names = ("page_parameter", "limit_parameter", "items", "total", "page", "limit", "total_pages")
        inside = ", ".join(f"{name}={getattr(page, name)!r}" for name in names)
        inferred = ", items_inferred=True" if page.items_inferred else ""
        pagination = f"Pagination({inside}{inferred})"
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
        ("response_kind", answer_kind(op), "json"),
        ("deprecated", op.deprecated, False),
        ("successor", op.successor, None),
        ("sunset", op.sunset, None),
        ("licenses", op.licenses, ()),
        ("read_back", op.read_back, None),
    ]
    arguments = [(name, repr(value)) for name, value, default in values if value != default]
    if pagination:
        arguments.append(("pagination", pagination))
    return arguments
