"""Unknown fields that are meant to be known ones are refused, whether or not the schema is complete."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.http.schemas import Schemas
from ledgerbee_client.testing.http.spelling import looks_like, misspelled
from tests.sandbox.support import client_of, constraints_of, works
from tests.shared.api import body_model, operations, reconstruction_only, send


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("customer_number", "customerNumber", True),
        ("CustomerNumber", "customerNumber", True),
        ("customer-number", "customerNumber", True),
        ("custmerNumber", "customerNumber", True),
        ("customerrNumber", "customerNumber", True),
        ("customerNumbr", "customerNumber", True),
        ("customerNumbers", "customerNumber", True),
        ("cusotmerNumber", "customerNumber", True),
        ("costomerNumber", "customerNumber", True),
        ("customerName", "customerNumber", False),
        ("customerId", "customerNumber", False),
        ("cusomterNubmer", "customerNumber", False),
        ("code", "mode", False),
        ("code", "Code", True),
    ],
)
def test_a_name_looks_like_another_in_form_or_but_for_one_letter(name: str, known: str, expected: bool) -> None:
    assert looks_like(name, known) == expected


def test_every_object_of_a_body_is_looked_at() -> None:
    line = {"type": "object", "properties": {"priceId": {}}, "x-incomplete": True}
    schema: dict[str, Any] = {"properties": {"lines": {"type": "array", "items": line}, "customerId": {}}}
    sent = {"customerId": "c", "customer_id": "c", "lines": [{"priceId": 1}, {"price_id": 1, "other": 2}], "more": 5}
    found = list(misspelled(Schemas({}), schema, sent))
    assert found == [("customer_id", "customer_id"), ("lines.1.price_id", "price_id")]
    assert list(misspelled(Schemas({}), {}, {"first_name": "A"}, {"firstName"})) == [("first_name", "first_name")]


def test_the_keys_of_a_map_are_of_the_callers_own_and_its_values_are_looked_at() -> None:
    rate = {"type": "object", "properties": {"vatCode": {}}, "additionalProperties": True}
    schema: dict[str, Any] = {"properties": {"rates": {"type": "object", "additionalProperties": rate}}}
    sent = {"rates": {"domestic_without_vat": {"vatCode": "1"}, "vatCod": {"vat_code": "1"}}}
    assert list(misspelled(Schemas({}), schema, sent)) == [("rates.vatCod.vat_code", "vat_code")]


@reconstruction_only
@works("customers.create", "customers.update", "vendors.create")
async def test_a_misspelled_field_is_refused_where_the_body_is_open_as_where_it_is_closed() -> None:
    async with client_of(Sandbox()) as client:
        made = (await client.call("customers.create", json={"name": "Anna"})).json()
        wrong = {"customer_number": "C-1"}
        for response in (
            await client.call("customers.create", json={"name": "Anna", **wrong}),
            await client.call("customers.update", made["id"], json=wrong),
            await client.call("product_groups.create", json=wrong),
        ):
            expected = {"whitelistValidation": "property customer_number should not exist"}
            assert constraints_of(response)["customer_number"] == expected
        free = await client.call("customers.create", json={"name": "Anna", "metadata": {"customer_number": "C-1"}})
        assert free.status_code == 201


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", [one for one in operations() if body_model(one) and "api_key" in OPERATIONS[one].auth])
async def test_a_python_name_is_refused_in_every_body_at_any_depth(name: str) -> None:
    model = body_model(name)
    assert model is not None
    ids = [f"id{index}" for index, one in enumerate(operations()[name].parameters) if one.location == "path"]
    headers = {one.wire: "k" for one in operations()[name].parameters if one.location == "header"}
    async with client_of(Sandbox()) as client:
        for field in model.fields:
            if field.python != field.wire:
                response = await send(client, name, *ids, json={field.python: 1}, headers=headers)
                assert field.python in constraints_of(response)
        for wrong in ({"file_name": 1}, {"other": [{"file_name": 1}]}):
            response = await send(client, name, *ids, json=wrong, headers=headers)
            assert any(path.endswith("file_name") or path == "other" for path in constraints_of(response))
