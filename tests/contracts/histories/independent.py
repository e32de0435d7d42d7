"""An independent answer to one question: does the step from one document to the next break callers?

Written for the purpose, and on purpose in another way than `ledgerbee_client.contracts`: it shares no code with it, and
works on facts instead of trees. Each operation is expanded into facts such as "the request field `lines[].price` may be
a string", with references followed until they repeat; then a break is a fact that is gone or has come, by direction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

Json = dict[str, Any]
Facts = dict[str, Json]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PYTHON_FORMATS = ("binary", "date", "date-time", "decimal")
LOW = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
HIGH = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
#: How deep a schema is expanded: as deep as keeps it below SIZE facts.
DEPTHS = (12, 7, 5, 4, 3, 2)
SIZE = 6000
ALIKE = 0.5


class TooLargeError(Exception):
    """A schema that has too many facts."""


class Expander:
    """Expands the schemas of one document into facts by place."""

    def __init__(self, document: Json) -> None:
        self.document = document
        #: What was found of a schema against its successor: operations share most of theirs.
        self.compared: dict[str, list[str]] = {}

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
            elif real and all(isinstance(one, dict) and set(one) <= {"required", "type"} for one in real):
                into["_groups"] = [frozenset(one.get("required") or ()) for one in real]
            elif real:
                into["_union"] = [*into["_union"], (real, node.get("discriminator") or {})]
        # Beside a reference OpenAPI 3.0 ignores everything; null is what people write there and mean.
        beside = "$ref" in node and isinstance(node.get("type"), str)
        self._own({key: value for key, value in node.items() if key != "type"} if beside else node, into)

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

    def facts(self, schema: Any, depth: int, *, sent: bool) -> Facts:
        """Every place of a schema, with what is said of it."""
        found: Facts = {}
        for place, one in self._walk(schema, "", (), sent, required=True, depth=depth):
            found[place] = one
            if len(found) > SIZE:
                raise TooLargeError
        return found

    def _walk(
        self, schema: Any, place: str, seen: tuple[str, ...], sent: bool, *, required: bool, depth: int
    ) -> Iterator[tuple[str, Json]]:
        ref = schema.get("$ref") if isinstance(schema, dict) else None
        if seen.count(ref) > 1 or depth < 0:
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
                yield from self._walk(child, below, names, sent, required=name in node["required"], depth=depth - 1)
        if "items" in node:
            yield from self._walk(node["items"], f"{place}[]", names, sent, required=False, depth=depth - 1)
        if "_rest" in node:
            yield from self._walk(node["_rest"], f"{place}.*", names, sent, required=False, depth=depth - 1)
        for number, (forms, discriminator) in enumerate(node.get("_union", ())):
            by_name = {str(to).rpartition("/")[2]: value for value, to in (discriminator.get("mapping") or {}).items()}
            for index, form in enumerate(forms):
                name = str(form.get("$ref", "")).rpartition("/")[2] if isinstance(form, dict) else ""
                value = by_name.get(name) or (name if discriminator else "")
                whole = self.merged(form)[0]
                about = {"value": value, "name": name, "marks": dict(self._marks(whole)), "union": number}
                # Deep unions are told apart by an index, too: two forms may look the same.
                below = f"{place}<{value or name or sorted(whole.get('types', ()))}/{index}>"
                inner = self._walk(form, below, names, sent, required=False, depth=depth - 1)
                for at, one in inner:
                    yield at, ({**one, "_form": about, "_parent": place} if at == below else one)

    def _marks(self, node: Json, above: str = "") -> Iterator[tuple[str, Any]]:
        for field, child in node.get("properties", {}).items():
            inner = self.merged(child)[0]
            values = inner.get("enum")
            if isinstance(values, list) and len(values) == 1:
                yield above + field, str(values[0])
            elif not above and field in node["required"]:
                yield from self._marks(inner, f"{field}.")


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
        found += [f"{key}: {text}" for text in _operation(one, other, key, operation, after[key])]
    return [*found, *_models(one, other)]


def _models(one: Expander, other: Expander) -> Iterator[str]:
    """Breaks of schemas that no operation uses: they are classes of the package all the same."""
    before, after = _unused(one.document), _unused(other.document)
    schemas = (other.document.get("components") or {}).get("schemas") or {}
    for name, schema in before.items():
        if name not in schemas:
            if one.merged(schema)[0]["properties"]:
                yield f"class {name} removed"
        elif name in after and schema != after[name]:
            yield from _compared(f"class {name}", one, other, schema, after[name], sent=False)


def _unused(document: Json) -> Json:
    schemas = (document.get("components") or {}).get("schemas") or {}
    rest = {key: value for key, value in (document.get("components") or {}).items() if key != "schemas"}
    used: set[str] = set()
    pending: list[Any] = [rest, *(document.get(key) for key in ("paths", "webhooks", "x-webhooks"))]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            pending += [value for key, value in node.items() if not str(key).startswith("x-")]
        elif isinstance(node, str) and node.startswith("#/components/schemas/"):
            name = node.split("/")[3]
            if name not in used:
                used.add(name)
                pending.append(schemas.get(name))
    return {name: schema for name, schema in schemas.items() if name not in used}


def _compared(
    what: str, one: Expander, other: Expander, old: Any, new: Any, *, sent: bool, error: bool = False
) -> Iterator[str]:
    """Breaks between two schemas, each expanded to the same depth."""
    key = json.dumps([old, new, sent, error], default=str)
    if key not in one.compared:
        one.compared[key] = list(_breaks_between(one, other, old, new, sent=sent, error=error))
    yield from (f"{what} {text}" for text in one.compared[key])


def _breaks_between(one: Expander, other: Expander, old: Any, new: Any, *, sent: bool, error: bool) -> Iterator[str]:
    for depth in DEPTHS:
        try:
            before, after = one.facts(old, depth, sent=sent), other.facts(new, depth, sent=sent)
        except TooLargeError:
            continue
        yield from _fields("", before, aligned(before, after), sent=sent, error=error)
        return


# ---------------------------------------------------------------------- forms of unions


def aligned(old: Facts, new: Facts) -> Facts:
    """The new facts, forms of unions at the places that the same forms had."""
    before, after = _by_union(old), _by_union(new)
    renamed: dict[str, str] = {}
    for parent in sorted(after, key=len):
        at = _translated(parent, renamed)
        left, right = list(before.get(at, ())), list(after[parent])
        for same in (_same_value, _same_name, _same_marks, _alike):
            for place in list(right):
                found = [one for one in left if same(old[one], new[place])]
                if len(found) == 1 or (found and same is _alike):
                    renamed[place] = found[0]
                    left.remove(found[0])
                    right.remove(place)
        for place in right:
            renamed[place] = f"{at}{place[len(parent) :]}new"  # `<form>new`: no place of the old facts
    return {_translated(place, renamed): node for place, node in new.items()}


def _by_union(facts: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place, node in facts.items():
        if "_form" in node:
            found.setdefault(node["_parent"], []).append(place)
    return found


def _translated(place: str, renamed: dict[str, str]) -> str:
    for index in range(len(place), 0, -1):
        if place[:index] in renamed:
            return renamed[place[:index]] + place[index:]
    return place


def _same_value(old: Json, new: Json) -> bool:
    return bool(old["_form"]["value"]) and old["_form"]["value"] == new["_form"]["value"]


def _same_name(old: Json, new: Json) -> bool:
    return bool(old["_form"]["name"]) and old["_form"]["name"] == new["_form"]["name"]


def _same_marks(old: Json, new: Json) -> bool:
    left, right = old["_form"]["marks"], new["_form"]["marks"]
    both = left.keys() & right.keys()
    return bool(both) and all(left[name] == right[name] for name in both)


def _alike(old: Json, new: Json) -> bool:
    if told(old, new) or old.get("types") != new.get("types"):
        return False
    left, right = set(old["properties"]), set(new["properties"])
    return len(left & right) >= ALIKE * len(left | right)


def told(one: Json, other: Json) -> bool:
    """Whether a constant tells two forms apart."""
    left, right = one["_form"]["marks"], other["_form"]["marks"]
    return any(left[name] != right[name] for name in left.keys() & right.keys())


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
    before, after = old or [{}], new or [{}]
    if {} in after:
        return

    def is_enough(given: Json, needed: Json) -> bool:
        return all(name in given and {*scopes} <= {*given[name]} for name, scopes in needed.items())

    if any(not any(is_enough(way, other) for other in after) for way in before):
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
            schemas = header.get("schema"), after[name].get("schema")
            yield from _compared(f"header {name}", one, other, *schemas, sent=False)


def _parameters(one: Expander, other: Expander, old: Json, new: Json) -> Iterator[str]:
    before, after, sent = _declared(one, old), _declared(other, new), not old["_hook"]
    for key, parameter in before.items():
        if key[0] == "path":
            continue
        if key not in after:
            yield f"parameter {key} removed or moved"
            continue
        if (
            bool(after[key].get("required")) != bool(parameter.get("required"))
            and bool(parameter.get("required")) != sent
        ):
            yield f"parameter {key} required or optional"
        yield from _compared(f"parameter {key}", one, other, _schema(parameter), _schema(after[key]), sent=sent)
    for key, parameter in after.items():
        if key not in before and parameter.get("required") and key[0] != "path" and sent:
            yield f"parameter {key} new and required"


def _declared(expander: Expander, operation: Json) -> dict[tuple[str, str], Json]:
    found = {}
    for raw in [*operation["_shared"], *(operation.get("parameters") or [])]:
        one = expander.follow(raw)
        if "in" not in one or "name" not in one:
            continue  # no parameter
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
        schemas = (media or {}).get("schema"), (after[kind] or {}).get("schema")
        yield from _compared(what, one, other, *schemas, sent=sent, error=error)


def _fields(what: str, old: Facts, new: Facts, *, sent: bool, error: bool = False) -> Iterator[str]:
    dead: list[str] = []
    for place in sorted({*old, *new}, key=lambda one: (len(one), one)):
        if any(place.startswith((f"{one}.", f"{one}[", f"{one}<")) for one in dead):
            continue
        before, after = old.get(place), new.get(place)
        name = f"{what} {place or '$'}".strip()
        if after is None and before is not None:
            dead.append(place)
            if place.endswith(".*"):
                if not sent and not new.get(place[:-2], {}).get("properties"):
                    yield f"{name} any now"
            elif not ("_form" in before and not sent) and not place.endswith("[]"):
                yield f"{name} removed"
        elif before is None and after is not None:
            dead.append(place)
            if "_form" in after:
                others = [one for one in new.values() if one.get("_parent") == after["_parent"] and one is not after]
                is_told = after["_form"]["value"] or all(told(after, one) for one in others)
                if not sent and not error and not is_told:
                    yield f"{name} untold form added"
            elif sent and after["_required"]:
                yield f"{name} new and required"
        elif before is not None and after is not None:
            bare = [not one.get("properties") and one.get("types") == {"object"} for one in (before, after)]
            if bare == [False, True] and before.get("properties") and not before.get("_union"):
                dead.append(place)
                yield f"{name} class or dict?"
                continue
            if after.get("properties") and bare[0]:
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
    values = [one["_form"]["value"] for one in (old, new) if "_form" in one]
    if len(values) == 2 and all(values) and values[0] != values[1]:
        yield "another value of the discriminator"
    enums = old.get("enum"), new.get("enum")
    if (
        enums[0]
        and enums[1]
        and not [one for one in enums[0] if one in enums[1]]
        and old.get("types") == new.get("types")
    ):
        yield "all values replaced"
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
    if "_groups" in new:
        given = [old["required"] | group for group in old.get("_groups") or [frozenset()]]
        if any(not any(group <= names for group in new["_groups"]) for names in given):
            yield "one of several groups needed"
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
