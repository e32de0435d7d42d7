"""What the tests of the generator share: packages generated once, and a client that records instead of sending."""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
from attrs import define, field

from scripts import regenerate
from scripts.codegen import corrections, lock, naming, reader
from scripts.codegen.document import prepare
from scripts.codegen.ir import Api

DOCUMENTS = Path(__file__).parent / "documents"
NO_FILE = Path("no such file")

Json = dict[str, Any]


@functools.cache
def workshop() -> Path:
    """A folder for packages, importable, that is gone after the run."""
    folder = Path(tempfile.mkdtemp(prefix="packages-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    sys.path.insert(0, str(folder))
    return folder


@define
class Package:
    """A package generated from a document, imported."""

    folder: Path
    result: regenerate.Result

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.folder.name}.{name}")

    def model(self, name: str) -> Any:
        return getattr(self.module("models"), name)

    def client(self, answer: Any = None, status: int = 200) -> FakeClient:
        return FakeClient(self, answer, status)

    @property
    def operations(self) -> Mapping[str, Any]:
        operations: Mapping[str, Any] = self.module("operations").OPERATIONS
        return operations


@functools.cache
def generated(document: str) -> Package:
    """The package of a document in `tests/documents`."""
    return _generate(DOCUMENTS / f"{document}.yaml", document)


def generate(document: Json, name: str, exceptions: Path | None = None) -> Package:
    """The package of a document that a test makes. `name` is the name of the package; a test has one of its own."""
    path = workshop() / f"{name}.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return _generate(path, name, exceptions)


def _generate(path: Path, name: str, exceptions: Path | None = None) -> Package:
    folder = workshop() / name
    return Package(folder, regenerate.build(path, folder, names=NO_FILE, exceptions=exceptions or NO_FILE))


@define
class Named:
    """A document that was read and named, without a package."""

    api: Api
    naming: naming.Naming
    stale: list[str]


def named(raw: Json, names: Path = regenerate.LOCK, exceptions: Path = regenerate.CORRECTIONS) -> Named:
    """Reads and names a document as `regenerate.build` does."""
    corrected, stale = corrections.apply(prepare(raw)[0], corrections.Corrections.load(exceptions))
    api = reader.read(corrected)
    hints = reader.hints_of(corrected, api.operations)
    return Named(api, naming.assign(api, lock.Lock.load(names), hints), stale)


def document(paths: Json, schemas: Json | None = None, version: str = "3.0.3", **extra: Any) -> Json:
    info = {"title": "Test", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas or {}}, **extra}


def answers(schema: Any, media: str = "application/json") -> Json:
    return {"200": {"description": "ok", "content": {media: {"schema": schema}}}}


def body(schema: Any, media: str = "application/json") -> Json:
    return {"required": True, "content": {media: {"schema": schema}}}


@functools.cache
def _client() -> httpx.Client:
    """One for all requests: making one reads the system's certificates."""
    return httpx.Client(base_url="https://api.example")


@define
class Sent:
    """One call as the endpoint module handed it to the client."""

    operation: Any
    request: Any

    @property
    def http(self) -> httpx.Request:
        """As httpx would send it."""
        request = self.request
        unset = request.json.__class__.__name__ == "Unset"
        return _client().build_request(
            self.operation.method,
            request.path,
            params=request.query or None,
            headers=request.headers,
            content=request.content,
            data=request.form,
            files=request.files,
            json=None if unset else request.json,
        )

    @property
    def url(self) -> str:
        return str(self.http.url).removeprefix("https://api.example")


@define
class FakeClient:
    """Stands for a client: keeps what would be sent, and gives one answer."""

    package: Package
    answer: Any = None
    status: int = 200
    sent: list[Sent] = field(factory=list)

    async def execute(
        self,
        operation: Any,
        request: Any,
        decode: Callable[[Any], Any],
        by_status: Mapping[int, tuple[str, Callable[[Any], Any]]] | None = None,
    ) -> Any:
        self.sent.append(Sent(operation, request))
        _kind, decode = (by_status or {}).get(self.status, ("", decode))
        response = self.package.module("types").Response
        return response(self.status, httpx.Headers(), b"", decode(self.answer))

    def paginate(self, operation: Any, request: Any, decode_item: Callable[[Any], Any], **_policy: Any) -> list[Any]:
        self.sent.append(Sent(operation, request))
        return [decode_item(item) for item in (self.answer or {}).get(operation.pagination.items, [])]

    def resource(self, name: str) -> Any:
        return vars(self.package.module("resources").Resources)[name].func(self)

    def method(self, python: str) -> Any:
        resource, _, name = python.partition(".")
        return getattr(self.resource(resource), name)

    @property
    def request(self) -> Any:
        return self.sent[-1].request


def files(folder: Path) -> dict[str, bytes]:
    """The content of a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
