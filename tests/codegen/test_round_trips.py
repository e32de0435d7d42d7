"""An unchanged model goes back as it came, whatever the API writes; what is only sent or only received is no fault."""

from __future__ import annotations

import functools
import json
from typing import Any

import attrs
import pytest

from ledgerbee_client import _json
from tests.codegen.support import Json, Package, answers, body, document, generate

TEXT: Json = {"type": "string"}


@functools.cache
def package() -> Package:
    thing = {"$ref": "#/components/schemas/Thing"}
    user = {"$ref": "#/components/schemas/User"}
    schemas = {
        "Thing": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": TEXT,
                "createdAt": TEXT | {"format": "date-time"},
                "startDate": TEXT | {"format": "date"},
                "amount": {"type": "number"},
                "count": {"type": "integer"},
                "ratio": {"type": "number", "format": "double"},
                "days": {"type": "array", "items": TEXT | {"format": "date-time"}},
                "inside": {"type": "object", "properties": {"at": TEXT | {"format": "date-time"}}},
                "note": TEXT | {"nullable": True},
                "take": TEXT,
            },
        },
        "User": {
            "type": "object",
            "required": ["id", "email", "password"],
            "properties": {
                "id": {"allOf": [TEXT, {"readOnly": True}]},
                "email": TEXT,
                "password": TEXT | {"writeOnly": True},
                "hint": TEXT | {"writeOnly": True},
            },
        },
    }
    paths = {
        f"/{name}/{{id}}": {
            "get": {"tags": [name], "responses": answers(one)},
            "put": {"tags": [name], "requestBody": body(one), "responses": answers(one)},
        }
        for name, one in (("things", thing), ("users", user))
    }
    return generate(document(paths, schemas), "round_trips_package")


MOMENTS = [
    *("2020-12-10T01:22:00", "2020-12-10T01:22:00Z", "2020-12-10T01:22:00.1234567Z", "2020-12-10T01:22:00+01:00"),
    *("2020-12-10T01:22:00+0100", "2020-W50-4", "2020-12-10", "20201210T012200", "2020-12-10 01:22:00"),
    *("2020-12-10T24:00:00", "2020-12-10T01:22:60Z", "2020-12-10T01:22", "yesterday", ""),
]
NUMBERS = ['"50.00"', "50.00", "1e3", "1E+2", "12345678901234567890", "1.10", "50", "-0.0", "null"]
NUMBERS += ["123456789012345678.123456789", '"n/a"', "0.1", "1e400"]


def loads(text: str) -> Any:
    return json.loads(text, parse_float=package().module("decoding").read_number)


def came(moment: str, number: str) -> Any:
    return loads(
        f"""{{"name": "a", "createdAt": "{moment}", "startDate": "{moment}", "amount": {number}, "count": {number},
        "ratio": {number}, "days": ["{moment}"], "inside": {{"at": "{moment}", "new": {number}}}, "note": null,
        "unheard": {{"of": [{number}, "{moment}", null]}}, "at": {number}}}"""
    )


def wire(value: Any) -> Any:
    """What is sent, every number as it is written."""
    return json.loads(package().module("encoding").write_json(value), parse_float=str)


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_an_unchanged_model_is_sent_as_it_came(moment: str, number: str) -> None:
    source = came(moment, number)
    thing = package().model("Thing").from_dict(source)
    request = package().module("api.things.update_thing").build_request("1", body=thing)
    assert wire(request.json) == wire(thing.to_dict()) == wire(source)
    assert thing.to_json() == package().module("encoding").write_json(source)


@pytest.mark.parametrize("number", ["50", "1e3", "1.10", "0.10", "1E+2", "null"])
def test_a_changed_copy_is_sent_as_it_came_but_for_the_change(number: str) -> None:
    source = came("2020-12-10T01:22:00.5", "null") | loads(f'{{"amount": {number}, "ratio": {number}}}')
    changed = attrs.evolve(package().model("Thing").from_dict(source), name="b")
    assert wire(changed.to_dict()) == wire(source | {"name": "b"})


def test_a_number_with_more_digits_than_a_float_holds_is_sent_digit_for_digit_as_a_number() -> None:
    digits = "123456789012345678.123456789"
    assert _json.dumps(_json.loads(f'{{"amount":{digits},"more":[{digits}]}}'.encode())) == (
        f'{{"amount":{digits},"more":[{digits}]}}'.encode()
    )
    assert digits in package().model("Thing").from_dict(came("2020-12-10", digits)).to_json()


def test_what_is_only_sent_is_demanded_there_and_absent_from_responses_without_a_fault() -> None:
    module, user = package().module("api.users.update_user"), package().model("User")
    received = module.decode({"id": "1", "email": "e"})
    assert list(package().module("differences").differences(received, "users.update")) == []
    assert repr(received) == "User(id='1', email='e', hint=None)"
    assert received.to_dict() == {"id": "1", "email": "e"}
    assert getattr(received, "password", None) is None
    with pytest.raises(AttributeError, match=r"password can't be read: .* is only ever sent, never returned"):
        _ = received.password
    with pytest.raises(TypeError, match="password is required"):
        module.build_request("1", body={"email": "e"})
    assert module.build_request("1", body=user(email="e", password="p")).json == {"email": "e", "password": "p"}


def test_what_only_the_server_sets_has_a_definite_type_and_needn_t_be_sent() -> None:
    user = package().model("User")
    assert user.__annotations__["id"] == "str"
    missing = user.from_dict({"email": "e"})
    found = package().module("differences").differences(missing, "users.get")
    assert [f"{one.place} {one.kind}" for one in found] == ["id missing"]
    assert user(email="e", password="p").to_dict() == {"email": "e", "password": "p"}


def test_none_in_what_is_sent_and_received_is_refused_where_null_is_not_documented() -> None:
    module, thing = package().module("api.things.update_thing"), package().model("Thing")
    refused = r"Thing\.take: None is sent as null, which the API isn't known to take here"
    for sent in ({"name": "a", "take": None}, thing(name="a", take=None)):
        with pytest.raises(TypeError, match=refused):
            module.build_request("1", body=sent)
    assert module.build_request("1", body={"name": "a", "note": None}).json == {"name": "a", "note": None}
    received = thing.from_dict({"name": "a", "take": None})
    assert module.build_request("1", body=received).json == {"name": "a", "take": None}  # as it came
    received = thing.from_dict({"name": "a", "take": "t"})
    received.take = None
    with pytest.raises(TypeError, match=refused):
        module.build_request("1", body=received)
