"""An API that is not what this package was generated from: its document, changed here and there, in a sandbox.

Nothing is imitated but the key: what operations return are examples made of the other document. Operations go by their
Python names, and what is changed of them is looked up in the document, whichever it is.
"""

from __future__ import annotations

import copy
from typing import Any

from ledgerbee_client.generated.types import Operation, Pagination
from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.handlers import registry as ours
from ledgerbee_client.testing.http.document import Document, packaged
from ledgerbee_client.testing.http.registry import Registry
from ledgerbee_client.testing.ids import fixed
from scripts.codegen import corrections, ir, lock, naming, reader
from scripts.codegen import document as documents
from tests.shared.api import ROOT

Json = dict[str, Any]
_COMPONENTS = "#/components/schemas/"


def _pagination(read: ir.Pagination | None) -> Pagination | None:
    return None if read is None else Pagination(*(getattr(read, name) for name in Pagination._fields))


class OtherApi:
    """Our API at first; change it, and then serve it.

    Attributes:
        raw: the document.
        operations: by Python name.
    """

    def __init__(self) -> None:
        self.raw: Json = copy.deepcopy(dict(packaged().raw))
        self.operations: dict[str, Operation] = dict(packaged().operations)

    @classmethod
    def published(cls, raw: Json) -> OtherApi:
        """The API of another document, in which operations are recognized as the generator does it."""
        sound, _notes = documents.prepare(raw)
        corrected, _stale = corrections.apply(
            sound, corrections.Corrections.load(ROOT / "openapi" / "corrections.yaml")
        )
        read = reader.read(corrected)
        names = lock.Lock.load(ROOT / "openapi" / "names.lock.json")
        naming.assign(read, names, reader.hints_of(corrected, read.operations))
        result = cls()
        result.raw = corrected
        known = {one.python: one for one in read.operations if one.python in result.operations}
        result.operations = {
            name: result.operations[name]._replace(path=one.path, pagination=_pagination(one.pagination))
            for name, one in known.items()
        }
        return result

    # ------------------------------------------------------------------ parts

    def node(self, name: str) -> Json:
        """An operation."""
        one = self.operations[name]
        found: Json = self.raw["paths"][one.path][one.method.lower()]
        return found

    def media(self, name: str) -> Json:
        """What holds the schema of the response of an operation."""
        for status, response in self.node(name)["responses"].items():
            if status.startswith("2"):
                found: Json = response["content"]["application/json"]
                return found
        raise LookupError(name)

    def resolve(self, schema: Json) -> Json:
        """A schema, its references followed."""
        while "$ref" in schema:
            schema = self.raw["components"]["schemas"][schema["$ref"].removeprefix(_COMPONENTS)]
        return schema

    def envelope(self, name: str) -> Json:
        """The schema of a response."""
        return self.resolve(self.media(name)["schema"])

    def model(self, name: str) -> Json:
        """The schema of the object that an operation returns; of a list, of an item."""
        schema, one = self.envelope(name), self.operations[name]
        if one.pagination is not None:
            schema = self.resolve(schema["properties"][one.pagination.items])
        return self.resolve(schema["items"]) if schema.get("type") == "array" else schema

    def field(self, name: str, kind: str, *, required: bool = True) -> str:
        """The name of a field of what an operation returns, plain and of some kind; not the id."""
        schema = self.model(name)
        for field, one in schema["properties"].items():
            is_required = field in schema.get("required", ()) or bool(one.get("x-inferred-required"))
            is_plain = one.get("type") == kind and not {"enum", "format"} & one.keys()
            if is_plain and field != "id" and (is_required or not required):
                return str(field)
        raise LookupError(f"{name} returns no {kind}")

    # ------------------------------------------------------------------ changes

    def move(self, name: str, path: str) -> None:
        """Give an operation another path."""
        node = self.node(name)
        one = self.operations[name]
        del self.raw["paths"][one.path][one.method.lower()]
        self.raw["paths"].setdefault(path, {})[one.method.lower()] = node
        self.operations[name] = one._replace(path=path)

    def rename(self, schema: Json, old: str, new: str) -> None:
        """Give a field another name."""
        schema["properties"] = {new if name == old else name: one for name, one in schema["properties"].items()}
        if "required" in schema:
            schema["required"] = [new if name == old else name for name in schema["required"]]

    def own_response(self, name: str) -> Json:
        """Write the schema of a response on the spot, so that no other operation shares it."""
        schema = copy.deepcopy(self.envelope(name))
        self.media(name)["schema"] = schema
        return schema

    # ------------------------------------------------------------------ serving

    def sandbox(self, **options: Any) -> Sandbox:
        """A sandbox of the API, with something in every list."""
        for name, one in self.operations.items():
            if one.response_kind == "json":
                self.media(name).pop("example", None)  # it is of what was documented before
                self.media(name).pop("examples", None)
        registry = Registry()
        registry.handlers["api_key.get"] = ours.handlers["api_key.get"]
        registry.relied["api_key.get"] = ours.relied["api_key.get"]
        made = Sandbox(document=Document(self.operations, self.raw), registry=registry, **options)
        for resource in {name.partition(".")[0] for name in self.operations}:
            made.state.unverified[resource] = {(record := fixed(f"other/{resource}")): {"id": record}}
        return made
