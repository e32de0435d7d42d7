"""Reads operations, parameters, scopes, security and marks out of an OpenAPI 3.0 or 3.1 document.

Tolerant of what it doesn't need, strict about references. ``shape`` reads the schemas.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scripts.codegen.scopes import read_scopes
from scripts.report.model import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ENDPOINT = re.compile(r"\b(?:GET|PUT|POST|DELETE|PATCH)\s+/[^\s`)\],;]*[^\s`)\],;.]")
_SUCCESSOR = re.compile(
    r"\b(?:migrate to|replaced by|superseded by|in favou?r of|use)\s+(?:`([^`]+)`|(v\d+)\b)", re.IGNORECASE
)


def mapping(value: object) -> Json:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """``value`` if it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def squeeze(value: object) -> str:
    """Text without differences in white space; '' for what is not text."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def texts(node: Json) -> tuple[str, ...]:
    """Everything in a node that only people read."""
    examples = [json.dumps(node[key], sort_keys=True) for key in ("example", "examples") if key in node]
    return (
        squeeze(node.get("title")),
        squeeze(node.get("summary")),
        squeeze(node.get("description")),
        *examples,
    )


def marks(node: Json) -> frozenset[str]:
    """What a node marks as inferred: ``x-inferred-path`` -> 'path'; ``x-inferred`` alone -> 'all'."""
    named = {key.removeprefix("x-inferred-") for key in node if key.startswith("x-inferred-") and node[key]}
    parts = set(map(str, items(node.get("x-inferred-parts"))))
    whole = {"all"} if node.get("x-inferred") and not parts else set()
    return frozenset((named - {"parts"}) | parts | whole)


def count_inferred(node: object) -> int:
    """The number of places below ``node`` that are marked ``x-inferred``."""
    if isinstance(node, list):
        return sum(map(count_inferred, node))
    if not isinstance(node, dict):
        return 0
    return bool(node.get("x-inferred")) + sum(map(count_inferred, node.values()))


def media_types(holder: Json) -> dict[str, Json]:
    """The ``content`` of a body, a response or a parameter, by media type without its parameters."""
    content = mapping(holder.get("content"))
    return {name.split(";")[0].strip().lower(): mapping(content[name]) for name in content}


@dataclass(frozen=True, eq=False)
class Operation:
    """One operation, its references to parameters, bodies and responses resolved."""

    method: str
    path: str
    raw: Json
    parameters: dict[tuple[str, str], Json]
    body: Json
    responses: dict[str, Json]
    security: frozenset[str]

    @property
    def label(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def template(self) -> str:
        """The path without the names of its parameters."""
        return re.sub(r"\{[^}]*\}", "{}", self.path)

    @property
    def tag(self) -> str:
        return str(next(iter(items(self.raw.get("tags"))), ""))

    @property
    def summary(self) -> str:
        return squeeze(self.raw.get("summary"))

    @property
    def scopes(self) -> frozenset[str]:
        """The scopes that the description names, as the generator reads them."""
        return frozenset(read_scopes(str(self.raw.get("description", ""))).names)

    @property
    def texts(self) -> tuple[str, ...]:
        """What people read of the operation, the list of scopes left out."""
        description = read_scopes(str(self.raw.get("description", ""))).rest
        return (self.summary, squeeze(description), squeeze(json.dumps(self.raw.get("externalDocs"))))

    @property
    def successor(self) -> str:
        """What to use instead, from ``x-successor`` or from the text; '' if nothing says so."""
        told = self.raw.get("x-successor")
        if told:
            return squeeze(told) or squeeze(" ".join(str(value) for value in mapping(told).values()))
        text = f"{self.summary}\n{squeeze(self.raw.get('description'))}"
        endpoint = _ENDPOINT.search(text)
        if endpoint:
            return endpoint.group()
        match = _SUCCESSOR.search(text)
        return (match.group(1) or match.group(2)) if match else ""


class Document:
    """An OpenAPI document with its operations in the order of their labels."""

    def __init__(self, raw: object) -> None:
        self.raw = mapping(raw)
        self.version = str(self.raw.get("openapi", ""))
        if not self.version.startswith("3.") or not isinstance(self.raw.get("paths"), dict):
            raise ReportError("not an OpenAPI 3 document (no 'openapi: 3.x' or no 'paths')")
        self.schemas = mapping(mapping(self.raw.get("components")).get("schemas"))
        self.operations = tuple(sorted(self._operations(), key=lambda o: o.label))

    def resolve(self, node: object) -> Json:
        """The object that a node stands for, after following its references."""
        followed: set[str] = set()
        while "$ref" in (found := mapping(node)):
            reference = str(found["$ref"])
            if reference in followed:
                raise ReportError(f"reference that leads to itself: {reference}")
            followed.add(reference)
            node = self.target(reference)
        return found

    def target(self, reference: str) -> Any:
        """What one local reference points to."""
        node: Any = self.raw
        for part in reference.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            if not reference.startswith("#/") or not isinstance(node, dict) or key not in node:
                raise ReportError(f"reference that leads nowhere: {reference}")
            node = node[key]
        return node

    def servers(self) -> tuple[str, ...]:
        """The URLs of the servers, the default first."""
        return tuple(str(mapping(server).get("url", "")) for server in items(self.raw.get("servers")))

    def schemes(self) -> dict[str, str]:
        """The security schemes: what a caller sees of them -> where their credentials come from.

        Their names in the document never reach a caller, and so play no part.
        """
        defined = mapping(mapping(self.raw.get("components")).get("securitySchemes"))
        return {_scheme_label(scheme): _scheme_urls(scheme) for scheme in map(self.resolve, defined.values())}

    def _operations(self) -> Iterator[Operation]:
        for path, path_item in self.raw["paths"].items():
            shared = self.resolve(path_item)
            for method in METHODS:
                if isinstance(shared.get(method), dict):
                    yield self._operation(method.upper(), str(path), shared, shared[method])

    def _operation(self, method: str, path: str, shared: Json, raw: Json) -> Operation:
        listed = map(self.resolve, [*items(shared.get("parameters")), *items(raw.get("parameters"))])
        responses = mapping(raw.get("responses"))
        return Operation(
            method=method,
            path=path,
            raw=raw,
            parameters={(str(p.get("in")), _parameter_name(p)): p for p in listed},
            body=self.resolve(raw.get("requestBody")),
            responses={str(status): self.resolve(response) for status, response in responses.items()},
            security=frozenset(self._alternatives(raw.get("security", self.raw.get("security")))),
        )

    def _alternatives(self, requirements: object) -> Iterator[str]:
        """The ways to authenticate, each as one text; 'none' for a call without a credential."""
        defined = mapping(mapping(self.raw.get("components")).get("securitySchemes"))
        for requirement in map(mapping, items(requirements) or [{}]):
            labels = sorted(
                _scheme_label(self.resolve(defined.get(name))) + "".join(f" {scope}" for scope in items(scopes))
                for name, scopes in requirement.items()
            )
            yield " + ".join(labels) or "none"


@dataclass(frozen=True)
class Matches:
    """The operations of two documents: those in both as pairs, and those in one of them only."""

    pairs: list[tuple[Operation, Operation]]
    removed: list[Operation]
    added: list[Operation]


def match_operations(old: Document, new: Document) -> Matches:
    """Find each operation again in the other document.

    By method and path, then the same with other parameter names, then by method, tag and summary where these
    name exactly one operation on each side.
    """
    pairs: list[tuple[Operation, Operation]] = []
    left, right = list(old.operations), list(new.operations)
    for key in (
        lambda o: (o.method, o.path),
        lambda o: (o.method, o.template),
        lambda o: (o.method, o.tag, o.summary),
    ):
        before, after = _unique(left, key), _unique(right, key)
        pairs += [(before[k], after[k]) for k in before if k in after]
        matched = {operation for pair in pairs for operation in pair}
        left = [operation for operation in left if operation not in matched]
        right = [operation for operation in right if operation not in matched]
    return Matches(pairs, left, right)


def _unique(operations: Iterable[Operation], key: Any) -> dict[Any, Operation]:
    listed = list(operations)
    counts = Counter(map(key, listed))
    return {key(operation): operation for operation in listed if counts[key(operation)] == 1}


def _parameter_name(parameter: Mapping[str, Any]) -> str:
    name = str(parameter.get("name"))
    return name.lower() if parameter.get("in") == "header" else name


def _scheme_label(scheme: Json) -> str:
    match scheme.get("type"):
        case "apiKey":
            return f"{scheme.get('name')} ({scheme.get('in')})"
        case "http":
            return f"HTTP {scheme.get('scheme')}"
        case "oauth2":
            return f"OAuth 2.0 ({', '.join(sorted(mapping(scheme.get('flows'))))})"
        case other:
            return str(other or "unknown scheme")


def _scheme_urls(scheme: Json) -> str:
    flows = mapping(scheme.get("flows"))
    urls = [str(mapping(flows[flow]).get("tokenUrl", "")) for flow in sorted(flows)]
    return " ".join(filter(None, [*urls, str(scheme.get("openIdConnectUrl", ""))]))
