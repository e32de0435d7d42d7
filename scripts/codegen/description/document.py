"""Describes a whole document."""

from __future__ import annotations

from ledgerbee_client.contracts.shapes import references_in
from scripts.codegen.references import References, component_ref

from .announcements import notice
from .known import Known
from .leftovers import Leftovers
from .operation import OperationDescriber
from .schema import SchemaDescriber
from .values import Json, count_inferred, mapping, squeeze, text_digest, without_empty

FORMAT = 1


def describe_both(old: Json, new: Json) -> tuple[Json, Json]:
    """Describe two documents that will be compared: with texts, and what is equal in both only once."""
    before = describe(old, texts=True, beside=new)
    return before, describe(new, texts=True, beside=old, known=Known.of(old, new, before))


def describe(document: Json, *, texts: bool = False, beside: Json | None = None, known: Known | None = None) -> Json:
    """Describe a document, as plain JSON.

    Args:
        document: as published, or corrected.
        texts: with digests of its texts, of what isn't read, and of each part as a whole: what the change report
            needs to say of every difference what it is. Contract snapshots don't need it.
        beside: the document that it will be compared with: parts that are equal in both need no digests.
        known: what of it has been described already.
    """
    known = known or Known()
    schemas = SchemaDescriber(References(document), texts=texts, known=known.schemas)
    operations = OperationDescriber(document, schemas, texts=texts)
    info = mapping(document.get("info"))
    described: Json = {
        "format": FORMAT,
        "openapi": str(document.get("openapi", "")),
        "version": squeeze(str(info.get("version", ""))),
        "servers": operations.servers,
        "schemes": operations.schemes(),
        "operations": sorted(_operations(document, operations, known), key=lambda one: (one["path"], one["method"])),
        "webhooks": sorted(_webhooks(document, operations), key=lambda one: one["webhook"]),
    }
    for name in mapping(mapping(document.get("components")).get("schemas")):
        schemas.component(component_ref(str(name)))
    described["schemas"] = dict(sorted(schemas.components.items()))
    described["used"] = sorted(_used([*described["operations"], *described["webhooks"]], schemas.components))
    if texts:
        leftovers = Leftovers(document, beside or {})
        described |= {
            "problems": list(dict.fromkeys(schemas.problems)),
            "title": squeeze(info.get("title")),
            "text": text_digest(info),
            "notice": notice(info.get("description")),
            "inferred": count_inferred(document),
            "unread": leftovers.unread(),
            "tops": leftovers.digests(),
            "order": leftovers.order(),
        }
    return without_empty(described)


def _used(operations: list[Json], components: dict[str, Json]) -> set[str]:
    """Return the components that operations refer to, and those that these refer to."""
    found: set[str] = set()
    pending = references_in(operations)
    while pending:
        found |= pending
        pending = references_in([components.get(name, {}) for name in pending]) - found
    return found


def _operations(document: Json, operations: OperationDescriber, known: Known) -> list[Json]:
    found = []
    for path, item in mapping(document.get("paths")).items():
        if not str(path).startswith("x-"):
            found += list(operations.path_item(str(path), item, known.operations))
    return found


def _webhooks(document: Json, operations: OperationDescriber) -> list[Json]:
    found = []
    hooks = mapping(document.get("webhooks")) or mapping(document.get("x-webhooks"))
    for name, item in hooks.items():
        described = list(operations.path_item(str(name), item))
        for one in described:
            suffix = f" {one['method']}" if len(described) > 1 else ""
            found.append({**one, "webhook": f"{name}{suffix}"})
    return found
