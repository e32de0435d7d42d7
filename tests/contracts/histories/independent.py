"""An independent answer to one question: does the step from one document to the next break callers?

Written for the purpose, and on purpose in another way than `ledgerbee_client.contracts`: it shares no code with it, and
works on facts instead of trees. Each operation is expanded into facts such as "the request field `lines[].price` may be
a string", with references followed until they repeat; then a break is a fact that is gone or has come, by direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

Json = dict[str, Any]
Facts = dict[str, Json]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PYTHON_FORMATS = ("binary", "date", "date-time", "decimal")
LOW = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
HIGH = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
DEPTH = 12
SIZE = 6000


class TooLargeError(Exception):
    """An operation that has too many facts to be judged."""


class Expander:
    """Expands the schemas of one document into facts by place."""

    def __init__(self, document: Json) -> None:
        self.document = document

    def follow(self, node: Any) -> Any:
        for _ in range(50):
            if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
                break
            target: Any = self.document
            for part in node["$ref"].lstrip("#/").split("/"):
                key = unquote(part).replace("~1", "/").replace("~0", "~")
                target = target[int(key)] if isinstance(target, list) else target[key]
            node = target
        return node

    def merged(self, node: Any, seen: tuple[str, ...] = ()) -> tuple[Json, tuple[str, ...]]:
        """One level with `$ref`, `allOf` and null-or-one choices folded in; `_union` holds real alternatives."""
        result: Json = {"properties": {}, "required": set(), "_union": [], "nullable": False, "_open": True}
        if not isinstance(node, dict):
            return (result if node in (True, None) else {**result, "enum": []}), seen
        self._fold(node, result, seen, found := list(seen))
        return result, tuple(found)

    def _fold(self, node: Json, into: Json, seen: tuple[str, ...], names: list[str]) -> None:
        if isinstance(node.get("$ref"), str):
            ref = node["$ref"]
            if names.count(ref) > seen.count(ref):
                return
            names.append(ref)
            target = self.follow({"$ref": ref})
            if isinstance(target, dict):
                self._fold(target, into, seen, names)
        for part in node.get("allOf") or ():
            if isinstance(part, dict):
                self._fold(part, into, seen, names)
        for word in ("oneOf", "anyOf"):
            forms = node.get(word) or []
            real = [one for one in forms if not is_null(one)]
            into["nullable"] = into["nullable"] or len(real) < len(forms)
            if len(real) == 1 and isinstance(real[0], dict):
                self._fold(real[0], into, seen, names)
            elif real and not all(isinstance(one, dict) and set(one) <= {"required", "type"} for one in real):
                into["_union"] = [*into["_union"], (real, node.get("discriminator") or {})]
        self._own(node, into)

    def _own(self, node: Json, into: Json) -> None:
        kinds = node.get("type")
        kinds = [kinds] if isinstance(kinds, str) else list(kinds or ())
        if "null" in kinds and len(kinds) > 1:
            kinds, into["nullable"] = [one for one in kinds if one != "null"], True
        into["nullable"] = into["nullable"] or node.get("nullable") is True
        values = [node["const"]] if "const" in node else node.get("enum")
        if isinstance(values, list):
            if None in values and len(values) > 1:
                into["nullable"] = True
                values = [one for one in values if one is not None]
            into["enum"] = [one for one in into.get("enum", values) if one in values]
        if not kinds and "types" not in into:
            kinds = ["object"] if "properties" in node or "additionalProperties" in node else kinds
            kinds = ["array"] if "items" in node else kinds
            kinds = kinds or sorted({json_type(one) for one in values or ()})
        if kinds:
            into["types"] = set(into.get("types", kinds)) & set(kinds) or set(kinds)
        for name, child in (node.get("properties") or {}).items():
            old = into["properties"].get(name)
            into["properties"][name] = child if old is None or old == child else {"allOf": [old, child]}
        into["required"] |= (
            {one for one in node.get("required") or () if isinstance(one, str)}
            if isinstance(node.get("required"), list)
            else set()
        )
        if isinstance(node.get("items"), dict):
            into["items"] = node["items"]
        if node.get("additionalProperties") is False:
            into["_open"] = False
        elif isinstance(node.get("additionalProperties"), dict) and node["additionalProperties"]:
            into["_rest"] = node["additionalProperties"]
        for key in (*LOW, *HIGH, "pattern", "multipleOf", "format", "readOnly", "writeOnly"):
            if key in node:
                into[key] = node[key]

    def facts(self, schema: Any, *, sent: bool) -> Facts:
        """Every place of a schema, with what is said of it."""
        found: Facts = {}
        for place, one in self._walk(schema, "", (), sent, required=True, depth=0):
            found[place] = one
            if len(found) > SIZE:
                raise TooLargeError
        return found

    def _walk(
        self, schema: Any, place: str, seen: tuple[str, ...], sent: bool, *, required: bool, depth: int
    ) -> Iterator[tuple[str, Json]]:
        ref = schema.get("$ref") if isinstance(schema, dict) else None
        if ref in seen or depth > DEPTH:
            return
        node, names = self.merged(schema, seen)
        if node.get("readOnly" if sent else "writeOnly") is True:
            return
        names = (*seen, *((ref,) if ref else ()))
        node["_required"] = required
        yield place, node
        for name, child in node.get("properties", {}).items():
            if child is not False:
                below = f"{place}.{name}"
                yield from self._walk(child, below, names, sent, required=name in node["required"], depth=depth + 1)
        if "items" in node:
            yield from self._walk(node["items"], f"{place}[]", names, sent, required=False, depth=depth + 1)
        if "_rest" in node:
            yield from self._walk(node["_rest"], f"{place}.*", names, sent, required=False, depth=depth + 1)
        for forms, discriminator in node.get("_union", ()):
            for key, form in self.keyed(forms, discriminator):
                yield from self._walk(form, f"{place}<{key}>", names, sent, required=False, depth=depth + 1)

    def keyed(self, forms: list[Any], discriminator: Json) -> list[tuple[str, Any]]:
        """The forms with the value that tells each apart, or its fields."""
        by_name = {str(to).rpartition("/")[2]: value for value, to in (discriminator.get("mapping") or {}).items()}
        keyed = []
        for form in forms:
            name = str(form.get("$ref", "")).rpartition("/")[2] if isinstance(form, dict) else ""
            node, _names = self.merged(form)
            marks = sorted(self._marks(node))
            if by_name.get(name):
                keyed.append((f"={by_name[name]}", form))
            elif marks:
                keyed.append((f"={','.join(marks)}", form))
            else:
                fields = ",".join(sorted(node["required"] or node.get("properties", {}))[:3])
                keyed.append((name or f"{sorted(node.get('types', ()))}{fields}", form))
        return keyed

    def _marks(self, node: Json) -> Iterator[str]:
        for field, child in node.get("properties", {}).items():
            values = self.merged(child)[0].get("enum")
            if isinstance(values, list) and len(values) == 1:
                yield f"{field}:{values[0]}"


def is_null(node: Any) -> bool:
    if not isinstance(node, dict):
        return False
    return node.get("type") == "null" or node.get("enum") == [None] or ("const" in node and node["const"] is None)


def json_type(value: Any) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return kinds.get(type(value), "object")


# ---------------------------------------------------------------------- breaks


def breaks(old: Json, new: Json) -> list[str]:
    """Every break that this comparison sees, as text."""
    found: list[str] = []
    before, after = operations(old), operations(new)
    one, other = Expander(old), Expander(new)
    for key, operation in before.items():
        if key not in after:
            found.append(f"{key}: removed")
            continue
        if operation == after[key] and old.get("components") == new.get("components"):
            continue
        try:
            found += [f"{key}: {text}" for text in _operation(one, other, key, operation, after[key])]
        except TooLargeError:
            continue  # not judged
    return found


def operations(document: Json) -> dict[str, Json]:
    """All operations and webhooks by METHOD and path, names of path parameters left out."""
    found: dict[str, Json] = {}
    expander = Expander(document)
    for root in ("paths", "webhooks", "x-webhooks"):
        for path, item in (document.get(root) or {}).items():
            item = expander.follow(item)
            for method in METHODS:
                if isinstance(item.get(method), dict):
                    name = "".join("{}" if index % 2 else part for index, part in enumerate(_split(path)))
                    raw = {**item[method], "_shared": item.get("parameters") or [], "_hook": root != "paths"}
                    raw["_security"] = item[method].get("security", document.get("security"))
                    found[f"{root[:4]} {method} {name}"] = raw
    return found


def _split(path: str) -> list[str]:
    return path.replace("}", "{").split("{")


def _operation(one: Expander, other: Expander, key: str, old: Json, new: Json) -> Iterator[str]:
    yield from _parameters(one, other, old, new)
    sent = not old["_hook"]
    body, body_now = one.follow(old.get("requestBody")) or {}, other.follow(new.get("requestBody")) or {}
    if body and not body_now:
        yield "body removed"
    if body_now.get("required") and not body.get("required") and sent:
        yield "body required"
    yield from _content(one, other, "body", body, body_now, sent=sent)
    if old["_hook"]:
        return
    responses, responses_now = old.get("responses") or {}, new.get("responses") or {}
    gone = [status for status in responses if str(status)[0] == "2" and status not in responses_now]
    come = [status for status in responses_now if str(status)[0] == "2" and status not in responses]
    pairs = [(status, status) for status in responses if status in responses_now]
    if len(gone) == len(come) == 1:
        pairs.append((gone[0], come[0]))
    elif gone:
        yield f"status {gone} removed"
    for left, right in pairs:
        before, after = one.follow(responses[left]) or {}, other.follow(responses_now[right]) or {}
        yield from _content(one, other, f"response {left}", before, after, sent=False, error=str(left)[0] != "2")
        yield from _headers(one, other, before, after)
    yield from _security(old["_security"], new["_security"])


def _security(old: Any, new: Any) -> Iterator[str]:
    before = [frozenset(way) for way in old or [{}]]
    after = [frozenset(way) for way in new or [{}]]
    if any(not any(way >= other for other in after) for way in before) and frozenset() not in after:
        yield "security"


def _headers(one: Expander, other: Expander, old: Json, new: Json) -> Iterator[str]:
    before = {name.lower(): one.follow(header) for name, header in (old.get("headers") or {}).items()}
    after = {name.lower(): other.follow(header) for name, header in (new.get("headers") or {}).items()}
    for name, header in before.items():
        if name == "content-type":
            continue
        if name not in after:
            yield f"header {name} removed"
        else:
            if header.get("required") and not after[name].get("required"):
                yield f"header {name} optional"
            facts = one.facts(header.get("schema"), sent=False), other.facts(after[name].get("schema"), sent=False)
            yield from _fields(f"header {name}", *facts, sent=False, error=False)


def _parameters(one: Expander, other: Expander, old: Json, new: Json) -> Iterator[str]:
    before, after = _declared(one, old), _declared(other, new)
    for key, parameter in before.items():
        if key[0] == "path":
            continue
        if key not in after:
            yield f"parameter {key} removed or moved"
            continue
        if after[key].get("required") and not parameter.get("required"):
            yield f"parameter {key} required"
        left, right = (_schema(parameter), _schema(after[key]))
        yield from _fields(f"parameter {key}", one.facts(left, sent=True), other.facts(right, sent=True), sent=True)
    for key, parameter in after.items():
        if key not in before and parameter.get("required") and key[0] != "path":
            yield f"parameter {key} new and required"


def _declared(expander: Expander, operation: Json) -> dict[tuple[str, str], Json]:
    found = {}
    for raw in [*operation["_shared"], *(operation.get("parameters") or [])]:
        one = expander.follow(raw)
        name = one["name"].lower() if one["in"] == "header" else one["name"]
        if not (one["in"] == "header" and name in ("accept", "content-type", "authorization")):
            found[one["in"], name] = one
    return found


def _schema(holder: Json) -> Any:
    content = list((holder.get("content") or {}).values())
    return content[0].get("schema") if content else holder.get("schema")


def _content(
    one: Expander, other: Expander, what: str, old: Json, new: Json, *, sent: bool, error: bool = False
) -> Iterator[str]:
    before = {kind.partition(";")[0].strip().lower(): media for kind, media in (old.get("content") or {}).items()}
    after = {kind.partition(";")[0].strip().lower(): media for kind, media in (new.get("content") or {}).items()}
    for kind, media in before.items():
        if kind not in after:
            if not error and new:
                yield f"{what}: {kind} removed"
            continue
        facts = (
            one.facts((media or {}).get("schema"), sent=sent),
            other.facts((after[kind] or {}).get("schema"), sent=sent),
        )
        yield from _fields(what, *facts, sent=sent, error=error)


def _fields(what: str, old: Facts, new: Facts, *, sent: bool, error: bool = False) -> Iterator[str]:
    dead: list[str] = []
    for place in sorted({*old, *new}, key=lambda one: (len(one), one)):
        if any(place.startswith((f"{one}.", f"{one}[", f"{one}<")) for one in dead):
            continue
        before, after = old.get(place), new.get(place)
        name = f"{what} {place or '$'}"
        if after is None and before is not None:
            dead.append(place)
            if not (place.endswith(">") and not sent) and not place.endswith("[]"):
                yield f"{name} removed"
        elif before is None and after is not None:
            dead.append(place)
            if place.endswith(">"):
                if not sent and not error and place.rpartition("<")[2][:1] != "=":
                    yield f"{name} untold form added"
            elif sent and after["_required"]:
                yield f"{name} new and required"
        elif before is not None and after is not None:
            if not before.get("properties") and after.get("properties") and before.get("types") == {"object"}:
                dead.append(place)
                if not before.get("_union"):
                    yield from () if sent and not after["required"] else [f"{name} dict or class?"]
                    continue
            if _apart(before, after) or bool(before.get("_union")) != bool(after.get("_union")):
                dead.append(place)
            yield from (f"{name} {text}" for text in _field(before, after, sent=sent, error=error))


def _apart(old: Json, new: Json) -> bool:
    left, right = wide(old.get("types")), wide(new.get("types"))
    return bool(left and right and not left <= right and not right <= left)


def wide(types: Any) -> set[str]:
    return {*(types or ())} | ({"integer"} if "number" in (types or ()) else set())


def _field(old: Json, new: Json, *, sent: bool, error: bool) -> Iterator[str]:
    if sent:
        if new["_required"] and not old["_required"]:
            yield "required"
        if old["nullable"] and not new["nullable"] and new.get("types") != {"null"}:
            yield "not nullable"
        yield from _limits(old, new)
    else:
        if old["_required"] and not new["_required"]:
            yield "optional"
        if new["nullable"] and not old["nullable"] and old.get("types") != {"null"}:
            yield "nullable"
    # What was allowed must stay allowed (sent); what may come must have been possible before (read).
    allowed, asked = (new, old) if sent else (old, new)
    if not (old.get("_union") or new.get("_union")) or (old.get("types") and new.get("types")):
        left, right = wide(allowed.get("types")), set(asked.get("types") or ())
        if left and (not right or not right <= left):
            yield f"type {old.get('types')} -> {new.get('types')}"
    if bool(old.get("_union")) != bool(new.get("_union")):
        yield from ["became a union"] if new.get("_union") and not sent and not error else []
        yield from ["is no union any more"] if old.get("_union") and sent else []
    formats = {old.get("format", ""), new.get("format", "")}
    if len(formats) == 2 and formats & set(PYTHON_FORMATS) and old.get("types") == new.get("types"):
        yield f"format {formats}"


def _limits(old: Json, new: Json) -> Iterator[str]:
    if "enum" in new and ("enum" not in old or any(one not in new["enum"] for one in old["enum"])):
        yield "enum"
    if old["_open"] and not new["_open"]:
        yield "closed"
    if "_rest" in new and "_rest" not in old and old["_open"]:
        yield "restricted"
    for key in LOW:
        idle = new.get(key) == 0 and key in ("minLength", "minItems", "minProperties")
        if isinstance(new.get(key), int | float) and not idle and (key not in old or new[key] > old[key]):
            yield key
    for key in HIGH:
        if isinstance(new.get(key), int | float) and (key not in old or new[key] < old[key]):
            yield key
    for key in ("pattern", "multipleOf"):
        if key in new and new[key] != old.get(key):
            yield key
