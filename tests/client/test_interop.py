"""Models beside other libraries: pydantic, FastAPI, attrs, typing."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import pkgutil
import subprocess
import sys
import typing
from decimal import Decimal
from importlib import import_module
from types import GenericAlias
from typing import Annotated, Any
from unittest.mock import create_autospec

import attrs
import pytest
from fastapi import Body, FastAPI
from httpx import ASGITransport, AsyncClient
from pydantic import TypeAdapter, ValidationError, create_model

import ledgerbee_client
from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import MissingFieldError, UnexpectedValueError
from ledgerbee_client.generated.decoding import JsonNumber, read_number
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.models import CreateProductRequest, ProductResponse, ProductType
from ledgerbee_client.testing import listed
from tests.shared.api import class_of

Tier = class_of("products.get", "prices.tiers")

TIER = {"id": "t1", "fromQuantity": 1, "toQuantity": None, "unitAmount": "1.50", "flatFee": "0.00"}


Offer: Any = create_model("Offer", tier=(Tier, ...), others=(GenericAlias(list, Tier), []))


# ---------------------------------------------------------------------- pydantic and FastAPI


def test_pydantic_takes_objects_and_instances_and_gives_objects_back() -> None:
    offer = Offer.model_validate({"tier": TIER, "others": [TIER]})
    assert offer.tier.unit_amount == Decimal("1.50")
    assert json.loads(offer.model_dump_json()) == {"tier": TIER, "others": [TIER]}
    assert Offer(tier=offer.tier).tier is offer.tier
    assert TypeAdapter(Tier).validate_json(json.dumps(TIER)) == offer.tier


@pytest.mark.parametrize("wrong", [7, {**TIER, "unitAmount": "ten"}])
def test_pydantic_refuses_what_could_not_be_read(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        Offer.model_validate({"tier": wrong})


def test_pydantic_refuses_what_lacks_a_required_field() -> None:
    with pytest.raises(ValidationError, match="id"):
        TypeAdapter(ProductResponse).validate_python({"name": "Web Hosting"})


def test_pydantic_describes_the_fields() -> None:
    schema = Offer.model_json_schema()["properties"]["tier"]
    assert schema["title"] == Tier.__name__
    assert schema["properties"]["unitAmount"] == {"type": "string", "format": "decimal"}
    assert "id" in TypeAdapter(ProductResponse).json_schema()["required"]


async def test_fastapi_takes_and_gives_models() -> None:
    app = FastAPI()

    async def make(product: CreateProductRequest) -> Any:
        assert product.name == "Web Hosting"
        return Tier.from_dict(TIER)

    make.__annotations__ = {"product": Annotated[CreateProductRequest, Body()], "return": Tier}
    app.post("/tiers")(make)
    body = {"productNumber": "1", "name": "Web Hosting", "unit": "pcs", "productGroupId": "g"}
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as http:
        response = await http.post("/tiers", json=body)
        assert (response.status_code, response.json()) == (200, TIER)
        assert (await http.post("/tiers", json={"name": "Web Hosting"})).status_code == 422
        assert (await http.get("/openapi.json")).status_code == 200


def test_pydantic_is_not_imported_here() -> None:
    program = "import sys, ledgerbee_client.models as m; m.ProductResponse; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# ---------------------------------------------------------------------- attrs, copies, JSON


def test_attrs_shows_fields_only() -> None:
    tier = Tier.from_dict({**TIER, "colour": "blue"})
    assert set(attrs.asdict(tier)) == {*Tier._FIELDS.by_name, "additional_properties"}
    assert attrs.asdict(tier)["additional_properties"] == {"colour": "blue"}
    assert attrs.evolve(tier, flat_fee=Decimal(2)).to_dict() == {**TIER, "colour": "blue", "flatFee": "2"}


def test_what_is_added_to_what_was_read_is_kept_and_sent() -> None:
    tier = Tier.from_dict({**TIER, "colour": "blue"})
    tier.additional_properties["size"] = 3
    del tier.additional_properties["colour"]
    assert tier.additional_properties == {"size": 3}
    assert tier.to_dict() == {**TIER, "size": 3}


def test_json_text_is_that_of_the_object() -> None:
    tier = Tier.from_dict({"unitAmount": 12.5, "colour": "Æblegrøn"})
    assert json.loads(tier.to_json()) == tier.to_dict()
    assert "Æblegrøn" in tier.to_json()


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_keep_what_could_not_be_read(again: Any) -> None:
    odd = {"name": "Web Hosting", "createdAt": ["odd"], "colour": "blue"}
    twin = again(ProductResponse.from_dict(odd))
    assert twin == ProductResponse.from_dict(odd)
    assert twin.to_dict() == odd
    with pytest.raises(MissingFieldError, match="id can't be read"):
        _ = twin.id
    with pytest.raises(UnexpectedValueError, match=r"not as documented: \['odd'\]") as caught:
        _ = twin.created_at
    assert caught.value.value == ["odd"]
    assert "id=<missing>, " in repr(twin)
    assert "created_at=<unexpected ['odd']>" in repr(twin)
    assert twin != ProductResponse.from_dict({**odd, "id": "p1"})


def test_what_is_no_field_is_an_ordinary_attribute_error() -> None:
    tier: Any = Tier.from_dict(TIER)
    with pytest.raises(AttributeError, match=f"'{Tier.__name__}' object has no attribute 'colour'"):
        _ = tier.colour
    with pytest.raises(AttributeError, match=r"^'ProductsResource' object has no attribute '_colour'$"):
        _ = LedgerBee("k").products._colour  # type: ignore[attr-defined]
    assert tier != TIER


def test_an_attribute_that_a_model_does_not_have_is_answered_by_the_nearest_one() -> None:
    product: Any = ProductResponse.from_dict({"id": "p1", "shelfMark": "A 7"})
    with pytest.raises(AttributeError, match=r"no attribute 'createdAt': did you mean \.created_at\?$"):
        _ = product.createdAt
    with pytest.raises(AttributeError, match=r"no attribute 'create_at': did you mean \.created_at\?$"):
        _ = product.create_at
    for name in ("shelfMark", "shelf_mark"):
        with pytest.raises(AttributeError, match=r"it is in additional_properties\['shelfMark'\]$"):
            getattr(product, name)
    with pytest.raises(AttributeError, match=r"no attribute '_repr_html_'$"):
        _ = product._repr_html_
    with pytest.raises(AttributeError, match=r"no attribute 'zzz'$"):
        _ = product.zzz


@pytest.mark.parametrize("key", ["createdAt", "created_at"])
def test_a_model_that_is_read_as_json_says_how_it_is_read(key: str) -> None:
    product: Any = ProductResponse.from_dict({"id": "p1"})
    with pytest.raises(TypeError, match=r"a model has attributes, write \.created_at; the JSON as it came is to_dict"):
        _ = product[key]
    with pytest.raises(TypeError, match="neither a mapping nor a sequence: a model has attributes; the JSON"):
        _ = product["zzz"]
    for reading in (list, dict, lambda one: key in one):
        with pytest.raises(TypeError, match=r"neither a mapping nor a sequence|not iterable"):
            reading(product)


# ---------------------------------------------------------------------- what was not changed goes back as it came


@pytest.mark.parametrize("moment", ["2026-01-02T03:04:05", "2026-01-02T03:04:05.000Z", "2026-01-02 03:04:05+02:00"])
def test_a_date_time_goes_back_in_the_form_in_which_it_came(moment: str) -> None:
    price = ProductResponse.from_dict({"createdAt": moment})
    assert price.created_at.year == 2026
    assert price.to_dict() == {"createdAt": moment}
    price.created_at = price.created_at.replace(year=2027)
    assert price.to_dict()["createdAt"].startswith("2027-01-02T03:04:05")


@pytest.mark.parametrize("amount", ["12.50", 12.5, 12, "1E+2"])
def test_an_amount_goes_back_in_the_form_in_which_it_came(amount: Any) -> None:
    tier = Tier.from_dict({"unitAmount": amount})
    assert tier.unit_amount == Decimal(str(amount))
    assert tier.to_dict() == {"unitAmount": amount}
    tier.unit_amount = Decimal("12.500")
    assert tier.to_dict() == {"unitAmount": "12.500"}


@pytest.mark.parametrize("text", ["50.00", "0.1", "12345678901234567.89", "1e2", "0.1000000000000000055511151231"])
def test_a_json_number_keeps_its_digits(text: str) -> None:
    tier = Tier.from_dict({"unitAmount": read_number(text)})
    assert tier.unit_amount == Decimal(text)
    assert str(tier.unit_amount) == str(Decimal(text))


def test_a_json_number_is_a_float_wherever_a_float_will_do() -> None:
    number = read_number("50.00")
    assert isinstance(number, JsonNumber)
    assert (number, json.dumps(number)) == (50.0, "50.0")
    assert pickle.loads(pickle.dumps(number)).text == "50.00"
    assert isinstance(read_number("12345678901234567.89"), Decimal)


# ---------------------------------------------------------------------- enums, typing


def test_a_value_that_differs_only_in_case_is_not_known() -> None:
    for member in ProductType:
        assert member.is_known
        assert ProductType(member.value) is member
        odd = ProductType(member.value.swapcase())
        assert not odd.is_known
        assert odd != member
        assert odd == member.value.swapcase()


def public_modules() -> list[str]:
    """All modules whose names have no underscore, but for the generated package, which is reached by way of them."""
    names = [one.name for one in pkgutil.iter_modules(ledgerbee_client.__path__, "ledgerbee_client.")]
    return ["ledgerbee_client", *(one for one in names if "._" not in one and one != "ledgerbee_client.generated")]


@pytest.mark.parametrize("name", public_modules())
def test_type_hints_of_every_public_name_and_its_methods_can_be_resolved(name: str) -> None:
    module = import_module(name)
    for public in getattr(module, "__all__", ()):
        one = getattr(module, public)
        if inspect.isclass(one):
            typing.get_type_hints(one)
            shown = [member for key, member in vars(one).items() if key[0] != "_" or key == "__init__"]
            own = [member for member in shown if inspect.isfunction(member)]
            for method in own if one.__module__.startswith("ledgerbee_client") and not attrs.has(one) else ():
                typing.get_type_hints(method)
        elif inspect.isfunction(one):
            typing.get_type_hints(one)


# ---------------------------------------------------------------------- mocks


async def test_a_mock_of_the_client_has_the_resources_with_methods_that_can_be_awaited() -> None:
    lb = create_autospec(LedgerBee, instance=True)
    for operation in OPERATIONS.values():
        resource, _, name = operation.name.partition(".")
        method = getattr(getattr(lb, resource), name)
        assert operation.pagination or inspect.iscoroutinefunction(method), operation.name
    lb.products.get.return_value = product = ProductResponse.from_dict({"id": "p1"})
    assert await lb.products.get("p1") is product
    lb.products.get.assert_awaited_once_with("p1")
    with pytest.raises(TypeError, match="missing a required argument: 'product_id'"):
        lb.products.get()
    with pytest.raises(AttributeError, match="grt"):
        _ = lb.products.grt


@pytest.mark.parametrize("limit", [2, 100])
async def test_a_mocked_list_can_be_awaited_and_read_by_item_and_by_page(limit: int) -> None:
    lb = create_autospec(LedgerBee, instance=True)
    products = [ProductResponse.from_dict({"id": "twin"}) for _ in range(5)]
    lb.products.list.return_value = listed(products, limit=limit)
    for _ in range(2):
        page = await lb.products.list(search="x")
        assert [*page] == products[:limit]
        assert page.total == 5
        assert [item async for item in lb.products.list()] == products
        assert [one async for page in lb.products.list().pages() for one in page] == products
    assert await lb.products.list().collect(3) == products[:3]
    following = await page.next_page()
    assert (following is None) == (limit == 100)
    assert await listed([]).collect() == []
    with pytest.raises(ValueError, match="limit: at least 1, not 0"):
        listed(products, limit=0)


def test_type_hints_of_every_method_of_a_resource_can_be_resolved() -> None:
    lb = LedgerBee("key")
    for operation in OPERATIONS.values():
        resource, _, method = operation.name.partition(".")
        assert "return" in typing.get_type_hints(getattr(getattr(lb, resource), method))
