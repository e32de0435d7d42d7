"""Values of OpenAPI schemas, as JSON on the wire: hypothesis strategies over the corrected document.

Three forms of each value: minimal (what is required), full (all that is documented, with the documented examples) and
random (anything that the schema allows). Small on purpose; hypothesis-jsonschema, the library for this, doesn't run
with current releases of hypothesis. Not responsible for validation, which libraries do.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

Form = Literal["minimal", "full", "random"]
Schema = dict[str, Any]

#: Where a schema that contains itself ends.
_DEEPEST = 6
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_MOMENTS = st.tuples(
    _DAYS,
    st.times().map(lambda time: time.replace(microsecond=time.microsecond // 1000 * 1000)),
    st.sampled_from(["Z", "+00:00", "+02:00", "-09:30"]),
).map(lambda parts: f"{parts[0]}T{parts[1].isoformat('milliseconds')}{parts[2]}")
#: Digits that must survive: trailing zeros, many places, large amounts, minus zero.
_DECIMALS = st.from_regex(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?", fullmatch=True)
_FORMATS: dict[str, SearchStrategy[str]] = {
    "date": _DAYS.map(str),
    "date-time": _MOMENTS,
    "decimal": _DECIMALS,
    "email": st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.(com|dk)", fullmatch=True),
    "uuid": st.uuids().map(str),
    "uri": st.from_regex(r"https://[a-z]{1,8}\.com/[a-z]{0,8}", fullmatch=True),
}
#: Text that UTF-8 can carry.
_CHARACTERS = st.characters(exclude_categories=["Cs"])
#: Characters that mean something in a URL.
_RESERVED = "/?#%&+;=:@ .[]é"
_NAMES = st.from_regex(r"[a-z][a-zA-Z]{2,8}", fullmatch=True)
_SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(_CHARACTERS, max_size=8)
_ANYTHING = _SCALARS | st.lists(_SCALARS, max_size=2) | st.dictionaries(_NAMES, _SCALARS, max_size=2)


class Values:
    """Strategies for the schemas of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._components: dict[str, Schema] = document.get("components", {}).get("schemas", {})

    def resolve(self, schema: Schema) -> Schema:
        """The schema itself, behind references, with the members of an `allOf` put together."""
        while "$ref" in schema:
            schema = self._components[schema["$ref"].rpartition("/")[2]]
        if "allOf" not in schema:
            return schema
        merged: Schema = {}
        for member in (*map(self.resolve, schema["allOf"]), {k: v for k, v in schema.items() if k != "allOf"}):
            properties = {**merged.get("properties", {}), **member.get("properties", {})}
            required = [*merged.get("required", ()), *member.get("required", ())]
            merged |= member
            merged |= {key: value for key, value in (("properties", properties), ("required", required)) if value}
        return merged

    def of(self, schema: Schema, form: Form, *, extra: bool = False, depth: int = 0) -> SearchStrategy[Any]:
        """Values of a schema.

        Args:
            form: see above.
            extra: random objects may have fields that nobody documented.
        """
        schema = self.resolve(schema)
        value = self._not_null(schema, form, extra, depth)
        if schema.get("nullable") and form == "random":
            return st.one_of(value, value, value, st.none())
        return value

    def _not_null(self, schema: Schema, form: Form, extra: bool, depth: int) -> SearchStrategy[Any]:
        if form == "full" and schema.get("example") is not None:
            return st.just(schema["example"])
        if "enum" in schema:
            return st.sampled_from([one for one in schema["enum"] if one is not None])
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return st.one_of([self.of(one, form, extra=extra, depth=depth) for one in schema[key]])
        kind = schema.get("type") or ("object" if "properties" in schema else None)
        make: dict[str | None, Callable[[], SearchStrategy[Any]]] = {
            "object": lambda: self._objects(schema, form, extra, depth),
            "array": lambda: self._arrays(schema, form, extra, depth),
            "string": lambda: _strings(schema),
            "integer": lambda: _integers(schema),
            "number": lambda: _numbers(schema),
            "boolean": st.booleans,
            None: lambda: _DECIMALS if schema.get("format") == "decimal" else _ANYTHING,
        }
        return make[kind]()

    def _objects(self, schema: Schema, form: Form, extra: bool, depth: int) -> SearchStrategy[dict[str, Any]]:
        properties: dict[str, Schema] = schema.get("properties", {})
        required = [name for name in schema.get("required", ()) if name in properties]
        others = [name for name in properties if name not in required]
        if form == "minimal" or depth >= _DEEPEST:
            others = []

        def fields(names: list[str]) -> dict[str, SearchStrategy[Any]]:
            return {name: self.of(properties[name], form, extra=extra, depth=depth + 1) for name in names}

        if form == "full":
            return st.fixed_dictionaries(fields([*required, *others]))
        documented = st.fixed_dictionaries(fields(required), optional=fields(others))
        more = self._more(schema, extra, depth) if form == "random" else None
        if more is None:
            return documented
        unknown = st.dictionaries(_NAMES.filter(lambda name: name not in properties), more, max_size=2)
        return st.tuples(unknown, documented).map(lambda both: {**both[0], **both[1]})

    def _more(self, schema: Schema, extra: bool, depth: int) -> SearchStrategy[Any] | None:
        """Values of undocumented fields; None where there may be none."""
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict) and additional:
            return self.of(additional, "random", depth=depth + 1)
        if additional or schema.get("x-incomplete") or extra:
            return _ANYTHING
        return None

    def _arrays(self, schema: Schema, form: Form, extra: bool, depth: int) -> SearchStrategy[list[Any]]:
        least = schema.get("minItems", 0)
        if depth >= _DEEPEST or form == "minimal":
            most = least
        elif form == "full":
            least = most = max(1, least)
        else:
            most = max(least, min(3, schema.get("maxItems", 3)))
        items = self.of(schema.get("items", {}), form, extra=extra, depth=depth + 1) if most else st.nothing()
        return st.lists(items, min_size=least, max_size=most)


def _strings(schema: Schema) -> SearchStrategy[str]:
    if "pattern" in schema:
        return st.from_regex(str(schema["pattern"]))
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    least = schema.get("minLength", 0)
    return st.text(_CHARACTERS, min_size=least, max_size=min(schema.get("maxLength", 12), least + 12))


def _integers(schema: Schema) -> SearchStrategy[int]:
    low, high = schema.get("minimum", -(2**53)), schema.get("maximum", 2**53)
    return st.integers(math.ceil(low), math.floor(high))


def _numbers(schema: Schema) -> SearchStrategy[int | float]:
    low, high = schema.get("minimum", -1e15), schema.get("maximum", 1e15)
    return st.floats(low, high, allow_nan=False) | _integers({"minimum": low, "maximum": high})


# ---------------------------------------------------------------------- parameters


def path_values(schema: Schema) -> SearchStrategy[str]:
    """What can stand in a path: the client refuses what would reach another endpoint."""
    if "format" in schema or "enum" in schema or "pattern" in schema:
        return Values({}).of(schema, "random")
    text = st.text(_CHARACTERS, min_size=1, max_size=12) | st.text(_RESERVED, min_size=1, max_size=6)
    return text.filter(lambda one: one.strip() not in ("", ".", ".."))


def query_values(values: Values, schema: Schema, form: Form) -> SearchStrategy[Any]:
    """What can stand in a query: never empty, for an empty parameter is none."""
    schema = values.resolve(schema)
    if schema.get("type") == "object":
        return st.dictionaries(_NAMES, st.text(_CHARACTERS, min_size=1, max_size=8), min_size=1, max_size=3)
    if schema.get("type") == "array":
        return values.of({"minItems": 1, **schema}, form)
    return values.of(schema, form).filter(lambda value: value not in ("", None))


def header_values() -> SearchStrategy[str]:
    """What can stand in a header."""
    return st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=24)
