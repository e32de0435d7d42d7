"""Operations by their Python names, and whether the document has the fields that a test relies on.

Paths, operationIds, names of schemas and many fields are only inferred; the Python names stay. So a test asks here for
a path, and says which fields it needs: where the document is another, it is skipped with that reason.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from ledgerbee_client.generated.operations import OPERATIONS
from scripts.codegen import corrections, document, lock, naming, reader, sending

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
        pytest.skip(f"the document has no operation {name}", allow_module_level=True)
    return OPERATIONS[name]


async def send(http: httpx.AsyncClient, name: str, *ids: object, **options: Any) -> httpx.Response:
    """Calls an operation by a plain HTTP client; `options` are those of httpx (`json`, `params`, `headers`)."""
    return await http.request(method(name), path(name, *ids), **options)


# ---------------------------------------------------------------------- the document


@functools.cache
def corrected_document() -> dict[str, Any]:
    """The document that the package is generated from: the checked-in one, corrections applied."""
    sound, _notes = document.prepare(document.load(ROOT / "openapi" / "ledgerbee.json"))
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
    not is_reconstruction(), reason="the document is not the reconstruction that this is said of"
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


def lacks(
    name: str, *, body: Iterable[str] = (), response: Iterable[str] = (), query: Iterable[str] = ()
) -> str | None:
    """What of this the document doesn't have, as a sentence; None when it has everything.

    Args:
        name: the operation, `resource.method`.
        body: fields by their name in JSON; `lines.quantity` is a field of what `lines` holds.
        response: fields of what is returned; of a paged list, of one item.
        query: query parameters.
    """
    if name not in operations():
        return f"the document has no operation {name}"
    known = {one.wire for one in operations()[name].parameters if one.location == "query"}
    missing = [f"query parameter {one}" for one in query if one not in known]
    missing += [f"field {one} of the body" for one in body if not _has(body_model(name), one)]
    missing += [f"field {one} of the response" for one in response if not _has(response_model(name), one)]
    return f"{name} has no {', no '.join(missing)} in the document" if missing else None


def _has(model: Model | None, field: str) -> bool:
    first, _, rest = field.partition(".")
    if model is None or (not model.fields and model.additional is not None):
        return True  # whatever one likes
    found = next((one for one in model.fields if one.wire == first), None)
    if found is None:
        return False
    return not rest or _has(model_of(found.type), rest)


def needs(name: str, **fields: Iterable[str]) -> pytest.MarkDecorator:
    """Skips a test, with the reason, when the document lacks what it relies on; the arguments are those of `lacks`."""
    reason = lacks(name, **fields)
    return pytest.mark.skipif(reason is not None, reason=reason or "")
