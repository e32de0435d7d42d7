"""Every model of the real package, over values made from the document itself, not from what the generator read."""

from __future__ import annotations

import copy
import functools
import json
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from dateutil import parser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledgerbee_client.errors import MissingFieldError, UnexpectedValueError
from ledgerbee_client.generated import models
from ledgerbee_client.generated.errors import DecodeError
from ledgerbee_client.generated.models import CreateProductRequest, ProductResponse
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import UNSET
from tests.shared.api import documented

Json = dict[str, Any]


@functools.cache
def document() -> Json:
    from importlib import resources

    text = resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


def resolve(schema: Json) -> Json:
    """A schema with references and allOf followed; only what LedgerBee's document uses."""
    if "$ref" in schema:
        return resolve(document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "allOf" in schema:
        merged: Json = {key: value for key, value in schema.items() if key != "allOf"}
        for part in map(resolve, schema["allOf"]):
            properties = {**part.get("properties", {}), **merged.get("properties", {})}
            merged = {**part, **merged, **({"properties": properties} if properties else {})}
        return merged
    return schema


words = st.text(max_size=8)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | words, lambda inner: st.lists(inner, max_size=2), max_leaves=3
)
FORMATS: dict[str, st.SearchStrategy[Any]] = {
    "decimal": st.from_regex(r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,6})?", fullmatch=True),
    "date": st.dates().map(lambda day: day.isoformat()),
    "date-time": st.builds(
        lambda moment, zone: moment.isoformat() + zone,
        st.datetimes(),
        st.sampled_from(["Z", "+00:00", "+05:30", "-11:00"]),
    ),
}


def values(schema: Json, nulls: bool, depth: int = 0) -> st.SearchStrategy[Any]:
    """JSON values that the schema allows, and such as a newer release of the API would allow.

    Args:
        schema: what the document says.
        nulls: what is optional may be null, although the document doesn't say so: responses are like that.
        depth: how deep the value stands.
    """
    schema = resolve(schema)
    found = _values(schema, nulls, depth)
    return st.none() | found if schema.get("nullable") else found


def _values(schema: Json, nulls: bool, depth: int) -> st.SearchStrategy[Any]:
    variants = schema.get("oneOf") or schema.get("anyOf")
    if variants:
        return st.one_of(*(values(one, nulls, depth) for one in variants))
    if schema.get("enum") and schema.get("type") == "string":
        return st.sampled_from([one for one in schema["enum"] if one is not None]) | st.text(min_size=1, max_size=5)
    kind = schema.get("type")
    if kind is None and schema.get("format") == "decimal":
        return FORMATS["decimal"]
    if kind == "array":
        return st.lists(values(schema.get("items", {}), nulls, depth + 1), max_size=2 if depth < 3 else 0)
    if kind == "object" or "properties" in schema:
        return objects(schema, nulls, depth)
    scalars = {
        "string": FORMATS.get(schema.get("format", ""), words),
        "integer": st.integers(),
        "number": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
    }
    return scalars.get(kind, anything)


def objects(schema: Json, nulls: bool, depth: int = 0) -> st.SearchStrategy[Json]:
    properties = schema.get("properties", {})
    if not properties and isinstance(schema.get("additionalProperties"), dict):
        return st.dictionaries(words, values(schema["additionalProperties"], nulls, depth + 1), max_size=2)
    required = set(schema.get("required", ()))
    needed = {name: values(one, nulls, depth + 1) for name, one in properties.items() if name in required}
    optional = {
        name: st.none() | values(one, nulls, depth + 1) if nulls else values(one, nulls, depth + 1)
        for name, one in properties.items()
        if name not in required and depth < 3
    }
    known = st.fixed_dictionaries(needed, optional=optional)
    # What isn't published is written as the API writes: a name with an underscore is taken for one of Python's.
    unknown = st.dictionaries(
        words.filter(lambda name: name not in properties and "_" not in name), anything, max_size=1
    )
    return st.builds(lambda a, b: {**b, **a}, known, unknown)


def same(raw: Any, back: Any) -> bool:
    """Equal as JSON: decimals digit for digit, date-times as instants."""
    if isinstance(raw, dict) and isinstance(back, dict):
        return raw.keys() == back.keys() and all(same(raw[key], back[key]) for key in raw)
    if isinstance(raw, list) and isinstance(back, list):
        return len(raw) == len(back) and all(map(same, raw, back))
    if raw == back and type(raw) is type(back):
        return True
    return (
        isinstance(raw, str) and isinstance(back, str) and "T" in raw and parser.isoparse(raw) == parser.isoparse(back)
    )


COMPONENTS = sorted(name for name in document()["components"]["schemas"] if name in models.__all__)
CLASSES = [name for name in COMPONENTS if hasattr(getattr(models, name), "from_dict")]


def test_nearly_every_model_is_a_component() -> None:
    inline = [name for name in models.__all__ if name not in COMPONENTS and hasattr(getattr(models, name), "from_dict")]
    assert len(CLASSES) > 70
    assert len(inline) < len(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_model_gives_back_what_it_was_given(name: str, data: st.DataObject) -> None:
    model = getattr(models, name)
    raw = data.draw(objects(resolve(document()["components"]["schemas"][name]), nulls=not model._SENT))
    before = copy.deepcopy(raw)
    decoded = model.from_dict(raw)
    assert raw == before
    assert same(raw, decoded.to_dict())
    assert model.from_dict(decoded.to_dict()) == decoded
    assert json.loads(json.dumps(decoded.to_dict())) == decoded.to_dict()


@pytest.mark.parametrize("name", CLASSES)
def test_every_model_says_what_is_missing_when_it_is_read(name: str) -> None:
    schema = resolve(document()["components"]["schemas"][name])
    model = getattr(models, name)
    decoded = model.from_dict({})
    for wire in schema.get("required", ()):
        field = model._FIELDS.names[wire]
        with pytest.raises(
            MissingFieldError, match=rf"{name}\.{field} can't be read: {wire} in the response is missing"
        ):
            getattr(decoded, field)
        assert not hasattr(decoded, field)
        assert f"{field}=<missing>" in repr(decoded)
    for wrong in (None, [], "text", 7):
        with pytest.raises(DecodeError, match="is not an object"):
            model.from_dict(wrong)


# ---------------------------------------------------------------------- answers


def product(**more: Any) -> Json:
    """An answer with all required fields."""
    schema = resolve(document()["components"]["schemas"]["ProductResponse"])
    examples = {"string": "x", "boolean": True, "array": [], "object": {}, "number": 1, "integer": 1}
    raw = {}
    for name in schema["required"]:
        one = resolve(schema["properties"][name])
        raw[name] = (one.get("enum") or [examples[one["type"]]])[0]
        if one.get("format") == "date-time":
            raw[name] = "2026-01-02T03:04:05.5+02:00"
    return raw | more


def test_what_is_missing_and_what_is_null_both_read_as_none_and_stay_different() -> None:
    optional = next(
        field.name
        for field in attrs.fields(ProductResponse)
        if field.default is None and field.name != "additional_properties"
    )
    wire = next(wire for wire, name in ProductResponse._FIELDS.names.items() if name == optional)
    missing, null = ProductResponse.from_dict(product()), ProductResponse.from_dict(product(**{wire: None}))
    assert getattr(missing, optional) is None
    assert getattr(null, optional) is None
    assert wire not in missing.to_dict()
    assert null.to_dict()[wire] is None
    for one in (missing, null):
        for twin in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)), attrs.evolve(one, name="n")):
            assert (wire in twin.to_dict()) == (wire in one.to_dict())


def test_unknown_fields_and_enum_values_are_kept() -> None:
    raw = product(productType="bundles", brandNew={"a": [1, None]})
    decoded = ProductResponse.from_dict(raw)
    assert decoded.additional_properties == {"brandNew": {"a": [1, None]}}
    assert decoded.product_type == "bundles"
    assert decoded.to_dict()["productType"] == "bundles"
    assert decoded.to_dict()["brandNew"] == {"a": [1, None]}


def test_an_amount_that_is_none_fails_where_it_is_read_and_nowhere_else() -> None:
    raw = product(prices=[{"unitAmount": "10.00"}, {"unitAmount": "ten"}])
    decoded = ProductResponse.from_dict(raw)
    assert str(decoded.prices[0].unit_amount) == "10.00"
    with pytest.raises(UnexpectedValueError, match="unitAmount in the response is not as documented: 'ten'"):
        _ = decoded.prices[1].unit_amount
    assert decoded.to_dict() == raw


# ---------------------------------------------------------------------- requests


def request(**more: Any) -> CreateProductRequest:
    return CreateProductRequest(product_number="1", name="n", unit="u", product_group_id="g", **more)


def test_unset_is_left_out_and_none_is_null() -> None:
    least = {"productNumber": "1", "name": "n", "unit": "u", "productGroupId": "g"}
    assert request().to_dict() == least
    assert request(description=UNSET).to_dict() == least
    assert request(description=None).to_dict() == least | {"description": None}
    assert request(product_type="bundles").to_dict() == least | {"productType": "bundles"}


def test_nested_mappings_take_both_kinds_of_names_and_floats_are_refused() -> None:
    for price in ({"unit_amount": "1.50"}, {"unitAmount": Decimal("1.50")}):
        assert request(initial_price=price).to_dict()["initialPrice"] == {"unitAmount": "1.50"}
    with pytest.raises(TypeError, match=r"\w+\.unit_amount: 1\.5 is a float"):
        request(initial_price={"unitAmount": 1.5}).to_dict()
    with pytest.raises(TypeError, match=r"initial_price: must be a .* or a mapping, not 7"):
        request(initial_price=7).to_dict()


def test_all_operations_are_there() -> None:
    assert len(OPERATIONS) == len(documented())
