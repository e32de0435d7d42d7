"""Loads an OpenAPI document from a path or URL, and says in one sentence what is wrong with one that can't be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

Document = dict[str, Any]


class DocumentError(Exception):
    """The document can't be loaded, isn't OpenAPI 3.0 or 3.1, or isn't valid."""


def load(source: str | Path) -> Document:
    """Reads a document (JSON, or YAML) from a path or an http(s) URL.

    Raises:
        DocumentError: with the reason.
    """
    text = _fetch(str(source)) if str(source).startswith(("http://", "https://")) else _read(Path(source))
    try:
        document = json.loads(text)
    except ValueError as error:
        if text.lstrip().startswith(("{", "[")):
            raise DocumentError(f"{source} is no valid JSON: {error}") from None
        try:
            document = YAML(typ="safe").load(text)
        except YAMLError:
            raise DocumentError(f"{source} is neither JSON nor YAML") from None
    check_kind(document, str(source))
    return document  # type: ignore[no-any-return]  # check_kind has looked


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"can't read {path}: {error}") from None


def _fetch(url: str) -> str:
    try:
        response = httpx.get(url, timeout=30, follow_redirects=True)
        response.raise_for_status()
    except httpx.HTTPError as error:
        raise DocumentError(f"can't fetch {url}: {error}") from None
    return response.text


def check_kind(document: object, source: str) -> None:
    """Refuses what isn't an OpenAPI 3.0 or 3.1 document.

    Raises:
        DocumentError: with the reason.
    """
    if not isinstance(document, dict):
        raise DocumentError(f"{source} is no OpenAPI document: its top level is {type(document).__name__}, not an object")
    if "swagger" in document:
        raise DocumentError(f"{source} is Swagger {document['swagger']}; OpenAPI 3.0 or 3.1 is needed")
    version = str(document.get("openapi", ""))
    if not version.startswith(("3.0", "3.1")):
        raise DocumentError(f"{source} is no OpenAPI 3.0 or 3.1 document: 'openapi' is {version or 'missing'}")
    if not isinstance(document.get("paths"), dict):
        raise DocumentError(f"{source} has no 'paths'")


def validate(document: Document) -> list[str]:
    """Validates against the OpenAPI specification.

    Returns:
        what is wrong but does no harm, such as a name that stands twice in a list of required fields.

    Raises:
        DocumentError: with the first errors and where they are.
    """
    validator = OpenAPIV30SpecValidator if document["openapi"].startswith("3.0") else OpenAPIV31SpecValidator
    errors: dict[str, None] = {}
    notes: dict[str, None] = {}
    for error in validator(document).iter_errors():  # type: ignore[arg-type]
        place = "/".join(str(part) for part in error.absolute_path) or "(top level)"
        line = f"{place}: {error.message if len(error.message) <= 200 else error.message[:200] + '...'}"
        harmless = error.validator == "uniqueItems" and place.rsplit("/", 1)[-1] in ("required", "enum", "tags")
        (notes if harmless else errors)[line] = None
    if errors:
        shown = [f"  {line}" for line in list(errors)[:5]]
        more = [f"  ... and {len(errors) - 5} more"] if len(errors) > 5 else []
        raise DocumentError("the document is not valid OpenAPI:\n" + "\n".join(shown + more))
    return list(notes)
