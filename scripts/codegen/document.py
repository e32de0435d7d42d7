"""Loads an OpenAPI document from a path or URL, and says in one sentence what is wrong with one that can't be used."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from yaml import YAMLError

from .normalizing import normalize
from .skeleton import skeleton
from .yaml_text import load_yaml

Document = dict[str, Any]

_SHOWN_ERRORS = 5
_FETCH_SECONDS = 30.0


class DocumentError(Exception):
    """The document can't be loaded, isn't OpenAPI 3.0 or 3.1, or isn't valid."""


def load(source: str | Path) -> Document:
    """Reads a document (JSON, or YAML) from a path or an http(s) URL.

    Raises:
        DocumentError: with the reason.
    """
    is_url = str(source).startswith(("http://", "https://"))
    return parse(_fetch(str(source)) if is_url else _read(Path(source)), str(source))


def parse(text: str, source: str) -> Document:
    """The document that a text (JSON, or YAML) holds.

    Raises:
        DocumentError: with the reason.
    """
    document = _parse(text, source)
    check_kind(document, source)
    return document  # type: ignore[no-any-return]  # check_kind has looked


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"can't read {path}: {error}") from None


def _fetch(url: str) -> str:
    from scripts.fetching.download import MAX_BYTES, download  # 0.1 s to import, and most documents are files
    from scripts.fetching.errors import FetchError

    try:
        body, _content_type = download(url, _FETCH_SECONDS, MAX_BYTES)
        return body.decode("utf-8-sig")
    except (FetchError, UnicodeDecodeError) as error:
        raise DocumentError(f"can't fetch the document: {error}") from None


def _parse(text: str, source: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_duplicates)
    except _DuplicateKeyError as error:
        raise DocumentError(f"{source} is ambiguous: the key {error} stands twice in one object") from None
    except ValueError as error:
        if text.lstrip().startswith(("{", "[")):
            raise DocumentError(f"{source} is no valid JSON: {error}") from None
    if text.lstrip().startswith("<"):
        raise DocumentError(f"{source} is no OpenAPI document: it looks like HTML or XML")
    try:
        return load_yaml(text)
    except YAMLError as error:
        reason = " ".join(str(error).split())
        raise DocumentError(f"{source} is neither JSON nor YAML: {reason[:200]}") from None


class _DuplicateKeyError(Exception):
    pass


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _value in pairs]
        raise _DuplicateKeyError(repr(next(name for name in names if names.count(name) > 1)))
    return result


def check_kind(document: object, source: str) -> None:
    """Refuses what isn't an OpenAPI 3.0 or 3.1 document.

    Raises:
        DocumentError: with the reason.
    """
    if not isinstance(document, dict):
        kind = type(document).__name__
        raise DocumentError(f"{source} is no OpenAPI document: its top level is {kind}, not an object")
    if "swagger" in document:
        raise DocumentError(f"{source} is Swagger {document['swagger']}; OpenAPI 3.0 or 3.1 is needed")
    version = str(document.get("openapi", ""))
    if not version.startswith(("3.0", "3.1")):
        what = version or "missing"
        raise DocumentError(f"{source} is no OpenAPI 3.0 or 3.1 document: 'openapi' is {what}")
    if not isinstance(document.get("paths"), dict):
        raise DocumentError(f"{source} has no 'paths'")


def prepare(document: Document) -> tuple[Document, list[str]]:
    """A copy in which violations of the specification that do no harm are normalized, and notes that name them.

    Raises:
        DocumentError: it violates the specification otherwise; with the first errors and where they are.
    """
    normalized = copy.deepcopy(document)
    notes = normalize(normalized)
    if errors := _errors(normalized):
        shown = [f"  {line}" for line in errors[:_SHOWN_ERRORS]]
        more = len(errors) - _SHOWN_ERRORS
        shown += [f"  ... and {more} more"] if more > 0 else []
        raise DocumentError("the document is not valid OpenAPI:\n" + "\n".join(shown))
    return normalized, notes


def _errors(document: Document) -> list[str]:
    """What the specification says against a document, once each."""
    # Half a second to import, and who compares two documents needs neither.
    from jsonschema.validators import validator_for  # type: ignore[import-untyped]
    from openapi_spec_validator.schemas import schema_v30, schema_v31

    # Only the form is checked: references, parameters of paths and types of defaults are seen to when they are read.
    # By jsonschema itself: openapi-spec-validator takes another validator, with other messages, where one is installed.
    specification = dict(schema_v30 if str(document["openapi"]).startswith("3.0") else schema_v31)
    found = validator_for(specification)(specification).iter_errors(skeleton(document))
    return list(dict.fromkeys(_error_line(error) for error in found))


def _error_line(error: Any) -> str:
    while error.context:  # "is not valid under any of the given schemas" helps nobody: the deepest reason does
        error = max(error.context, key=lambda one: (len(one.absolute_path), one.validator != "required"))
    place = "/".join(str(part) for part in error.absolute_path) or "(top level)"
    message = error.message if len(error.message) <= 200 else f"{error.message[:200]}..."
    return f"{place}: {message}"
