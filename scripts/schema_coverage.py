"""Counts what an OpenAPI document states as published and what it marks as inferred.

Responsible for: reading the ``x-inferred`` marks (their legend is in ``openapi/README.md``), adding them up
per tag, and keeping the table in that README in step. Not responsible for setting the marks, nor for judging
the document.

    python -m scripts.schema_coverage [PATH]    print the Markdown table
    python -m scripts.schema_coverage --update  write it into openapi/README.md, between the markers
    python -m scripts.schema_coverage --check   exit 1 when the README is out of step
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.codegen.references import References, UnsupportedSchemaError

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "openapi" / "ledgerbee.json"
README = ROOT / "openapi" / "README.md"
BEGIN = "<!-- coverage:begin (written by scripts/schema_coverage.py --update) -->"
END = "<!-- coverage:end -->"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

COLUMNS = (
    "tag",
    "operations",
    "paths",
    "scopes",
    "parameters",
    "request fields",
    "response fields",
    "shapes complete",
)


class CoverageError(Exception):
    """The table can't be made or put in its place; the message says why."""


@dataclass
class Count:
    """How many things are documented, documented in part, and inferred."""

    documented: int = 0
    partly: int = 0
    inferred: int = 0

    def add(self, marked: Mapping[str, Any]) -> None:
        """Counts one parameter or property by the marks it carries."""
        if not marked.get("x-inferred"):
            self.documented += 1
        elif marked.get("x-inferred-parts"):
            self.partly += 1
        else:
            self.inferred += 1

    def plus(self, other: Count) -> None:
        """Add another count."""
        self.documented += other.documented
        self.partly += other.partly
        self.inferred += other.inferred

    @property
    def three(self) -> str:
        """The cell of a column with three numbers."""
        return f"{self.documented} / {self.partly} / {self.inferred}"

    @property
    def two(self) -> str:
        """The cell of a column with two numbers."""
        return f"{self.documented} / {self.inferred}"


@dataclass
class TagCoverage:
    """The counts of one tag, or of all tags together."""

    tag: str
    operations: int = 0
    paths: Count = field(default_factory=Count)
    scopes: Count = field(default_factory=Count)
    parameters: Count = field(default_factory=Count)
    request: Count = field(default_factory=Count)
    response: Count = field(default_factory=Count)
    shapes: int = 0
    complete: int = 0

    def row(self) -> str:
        """The row of the table."""
        cells = (
            self.tag,
            str(self.operations),
            self.paths.two,
            self.scopes.two,
            self.parameters.three,
            self.request.three,
            self.response.three,
            f"{self.complete} of {self.shapes}",
        )
        return "| " + " | ".join(cells) + " |"

    def plus(self, other: TagCoverage) -> None:
        """Add the counts of another tag."""
        self.operations += other.operations
        for name in ("paths", "scopes", "parameters", "request", "response"):
            getattr(self, name).plus(getattr(other, name))
        self.shapes += other.shapes
        self.complete += other.complete


def _resolve(document: dict[str, Any], node: Any) -> Any:
    """Follows a reference inside the document; anything else is returned as it is."""
    try:
        return References(document).resolve(node)
    except UnsupportedSchemaError as error:
        raise CoverageError(f"dangling reference {error}") from None


class _Walk:
    """Collects the fields of schemas, each component once."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._seen: set[int] = set()
        self.fields = Count()
        self.shapes: dict[int, bool] = {}

    def visit(self, schema: Any) -> None:
        schema = _resolve(self._document, schema)
        if not isinstance(schema, Mapping) or id(schema) in self._seen:
            return
        self._seen.add(id(schema))
        if "properties" in schema or schema.get("x-incomplete"):  # a free-form map is a field, not a shape
            self.shapes[id(schema)] = not schema.get("x-incomplete")
        for child in schema.get("properties", {}).values():
            self.fields.add(child)
            self.visit(child)
        for key in ("items", "additionalProperties", "not"):
            self.visit(schema.get(key))
        for key in ("allOf", "anyOf", "oneOf"):
            for child in schema.get(key, ()):
                self.visit(child)


def _bodies(document: dict[str, Any], owner: Any) -> Iterator[Any]:
    resolved = _resolve(document, owner)
    for media in (resolved or {}).get("content", {}).values():
        yield media.get("schema")


def measure(document: dict[str, Any]) -> list[TagCoverage]:
    """The coverage of every tag, in the order in which the tags first occur among the operations.

    A component is counted once per tag and direction, however often it is reached. Of the responses only
    those of success count: the error envelope is the same everywhere.
    """
    found: dict[str, TagCoverage] = {}
    walks: dict[str, tuple[_Walk, _Walk]] = {}
    for item in document.get("paths", {}).values():
        shared = item.get("parameters", [])
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            tag = (operation.get("tags") or ["(no tag)"])[0]
            row = found.setdefault(tag, TagCoverage(tag))
            requests, responses = walks.setdefault(tag, (_Walk(document), _Walk(document)))
            row.operations += 1
            row.paths.add({"x-inferred": operation.get("x-inferred-path")})
            row.scopes.add({"x-inferred": operation.get("x-inferred-scopes")})
            for parameter in [*shared, *operation.get("parameters", [])]:
                row.parameters.add(_resolve(document, parameter))
            for schema in _bodies(document, operation.get("requestBody")):
                requests.visit(schema)
            for status, response in operation.get("responses", {}).items():
                if str(status).startswith("2"):
                    for schema in _bodies(document, response):
                        responses.visit(schema)
    for tag, (requests, responses) in walks.items():
        row = found[tag]
        row.request, row.response = requests.fields, responses.fields
        shapes = requests.shapes | responses.shapes
        row.shapes, row.complete = len(shapes), sum(shapes.values())
    return list(found.values())


def _has_marks(node: Any) -> bool:
    if isinstance(node, Mapping):
        return any(str(key).startswith("x-inferred") or key == "x-incomplete" for key in node) or any(
            _has_marks(child) for child in node.values()
        )
    return isinstance(node, list) and any(_has_marks(child) for child in node)


def table(document: dict[str, Any]) -> str:
    """The Markdown table with a row per tag, a row of sums, and a sentence on how to read it."""
    rows = measure(document)
    total = TagCoverage("**all**")
    for row in rows:
        total.plus(row)
    head = "| " + " | ".join(COLUMNS) + " |"
    rule = "|" + "|".join(["---", *["---:"] * (len(COLUMNS) - 1)]) + "|"
    lines = [head, rule, *(row.row() for row in rows), total.row(), ""]
    if _has_marks(document):
        lines += [
            "Paths and scopes: documented / inferred. Parameters and fields: documented / documented with an",
            "inferred part (mostly the type, or whether it is required) / inferred. A component is counted",
            "once per tag, and in the sum once for each tag. Error responses are left out. A shape is a",
            "schema with fields, or one of unknown form.",
        ]
    else:
        lines.append("The document holds no mark of inference: everything in it is as published.")
    return "\n".join(lines) + "\n"


def merge(readme: str, produced: str) -> str:
    """The README's text with the table between its markers.

    Raises CoverageError when the markers are not there, or not in order.
    """
    start, end = readme.find(BEGIN), readme.find(END)
    if start < 0 or end < start:
        raise CoverageError("the README lacks the markers of the coverage table")
    return f"{readme[: start + len(BEGIN)]}\n\n{produced}\n{readme[end:]}"


def _read(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CoverageError(f"{path}: {error}") from error
    if not isinstance(document, dict):
        raise CoverageError(f"{path}: not a JSON object")
    return document


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="How much of the schema is documented, per tag.")
    parser.add_argument("path", nargs="?", type=Path, default=SCHEMA, help="OpenAPI document (JSON)")
    parser.add_argument("--readme", type=Path, default=README, help="file that holds the table")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--update", action="store_true", help="write the table into the README")
    mode.add_argument("--check", action="store_true", help="exit 1 when the README is out of step")
    options = parser.parse_args(arguments)
    try:
        produced = table(_read(options.path))
        if not (options.update or options.check):
            sys.stdout.write(produced)
            return 0
        try:
            before = options.readme.read_text(encoding="utf-8")
        except OSError as error:
            raise CoverageError(str(error)) from error
        after = merge(before, produced)
        if options.update:
            if after != before:
                options.readme.write_text(after, encoding="utf-8")
            return 0
        if after != before:
            raise CoverageError("the coverage table is out of step; run: python -m scripts.schema_coverage --update")
    except CoverageError as error:
        sys.stderr.write(f"schema_coverage: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
