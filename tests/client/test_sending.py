"""What can't be right is refused before it is sent: None, unknown keys, floats; at any depth of any body."""

from __future__ import annotations

import copy
import typing
from collections.abc import Callable, Iterator
from importlib import import_module
from types import NoneType
from typing import Any

import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request
from ledgerbee_client.models import ProductResponse
from scripts.codegen.context import methods
from scripts.codegen.ir import Model, Operation, Type
from scripts.codegen.sending import is_untyped
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.e2e.bounds import for_each
from tests.e2e.calls import NOTHING, Wire, arguments, as_mapping, wires
from tests.shared.api import body_model, class_of, operations

Path = tuple[str | int, ...]
WITH_BODY = [name for name, one in operations().items() if one.body is not None and one.body.encoding == "json"]
TYPED = [name for name in WITH_BODY if methods.body_fields(operations()[name])]
NONE_UNTYPED = pytest.param("", marks=pytest.mark.skip(reason=f"{OTHER_FIELDS}: no body is open in the document"))
UNTYPED = [name for name in WITH_BODY if is_untyped(operations()[name])]


def build(operation: Operation, wire: Wire, body: Any, **more: Any) -> Request:
    """The request that an endpoint makes of a body."""
    module = import_module(f"ledgerbee_client.generated.api.{operation.resource}.{operation.module}")
    positional, keywords = arguments(operation, Wire(wire.path, wire.query, wire.headers), typed=False)
    request: Request = module.build_request(*positional, **keywords, body=body, **more)
    return request


def each_full_body(name: str, check: Callable[[Operation, Wire, Any], None]) -> None:
    """Checks a body with everything that is documented, as a mapping in the place of a model."""
    operation = operations()[name]
    assert operation.body is not None
    kind = operation.body.type
    for_each(wires(operation, "full"), 1, lambda wire: check(operation, wire, as_mapping(kind, wire.body)))


def objects(kind: Type, value: Any, at: Path = ()) -> Iterator[tuple[Path, Model]]:
    """The places in a body where an object of known fields stands."""
    if kind.kind == "list" and kind.items is not None:
        for index, one in enumerate(value):
            yield from objects(kind.items, one, (*at, index))
    if kind.kind == "model" and kind.model is not None:
        yield at, kind.model
        for field in kind.model.fields:
            if field.wire in value:
                yield from objects(field.type, value[field.wire], (*at, field.wire))


def leaves(kind: Type, value: Any, at: Path = ()) -> Iterator[tuple[Path, Type]]:
    """The places in a body where something else stands."""
    if kind.kind == "list" and kind.items is not None:
        for index, one in enumerate(value):
            yield from leaves(kind.items, one, (*at, index))
    elif kind.kind == "model" and kind.model is not None:
        for field in kind.model.fields:
            if field.wire in value:
                yield from leaves(field.type, value[field.wire], (*at, field.wire))
    else:
        yield at, kind


def changed(body: Any, at: Path, new: Any) -> Any:
    twin = copy.deepcopy(body)
    inside = twin
    for key in at[:-1]:
        inside = inside[key]
    inside[at[-1]] = new
    return twin


def kind_of(operation: Operation) -> Type:
    assert operation.body is not None
    return operation.body.type


# ---------------------------------------------------------------------- None


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", TYPED)
def test_none_is_refused_wherever_its_type_does_not_say_it(name: str) -> None:
    operation = operations()[name]
    method = getattr(getattr(LedgerBee("key"), operation.resource), operation.name)
    hints = typing.get_type_hints(method)

    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for field, argument in methods.body_fields(operation):
            if hints[argument] is Any or {Any, NoneType} & {*typing.get_args(hints[argument])}:
                assert build(operation, wire, {**body, field.wire: None}).json[field.wire] is None
                continue
            with pytest.raises(TypeError, match=rf"\.{field.python}: None is sent as null.*UNSET.*extra_body"):
                build(operation, wire, {**body, field.wire: None})
            sent = build(operation, wire, body, extra_body={field.wire: None})
            assert sent.json[field.wire] is None

    each_full_body(name, check)


@pytest.mark.parametrize("name", TYPED)
def test_none_is_refused_at_any_depth(name: str) -> None:
    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for at, kind in leaves(kind_of(operation), body):
            takes = kind.nullable or kind.kind == "any" or _takes_null(kind_of(operation), at)
            if not takes:
                with pytest.raises(TypeError, match="None is sent as null"):
                    build(operation, wire, changed(body, at, None))

    each_full_body(name, check)


def _takes_null(kind: Type, at: Path) -> bool:
    """Whether the field at a place takes null."""
    takes = False
    for key in at:
        if isinstance(key, int):
            assert kind.items is not None
            kind, takes = kind.items, False
        else:
            assert kind.model is not None
            field = next(one for one in kind.model.fields if one.wire == key)
            kind, takes = field.type, field.takes_null
    return takes


# ---------------------------------------------------------------------- unknown keys


@pytest.mark.parametrize("name", TYPED)
def test_a_misspelt_key_is_refused_at_any_depth_and_the_right_one_named(name: str) -> None:
    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for at, model in objects(kind_of(operation), body):
            if model.additional is not None and not model.incomplete:
                continue  # the document says that it takes any
            for field in model.fields:
                misspelt = f"{field.python}_x"
                with pytest.raises(TypeError, match=f"unknown field '{misspelt}', did you mean '{field.python}'"):
                    build(operation, wire, changed({"": body}, ("", *at, misspelt), 1)[""])

    each_full_body(name, check)


@pytest.mark.parametrize("name", TYPED)
def test_any_other_key_is_refused_with_the_way_to_send_it(name: str) -> None:
    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for at, model in objects(kind_of(operation), body):
            if model.additional is not None and not model.incomplete:
                continue  # the document says that it takes any
            with pytest.raises(TypeError, match=r"unknown field 'zzz', .*extra_body, or in 'additional_properties'"):
                build(operation, wire, changed({"": body}, ("", *at, "zzz"), 1)[""])
            whole = changed({"": body}, ("", *at, "additional_properties"), {"zzz": 1})[""]
            sent: Any = {"": build(operation, wire, whole).json}
            for key in ("", *at):
                sent = sent[key]
            assert sent["zzz"] == 1
            assert {one.wire for one in model.fields} >= sent.keys() - {"zzz"}

    each_full_body(name, check)


@pytest.mark.parametrize("name", UNTYPED or [NONE_UNTYPED])
def test_a_key_with_an_underscore_is_refused_where_the_form_is_unknown(name: str) -> None:
    operation = operations()[name]

    def check(wire: Wire) -> None:
        for body in ({"unit_price": 1}, {"lines": [{"unit_price": 1}]}, {"a": {"b": {"unit_price": 1}}}):
            with pytest.raises(TypeError, match=r"unknown field 'unit_price', did you mean 'unitPrice'.*extra_body"):
                build(operation, wire, body)
        free = {"unitPrice": 1, "metadata": {"own_key": 1}}
        assert build(operation, wire, free).json == free
        assert build(operation, wire, {}, extra_body={"unit_price": 1}).json == {"unit_price": 1}

    for_each(wires(operation, "minimal"), 1, check)


@pytest.mark.parametrize("name", TYPED)
def test_a_key_with_an_underscore_is_refused_in_parts_of_unknown_form(name: str) -> None:
    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for at, kind in leaves(kind_of(operation), body):
            if kind.has_wire_names:
                with pytest.raises(TypeError, match="unknown field 'file_name', did you mean 'fileName'"):
                    build(operation, wire, changed(body, at, {"file_name": 1}))

    each_full_body(name, check)


# ---------------------------------------------------------------------- floats


@pytest.mark.parametrize("name", TYPED)
def test_a_float_is_refused_in_all_but_measures(name: str) -> None:
    def check(operation: Operation, wire: Wire, body: Any) -> None:
        for at, kind in leaves(kind_of(operation), body):
            if kind.kind == "float":
                build(operation, wire, changed(body, at, 0.5))
                continue
            with pytest.raises(TypeError, match=r"0\.5"):
                build(operation, wire, changed(body, at, 0.5))
        with pytest.raises(TypeError, match=r"extra_body\.zzz: 0\.5 is a float"):
            build(operation, wire, body, extra_body={"zzz": 0.5})

    each_full_body(name, check)


@pytest.mark.parametrize("name", UNTYPED or [NONE_UNTYPED])
def test_a_float_is_refused_in_a_body_of_unknown_form_and_a_decimal_is_text(name: str) -> None:
    from decimal import Decimal

    operation = operations()[name]

    def check(wire: Wire) -> None:
        with pytest.raises(TypeError, match=r"body\.lines\[1\]\.unitPrice: 0\.5 is a float.*Decimal\('0\.5'\)"):
            build(operation, wire, {"lines": [{}, {"unitPrice": 0.5}]})
        assert build(operation, wire, {"unitPrice": Decimal("0.50")}).json == {"unitPrice": "0.50"}

    for_each(wires(operation, "minimal"), 1, check)


# ---------------------------------------------------------------------- what is passed on


def test_what_makes_a_mapping_of_itself_is_held_to_the_same_rules() -> None:
    class Row:
        def to_dict(self) -> dict[str, Any]:
            return {"fromQuantity": 1, "unitAmount": 0.5}

    class Typo:
        def to_dict(self) -> dict[str, Any]:
            return {"fromQuantity": 1, "unitAmuont": "0.50"}

    from ledgerbee_client.generated.encoding import encode_any, encode_model

    tier = class_of("products.create", "initialPrice.tiers", body_model)

    with pytest.raises(TypeError, match=r"unit_amount: 0\.5 is a float"):
        encode_model(Row(), tier, "tiers")
    with pytest.raises(TypeError, match="unknown field 'unitAmuont', did you mean 'unit_amount'"):
        encode_model(Typo(), tier, "tiers")
    with pytest.raises(TypeError, match=r"x\.unitAmount: 0\.5 is a float"):
        encode_any(Row(), "x")
    with pytest.raises(TypeError, match="unknown field"):
        encode_model(ProductResponse.from_dict({"colour": "blue"}), tier, "tiers")


def test_every_operation_with_a_body_is_tested() -> None:
    assert set(TYPED) | set(UNTYPED) >= {name for name in WITH_BODY if operations()[name].body is not NOTHING}
    assert set(WITH_BODY) <= set(OPERATIONS)
    assert len(TYPED) > 30


def test_the_mappings_that_type_checkers_know_cost_nothing_at_run_time() -> None:
    from collections.abc import Mapping

    from ledgerbee_client import models

    mappings = {name: getattr(models, name) for name in models.__all__ if name.endswith("Dict")}
    assert len(mappings) > 10  # an open model is a plain mapping
    assert set(mappings.values()) == {Mapping[str, Any]}
