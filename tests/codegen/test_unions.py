"""Which of its documented forms a value has: the one that fits all its constants and most of the rest, or none."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from scripts.codegen.ir import Type
from tests.codegen.support import Json, Package, answers, body, document, generate, named

TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def one_of(*names: str, **more: Any) -> Json:
    return {"oneOf": [ref(name) for name in names], **more}


def thing(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties, **({"required": [*required]} if required else {})}


def only(value: Any) -> Json:
    return {"const": value}


SCHEMAS: Json = {
    # by a constant that is optional, or that only some have
    "Install": thing(type={"type": "string", "enum": ["install"]}, app=TEXT),
    "Uninstall": thing(type=only("uninstall"), app=TEXT),
    "Other": thing("type", type=TEXT, app=TEXT, more=TEXT),
    # by enums of several values, by a number, by true
    "Cash": thing("kind", kind={"type": "string", "enum": ["notes", "coins"]}, sum=NUMBER),
    "Card": thing("kind", kind={"type": "string", "enum": ["visa", "dankort"]}, sum=NUMBER),
    "First": thing("version", version=only(1), a=TEXT),
    "Second": thing("version", version=only(2), a=TEXT),
    # nested, with mappings that name only some
    "Opened": thing("type", type=TEXT, by=TEXT),
    "Closed": thing("type", type=TEXT, by=TEXT, why=TEXT),
    "Problem": thing("code", code=TEXT),
    "Event": one_of("Opened", "Closed", discriminator={"propertyName": "type", "mapping": {"opened": "Opened"}}),
    # a base that stands for all that are made of it
    "Animal": thing("species", species=TEXT, name=TEXT) | {"discriminator": {"propertyName": "species"}},
    "Dog": {"allOf": [ref("Animal"), thing(barks={"type": "boolean"})]},
    "Puppy": {"allOf": [ref("Dog"), thing(weeks=NUMBER)]},
    # by a constant further inside
    "SlackGrant": thing("benefit", benefit=thing("type", type=only("slack")), at=TEXT),
    "GithubGrant": thing("benefit", benefit=thing("type", type=only("github")), at=TEXT),
    # by what they have
    "Square": thing("side", side=NUMBER),
    "Circle": thing("radius", radius=NUMBER, colour=TEXT),
    "Holder": thing(shape=one_of("Square", "Circle"), shapes={"type": "array", "items": one_of("Square", "Circle")}),
}
UNIONS: Json = {
    "events": one_of("Install", "Uninstall", "Other"),
    "installs": one_of("Install", "Uninstall"),
    "payments": one_of("Cash", "Card"),
    "versions": one_of("First", "Second"),
    "latest": one_of("Problem", "Event"),
    "animals": ref("Animal"),
    "holders": ref("Holder"),
    "grants": one_of("SlackGrant", "GithubGrant"),
    "when": {"oneOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}, NUMBER]},
    "amount": {"oneOf": [{"type": "number", "format": "decimal"}, {"type": "string", "enum": ["none"]}]},
    "lists": {"oneOf": [{"type": "array", "items": ref("Square")}, {"type": "array", "items": ref("Circle")}]},
}


@functools.cache
def package() -> Package:
    paths = {
        f"/{name}": {
            "get": {"tags": [name], "responses": answers({"type": "array", "items": schema})},
            "post": {"tags": [name], "requestBody": body(schema), "responses": {"204": {"description": "ok"}}},
        }
        for name, schema in UNIONS.items()
    }
    return generate(document(paths, SCHEMAS, version="3.1.0"), "unions_package")


async def decoded(name: str, value: Any) -> Any:
    (operation,) = [one for one in package().operations.values() if (one.method, one.path) == ("GET", f"/{name}")]
    (found,) = await package().client([value]).method(operation.name)()
    return found


def differences(value: Any) -> list[str]:
    found = package().module("differences").differences(value, "things.get")
    return [f"{one.place} {one.kind}" for one in found]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value", "form"),
    [
        ("events", {"type": "install", "app": "a"}, "Install"),
        ("events", {"type": "uninstall", "app": "a"}, "Uninstall"),
        ("events", {"type": "other", "app": "a"}, "Other"),
        ("installs", {"type": "uninstall"}, "Uninstall"),
        ("payments", {"kind": "coins", "sum": 1}, "Cash"),
        ("payments", {"kind": "visa"}, "Card"),
        ("versions", {"version": 2, "a": "x"}, "Second"),
        ("latest", {"type": "opened", "by": "a"}, "Opened"),
        ("latest", {"type": "Closed", "by": "a"}, "Closed"),
        ("latest", {"code": "a"}, "Problem"),
        ("latest", {"code": "a", "type": "unheard of"}, "Problem"),
        ("grants", {"benefit": {"type": "github"}, "at": "a"}, "GithubGrant"),
        ("animals", {"species": "Dog", "barks": True}, "Dog"),
        ("animals", {"species": "Puppy", "weeks": 3}, "Puppy"),
        ("animals", {"species": "Cat", "name": "Mis"}, "Animal"),
    ],
)
async def test_a_value_has_the_form_that_fits(name: str, value: Json, form: str) -> None:
    found = await decoded(name, value)
    assert type(found).__name__ == form
    assert found.to_dict() == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("installs", {"app": "a"}),
        ("installs", {"type": "renamed", "app": "a"}),
        ("payments", {"kind": "cheque", "sum": 1}),
        ("versions", {"version": 3, "a": "x"}),
        ("latest", {"type": "reopened", "by": "a"}),
        ("latest", {"unheard": "of"}),
        ("grants", {"benefit": {"type": "discord"}, "at": "a"}),
    ],
)
async def test_a_value_of_no_form_stays_what_it_is_and_is_reported(name: str, value: Json) -> None:
    found = await decoded(name, value)
    assert found == value
    assert found.to_dict() == value
    assert differences([found]) == ["[] unexpected"]
    with pytest.raises(AttributeError, match="'app' can't be read: the object fits none of its documented forms"):
        _ = found.app


async def test_a_field_and_the_items_of_a_list_are_told_apart_one_by_one() -> None:
    value = {"shape": {"side": 1}, "shapes": [{"radius": 1}, {"edges": 6}, {"side": 2}]}
    found = await decoded("holders", value)
    assert [type(one).__name__ for one in (found.shape, *found.shapes)] == ["Square", "Circle", "Unmatched", "Square"]
    assert found.to_dict() == value
    assert differences(found) == ["shapes[] unexpected"]
    assert type((await decoded("lists", [{"radius": 1}]))[0]).__name__ == "Circle"


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("when", "2026-01-31", "date"),
        ("when", "2026-01-31T10:00:00Z", "datetime"),
        ("when", 5, "int"),
        ("amount", 1.5, "Decimal"),
        ("amount", "none", "Response"),
    ],
)
async def test_scalars_are_told_apart_by_what_they_say(name: str, value: Any, kind: str) -> None:
    assert kind in type(await decoded(name, value)).__name__


def test_forms_that_nothing_tells_apart_are_a_loss() -> None:
    schemas = {
        "A": thing(t=TEXT),
        "B": thing(t={"type": "string", "format": "date"}),
        "Box": thing(held=one_of("A", "B")),
    }
    found = named(document({"/a": {"get": {"responses": answers(ref("Box"))}}}, schemas)).api.losses
    assert [str(one) for one in found] == ["GET /a: response Box.held: nothing tells its forms A and B apart"]
    marked = {"discriminator": {"propertyName": "t"}}
    schemas["Box"] = thing(held=one_of("A", "B") | marked)
    assert named(document({"/a": {"get": {"responses": answers(ref("Box"))}}}, schemas)).api.losses == []


def test_a_property_that_an_all_of_refines_is_what_all_of_them_say() -> None:
    base = thing(type=TEXT, owner=ref("Square"), rows={"type": "array", "items": TEXT}, size={"type": "number"})
    narrow = thing(type={"type": "string", "enum": ["CANVAS"]}, owner=thing(more=TEXT), size=NUMBER)
    for parts in ([narrow, base], [base, narrow]):
        schemas = {"Square": SCHEMAS["Square"], "Canvas": {"allOf": parts}}
        api = named(document({"/a": {"get": {"responses": answers(ref("Canvas"))}}}, schemas)).api
        fields: dict[str, Type] = {
            one.wire: one.type for model in api.models if model.name == "Canvas" for one in model.fields
        }
        assert fields["type"].enum is not None
        assert fields["type"].enum.values == ("CANVAS",)
        assert fields["owner"].model is not None
        assert {one.wire for one in fields["owner"].model.fields} == {"side", "more"}
        assert (fields["rows"].kind, fields["size"].kind) == ("list", "int")
