"""Operations by their Python names, and whether the document has the fields that a test relies on.

Paths, operationIds, names of schemas and many fields are only inferred; the Python names stay. So a test asks here for
a path, and says which fields it needs: where the document is another, it is skipped with that reason.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from ledgerbee_client import models
from ledgerbee_client.generated.operations import OPERATIONS
from scripts.codegen import corrections, document, lock, naming, reader, sending
from scripts.codegen.normalizing import normalize
from scripts.rehearsal.skips import GONE, OTHER_FIELDS, RECONSTRUCTION

if TYPE_CHECKING:
    import httpx

    from scripts.codegen.ir import Model, Operation, Type

ROOT = Path(__file__).resolve().parents[2]


def path(name: str, *ids: object) -> str:
    """The path of an operation, below the base URL, with its path parameters filled in.

    A test of an operation that the document doesn't have is skipped.
    """
    parts = _existing(name).path.split("/")
    values = iter(ids)
    found = "/".join(quote(str(next(values)), safe="") if part.startswith("{") else part for part in parts)
    assert next(values, None) is None, f"{name} has fewer path parameters"
    return found


def method(name: str) -> str:
    """The HTTP method of an operation."""
    return _existing(name).method


def _existing(name: str) -> Any:
    if name not in OPERATIONS:
        pytest.skip(f"{GONE}: the document has no operation {name}", allow_module_level=True)
    return OPERATIONS[name]


async def send(http: httpx.AsyncClient, name: str, *ids: object, **options: Any) -> httpx.Response:
    """Calls an operation by a plain HTTP client; `options` are those of httpx (`json`, `params`, `headers`)."""
    return await http.request(method(name), path(name, *ids), **options)


# ---------------------------------------------------------------------- the document


@functools.cache
def documented() -> frozenset[tuple[str, str]]:
    """METHOD and path of every operation of the document, as it was published: as many must the package have."""
    paths = json.loads((ROOT / "openapi" / "ledgerbee.json").read_text(encoding="utf-8"))["paths"]
    methods = {"get", "put", "post", "delete", "patch"}
    return frozenset((method.upper(), path) for path, item in paths.items() for method in item.keys() & methods)


@functools.cache
def promised_names() -> frozenset[str]:
    """The Python names that the project has promised; a new document may have operations beyond them."""
    rows = (ROOT / "tests" / "codegen" / "method_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(row.split()[0] for row in rows)


def skip_gone() -> None:
    """Skips the test that calls it where a promised operation isn't there any more."""
    if gone := promised_names() - OPERATIONS.keys():
        pytest.skip(f"{GONE}: the document has no operation {', '.join(sorted(gone))}")


@functools.cache
def corrected_document() -> dict[str, Any]:
    """The document that the package is generated from: the checked-in one, corrections applied."""
    sound = document.load(ROOT / "openapi" / "ledgerbee.json")
    normalize(sound)  # it was validated when the package was generated
    fixes = corrections.Corrections.load(ROOT / "openapi" / "corrections.yaml")
    corrected, _stale = corrections.apply(sound, fixes)
    return corrected


@functools.cache
def operations() -> dict[str, Operation]:
    """All operations, as the generator reads them, by `resource.method`."""
    corrected = corrected_document()
    api = reader.read(corrected)
    naming.assign(api, lock.Lock.load(ROOT / "openapi" / "names.lock.json"), reader.hints_of(corrected, api.operations))
    sending.apply(api)
    return {operation.python: operation for operation in api.operations}


@functools.cache
def is_reconstruction() -> bool:
    """Whether the document is the one that this project began with, whose inferences are marked."""
    return '"x-inferred' in (ROOT / "openapi" / "ledgerbee.json").read_text(encoding="utf-8")


#: For what is said of that one only: counts of marks, and facts that are known from other pages.
reconstruction_only = pytest.mark.skipif(
    not is_reconstruction(), reason=f"{RECONSTRUCTION}: this is said of no other document"
)


def model_of(kind: Type | None) -> Model | None:
    """The object that a type is, or that a list holds."""
    while kind is not None and kind.kind == "list":
        kind = kind.items
    return kind.model if kind is not None else None


def body_model(name: str) -> Model | None:
    """The object that an operation takes as its body, if it takes one that has fields."""
    body = operations()[name].body
    return model_of(body.type) if body is not None else None


def response_model(name: str) -> Model | None:
    """The object that an operation returns; of a paged list, one item."""
    operation = operations()[name]
    if operation.pagination is not None:
        return model_of(operation.pagination.item_type)
    return model_of(operation.successes[0].type) if operation.successes else None


def class_of(name: str, field: str, of: Callable[[str], Model | None] = response_model) -> Any:
    """The class of what a field of a response holds (or of a body: `of=body_model`); `prices.tiers` leads further in.

    Names of classes are inferred, so nothing else leads to them. Where there is no such field, the test is skipped.
    """
    model = of(name)
    for one in field.split("."):
        model = model and next((model_of(each.type) for each in model.fields if each.wire == one), None)
    if model is None:
        pytest.skip(f"{OTHER_FIELDS}: {name} has no object {field}", allow_module_level=True)
    return getattr(models, model.name)


def lacks(
    name: str,
    *,
    body: Iterable[str] = (),
    response: Iterable[str] = (),
    always: Iterable[str] = (),
    query: Iterable[str] = (),
) -> str | None:
    """What of this the document doesn't have, as a sentence; None when it has everything.

    Args:
        name: the operation, `resource.method`.
        body: fields by their name in JSON; `lines.quantity` is a field of what `lines` holds.
        response: fields of what is returned; of a paged list, of one item.
        always: the same, which the document says are always there, so that None is none of their types.
        query: query parameters.
    """
    if name not in operations():
        return f"{GONE}: the document has no operation {name}"
    known = {one.wire for one in operations()[name].parameters if one.location == "query"}
    missing = [f"query parameter {one}" for one in query if one not in known]
    missing += [f"field {one} of the body" for one in body if not _has(body_model(name), one)]
    missing += [f"field {one} of the response" for one in response if not _has(response_model(name), one)]
    missing += [f"definite field {one} of the response" for one in always if not _is_definite(name, one)]
    return f"{OTHER_FIELDS}: {name} has no {', no '.join(missing)} in the document" if missing else None


def _has(model: Model | None, field: str) -> bool:
    first, _, rest = field.partition(".")
    if model is None or (not model.fields and model.additional is not None):
        return True  # whatever one likes
    found = next((one for one in model.fields if one.wire == first), None)
    if found is None:
        return False
    return not rest or _has(model_of(found.type), rest)


def _is_definite(name: str, field: str) -> bool:
    model = response_model(name)
    return any(one.wire == field and (one.required or one.inferred_required) for one in (model.fields if model else ()))


def skip_lacking(name: str, **fields: Iterable[str]) -> None:
    """Skips the test that calls it where the document lacks what it relies on; the arguments are those of `lacks`."""
    if reason := lacks(name, **fields):
        pytest.skip(reason)


def needs(name: str, **fields: Iterable[str]) -> pytest.MarkDecorator:
    """Skips a test, with the reason, when the document lacks what it relies on; the arguments are those of `lacks`."""
    reason = lacks(name, **fields)
    return pytest.mark.skipif(reason is not None, reason=reason or "")
