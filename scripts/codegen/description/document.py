"""Describes a whole document."""

from __future__ import annotations

from scripts.codegen.references import References, component_name, component_ref, refs_below, refs_joined

from .announcements import notice
from .leftovers import Leftovers
from .operation import OperationDescriber
from .schema import SchemaDescriber
from .values import Json, count_inferred, mapping, squeeze, text_digest, without_empty

FORMAT = 1


def describe_both(old: Json, new: Json) -> tuple[Json, Json]:
    """Describe two documents that will be compared: with texts, and what is equal in both only once."""
    before = describe(old, texts=True, beside=new)
    equal = equal_schemas(old, new)
    known = {name: node for name, node in before.get("schemas", {}).items() if name in equal}
    return before, describe(new, texts=True, beside=old, known=known)


def describe(
    document: Json, *, texts: bool = False, beside: Json | None = None, known: dict[str, Json] | None = None
) -> Json:
    """Describe a document, as plain JSON.

    Args:
        document: as published, or corrected.
        texts: with digests of its texts, of what isn't read, and of each part as a whole: what the change report
            needs to say of every difference what it is. Contract snapshots don't need it.
        beside: the document that it will be compared with: parts that are equal in both need no digests.
        known: component schemas, by name, that have been described already.
    """
    references = References(document)
    schemas = SchemaDescriber(references, texts=texts, known=known)
    operations = OperationDescriber(document, schemas, texts=texts)
    info = mapping(document.get("info"))
    described: Json = {
        "format": FORMAT,
        "openapi": str(document.get("openapi", "")),
        "version": squeeze(str(info.get("version", ""))),
        "servers": operations.servers,
        "schemes": operations.schemes(),
        "operations": sorted(_operations(document, operations), key=lambda one: (one["path"], one["method"])),
        "webhooks": sorted(_webhooks(document, operations), key=lambda one: one["webhook"]),
    }
    used = set(schemas.components)
    for name in mapping(mapping(document.get("components")).get("schemas")):
        schemas.component(component_ref(str(name)))
    described["schemas"] = dict(sorted(schemas.components.items()))
    described["used"] = sorted(used)
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


def equal_schemas(old: Json, new: Json) -> set[str]:
    """Return the names of the component schemas whose description is the same in two documents.

    They are equal, as are those that become part of them. What they only refer to may differ.
    """
    before, after = (mapping(mapping(one.get("components")).get("schemas")) for one in (old, new))
    equal = {name for name, node in before.items() if name in after and node == after[name]}
    equal -= {name for name in equal if None in map(component_name, refs_below(before[name]))}
    needed = {name: set(map(component_name, refs_joined(before[name]))) for name in equal}
    while gone := {name for name in equal if not needed[name] <= equal}:
        equal -= gone
    return equal


def _operations(document: Json, operations: OperationDescriber) -> list[Json]:
    found = []
    for path, item in mapping(document.get("paths")).items():
        if not str(path).startswith("x-"):
            found += list(operations.path_item(str(path), item))
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
