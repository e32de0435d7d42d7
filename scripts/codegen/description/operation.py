"""Describes one operation: parameters, bodies, responses, credentials, scopes and what else a call depends on.

The form of the result is defined in `ledgerbee_client.contracts.operations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ledgerbee_client.contracts.shapes import references_in
from scripts.codegen import content, policies
from scripts.codegen.ir import Operation, Parameter, Type
from scripts.codegen.normalizing import IGNORED_HEADERS, METHODS
from scripts.codegen.references import References, UnsupportedSchemaError
from scripts.codegen.scopes import read_scopes

from .announcements import notice
from .schema import SchemaDescriber
from .values import Json, items, mapping, marks, squeeze, text_digest, without_empty

_ENDPOINT = re.compile(r"\b(?:GET|PUT|POST|DELETE|PATCH)\s+/[^\s`)\],;]*[^\s`)\],;.]")
_SUCCESSOR = re.compile(
    r"\b(?:migrate to|replaced by|superseded by|in favou?r of|use)\s+(?:`([^`]+)`|(v\d+)\b)", re.IGNORECASE
)

#: The keys that are read here; others are leftovers.
READ = {
    "operation": {"tags", "operationId", "parameters", "requestBody", "responses", "callbacks", "deprecated"}
    | {"security", "servers", "x-idempotency", "x-sunset", "x-successor", "x-licenses", "x-read-back"},
    "parameter": {"name", "in", "required", "deprecated", "style", "explode", "schema", "content"},
    "body": {"required", "content"},
    "response": {"content", "headers"},
    "media": {"schema", "encoding"},
    "header": {"required", "deprecated", "schema", "content", "style", "explode"},
}


class OperationDescriber:
    """Describes the operations of one document."""

    def __init__(self, document: Json, schemas: SchemaDescriber, *, texts: bool) -> None:
        """Describe operations of a document, their schemas with `schemas`."""
        self.document = document
        self.schemas = schemas
        self.references: References = schemas.references
        self._texts = texts
        self._schemes = {
            str(name): self.resolve(scheme)
            for name, scheme in mapping(mapping(document.get("components")).get("securitySchemes")).items()
        }
        self.servers = _urls(document.get("servers"))

    def resolve(self, node: Any) -> Json:
        """Return what a node stands for; empty where its reference leads nowhere."""
        try:
            return mapping(self.references.resolve(node))
        except UnsupportedSchemaError as error:
            self.schemas.problems.append(str(error))
            return {}

    def schemes(self) -> dict[str, str]:
        """Return the security schemes: what a caller sees of each -> where its credentials come from.

        Their names in the document never reach a caller, and so play no part.
        """
        return {_scheme_label(scheme): _scheme_urls(scheme) for scheme in self._schemes.values()}

    def path_item(self, path: str, raw: Any, known: Mapping[str, Json] = MappingProxyType({})) -> Iterator[Json]:
        """Describe the operations of one path, but for those that are known by METHOD and path."""
        item = self.resolve(raw)
        for method in METHODS:
            described = known.get(f"{method.upper()} {path}")
            if described is not None and method in item:
                self.schemas.meet(references_in(described))
                yield described
            elif isinstance(item.get(method), dict):
                yield self.operation(method.upper(), path, item, self.resolve(item[method]))

    def operation(self, method: str, path: str, item: Json, raw: Json) -> Json:
        """Describe one operation."""
        parameters = self._parameters(path, item, raw)
        scopes = read_scopes(str(raw.get("description") or ""))
        requirements = raw.get("security", self.document.get("security"))
        servers = _urls(raw.get("servers") or item.get("servers"))
        node: Json = {
            "method": method,
            "path": path,
            "tag": str(next(iter(items(raw.get("tags"))), "")),
            "summary": squeeze(raw.get("summary")),
            "id": str(raw.get("operationId") or ""),
            "scopes": sorted(scopes.names),
            "licenses": sorted(map(str, items(raw.get("x-licenses")))),
            "security": self._security(requirements),
            "servers": [] if servers == self.servers else servers,
            "deprecated": raw.get("deprecated") is True,
            "sunset": str(raw.get("x-sunset") or ""),
            "successor": _successor(method, path, raw),
            "idempotency": _idempotency(method, raw, parameters),
            "read_back": str(raw.get("x-read-back") or ""),
            "marks": marks(raw),
            "parameters": parameters,
            "body": self._body(raw.get("requestBody")),
            "responses": self._responses(raw.get("responses")),
            "callbacks": self._callbacks(raw.get("callbacks")),
        }
        if self._texts:
            node |= {
                "text": text_digest({**raw, "description": scopes.rest}),
                "notice": notice(raw.get("summary"), scopes.rest),
            }
        return without_empty(node)

    def _security(self, requirements: Any) -> list[dict[str, list[str]]]:
        return [
            {
                _scheme_label(self._schemes.get(str(name), {})): sorted(map(str, items(scopes)))
                for name, scopes in mapping(one).items()
            }
            for one in items(requirements)
        ]

    # ------------------------------------------------------------------ parameters

    def _parameters(self, path: str, item: Json, raw: Json) -> Json:
        in_path = re.findall(r"\{([^{}]+)\}", path)
        found: Json = {}
        for one in map(self.resolve, [*items(item.get("parameters")), *items(raw.get("parameters"))]):
            place, name = str(one.get("in")), str(one.get("name"))
            if place == "header":
                name = name.lower()
                if name in IGNORED_HEADERS:
                    continue
            if not one.get("in") or not one.get("name"):
                continue  # nothing that could be sent
            if place != "path" or name in in_path:
                found[f"{place} {name}"] = self._parameter(place, one)
        for name in in_path:
            found.setdefault(f"path {name}", {"required": True, "schema": {"types": ["string"]}})
        return found

    def _parameter(self, place: str, raw: Json) -> Json:
        node = {
            "required": raw.get("required") is True or place == "path",
            "deprecated": raw.get("deprecated") is True,
            "style": _style(place, raw),
            "inferred": bool(marks(raw)),
            "schema": self.schemas.node(_schema_of(raw)),
        }
        return without_empty(node | self._text(raw))

    # ------------------------------------------------------------------ bodies and responses

    def _body(self, raw: Any) -> Json:
        body = self.resolve(raw)
        node = {"required": body.get("required") is True, "inferred": bool(marks(body)), "content": self._content(body)}
        return without_empty(node | self._text(body)) if body else {}

    def _responses(self, raw: Any) -> Json:
        found: Json = {}
        for status, one in mapping(raw).items():
            if str(status).startswith("x-"):
                continue
            response = self.resolve(one)
            headers = {
                str(name).lower(): self._header(self.resolve(header))
                for name, header in mapping(response.get("headers")).items()
                if str(name).lower() != "content-type"
            }
            node = {"content": self._content(response), "headers": headers, "inferred": bool(marks(response))}
            found[str(status)] = without_empty(node | self._text(response))
        return found

    def _header(self, raw: Json) -> Json:
        node = {
            "required": raw.get("required") is True,
            "deprecated": raw.get("deprecated") is True,
            "schema": self.schemas.node(_schema_of(raw)),
        }
        return without_empty(node | self._text(raw))

    def _text(self, raw: Json) -> Json:
        return {"text": text_digest(raw), "notice": notice(raw.get("description"))} if self._texts else {}

    def _content(self, holder: Json) -> Json:
        """The content by media type, without the parameters of the type."""
        found: Json = {}
        for name, media in mapping(holder.get("content")).items():
            encoding = {
                str(field): ", ".join(f"{key} {_written(value)}" for key, value in sorted(mapping(one).items()))
                for field, one in mapping(mapping(media).get("encoding")).items()
            }
            node = {"schema": self.schemas.node(mapping(media).get("schema", {})), "encoding": encoding}
            found[content.plain(str(name))] = without_empty(node)
        return found

    def _callbacks(self, raw: Any) -> Json:
        found: Json = {}
        for name, callback in mapping(raw).items():
            for url, item in self.resolve(callback).items():
                if not str(url).startswith("x-"):
                    for one in self.path_item(str(url), item):
                        found[f"{name} {one['method']} {url}"] = {**one, "webhook": str(name)}
        return found


def _schema_of(holder: Json) -> Any:
    content = list(mapping(holder.get("content")).values())
    return mapping(content[0]).get("schema", {}) if content else holder.get("schema", {})


def _style(place: str, raw: Json) -> str:
    if mapping(raw.get("content")):
        return next(iter(raw["content"]))  # type: ignore[no-any-return]
    style = raw.get("style") or ("form" if place in {"query", "cookie"} else "simple")
    return f"{style}, explode {'on' if raw.get('explode', style in ('form', 'deepObject')) else 'off'}"


def _written(value: Any) -> str:
    """Return what an encoding says of one thing; of the headers of a part their names."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return " + ".join(sorted(map(str, value))) if isinstance(value, dict) else str(value)


def _urls(servers: Any) -> list[str]:
    found = []
    for server in map(mapping, items(servers)):
        defaults = {name: str(mapping(one).get("default")) for name, one in mapping(server.get("variables")).items()}
        values = ", ".join(f"{name}={value}" for name, value in sorted(defaults.items()))
        found.append(str(server.get("url", "")) + (f" ({values})" if values else ""))
    return found


def _successor(method: str, path: str, raw: Json) -> str:
    told = raw.get("x-successor")
    if isinstance(told, dict):
        return squeeze(" ".join(str(value) for value in told.values()))
    if not (told or raw.get("deprecated") or raw.get("x-sunset") or notice(raw.get("description"))):
        return ""  # a text that mentions another operation doesn't name it as the one to use instead
    text = f"{squeeze(raw.get('summary'))}\n{squeeze(raw.get('description'))}"
    endpoints = [one for one in _ENDPOINT.findall(text) if one.split() != [method, path]]
    if squeeze(told) or endpoints:
        return squeeze(told) or str(endpoints[0])
    match = _SUCCESSOR.search(text)
    return (match.group(1) or match.group(2)) if match else ""


def _idempotency(method: str, raw: Json, parameters: Json) -> str:
    headers = [key.partition(" ")[2] for key in parameters if key.startswith("header ")]
    read = [Parameter(name, "", "header", Type("str"), False, "simple", False) for name in headers]
    operation = Operation(method, "", "", "", "", None, parameters=read)
    return policies.idempotency(operation, raw)[0]


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


__all__ = ["READ", "OperationDescriber"]
