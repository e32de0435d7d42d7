"""What of a document is validated against the specification: where schemas stand, not what they say.

What they say is seen to by the normalizer and the reader, in both dialects.
"""

from __future__ import annotations

from typing import Any

_NOT_VALIDATED = {"schema", "schemas", "example", "examples", "externalDocs", "callbacks", "links", "webhooks"}


def skeleton(document: dict[str, Any]) -> dict[str, Any]:
    """A copy without what no code is made of (examples, links), and with empty schemas."""
    copy: dict[str, Any] = _skeleton(document)
    copy["openapi"] = "3.0.3" if str(document["openapi"]).startswith("3.0") else "3.1.0"
    copy.pop("tags", None)
    copy["info"] = {"title": document["info"]["title"], "version": document["info"]["version"]}
    components = document.get("components")
    if isinstance(components, dict):
        kept = {key: components[key] for key in ("parameters", "requestBodies", "responses") if key in components}
        copy["components"] = _skeleton(kept)
    return copy


def _skeleton(node: Any) -> Any:
    if isinstance(node, list):
        items = [_skeleton(one) for one in node]
        return [one for index, one in enumerate(items) if one not in items[:index]]  # they differ in their schemas
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"]}
    result = {key: _skeleton(value) for key, value in node.items() if key not in _NOT_VALIDATED}
    if "schema" in node:
        result["schema"] = {}
    return result
