"""Bodies that are no JSON: form-encoded and multipart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .encoding import encode_any, write_json
from .types import File
from .urls import scalar


def form_fields(body: Mapping[str, Any], place: str) -> dict[str, Any]:
    """The fields of a form-encoded body: text, or lists of text; anything deeper as JSON."""
    fields: dict[str, Any] = {}
    for name, value in body.items():
        if isinstance(value, Mapping):
            fields[name] = write_json(encode_any(value, place))
        elif isinstance(value, list | tuple):
            fields[name] = [scalar(item, f"{place}.{name}") for item in value]
        elif value is not None:
            fields[name] = scalar(value, f"{place}.{name}")
    return fields


def multipart_parts(body: Mapping[str, Any], place: str) -> list[tuple[str, Any]]:
    """The parts of a multipart body: files as they are, everything else as text or JSON."""
    parts: list[tuple[str, Any]] = []
    for name, value in body.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, bytes) or hasattr(one, "read"):
                parts.append((name, (name, one)))
            elif isinstance(one, File):
                parts.append(
                    (
                        name,
                        (one.file_name or name, one.content, one.content_type or "application/octet-stream"),
                    )
                )
            elif isinstance(one, Mapping) or hasattr(one, "to_dict"):
                parts.append((name, (None, write_json(encode_any(one, place)), "application/json")))
            elif one is not None:
                parts.append((name, (None, scalar(one, f"{place}.{name}"))))
    return parts
