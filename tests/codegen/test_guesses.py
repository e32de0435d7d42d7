"""Types are guessed where the document gives none, and what is always there is not Optional."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import Any

import attrs
import pytest

from ledgerbee_client import models
from ledgerbee_client.generated.base import Model
from scripts.codegen import guesses
from tests.shared.api import class_of, corrected_document, is_reconstruction, skip_lacking

AMOUNTS = ("amount", "price", "fee", "balance", "subtotal")


def received() -> list[tuple[str, str, Any, Any]]:
    """Each field of each model that is only received: model, field, its type, its entry in the table."""
    found = []
    for name in models.__all__:
        one = getattr(models, name)
        if not (isinstance(one, type) and issubclass(one, Model)) or one._SENT:
            continue
        hints = typing.get_type_hints(one)
        found += [(name, entry.name, hints[entry.name], entry) for entry in one._FIELDS.properties]
    return found


def is_optional(kind: Any) -> bool:
    return isinstance(kind, types.UnionType) and types.NoneType in kind.__args__


def test_what_responses_are_known_to_hold_is_not_optional() -> None:
    required = [(name, field) for name, field, kind, entry in received() if entry.required]
    optional = [(name, field) for name, field, kind, entry in received() if entry.required and is_optional(kind)]
    assert len(required) > (200 if is_reconstruction() else 50)  # by its marks, or by `required` alone
    assert len(optional) <= len(required) / 20


def test_no_id_is_optional() -> None:
    ids = [(name, kind) for name, field, kind, _entry in received() if field == "id"]
    assert len(ids) > 20
    assert [name for name, kind in ids if is_optional(kind)] == []


def test_no_amount_is_any_or_a_float() -> None:
    amounts = [(name, field, kind) for name, field, kind, _ in received() if field.split("_")[-1] in AMOUNTS]
    assert len(amounts) > 20
    for name, field, kind in amounts:
        assert kind in (Decimal, Decimal | None), f"{name}.{field} is {kind}"


@pytest.mark.parametrize("name", ["unitPrice", "totalPrice", "vatAmount", "vatRate", "quantity"])
def test_lines_of_sales_documents_are_decimals(name: str) -> None:
    skip_lacking("quotes.get", response=[f"lines.{name}"])
    line = class_of("quotes.get", "lines")
    entry = next(one for one in line._FIELDS.properties if one.wire == name)
    assert typing.get_type_hints(line)[entry.name] in (Decimal, Decimal | None)
    for raw in ("12.50", 12):
        assert entry.parse(raw) == Decimal(raw)


def schema(**properties: Any) -> dict[str, Any]:
    return {"paths": {}, "components": {"schemas": {"Line": {"type": "object", "properties": properties}}}}


@pytest.mark.parametrize(
    ("name", "given", "guessed"),
    [
        ("unitPrice", {}, {"format": "decimal"}),
        ("unitPrice", {"type": "number"}, {"type": "number", "format": "decimal"}),
        ("priceMinor", {"type": "number"}, {"type": "integer"}),
        ("accountId", {"type": "number"}, {"type": "integer"}),
        ("totalCreated", {"type": "number"}, {"type": "integer"}),
        ("height", {"type": "number"}, {"type": "number"}),
        ("note", {}, {}),
        ("unitPrice", {"$ref": "#/components/schemas/Price"}, {"$ref": "#/components/schemas/Price"}),
        ("id", {"type": "string"}, {"type": "string", "x-inferred-required": True}),
        ("id", {"type": "string", "nullable": True}, {"type": "string", "nullable": True}),
    ],
)
def test_guesses(name: str, given: dict[str, Any], guessed: dict[str, Any]) -> None:
    document = schema(**{name: dict(given)})
    guesses.apply(document)
    found = document["components"]["schemas"]["Line"]["properties"][name]
    assert {key: value for key, value in found.items() if key != "x-guessed"} == guessed


def test_each_guess_is_listed() -> None:
    document = schema(unitPrice={}, note={})
    guesses.apply(document)
    assert guesses.listed(document) == ["Line.unitPrice: a decimal number"]
    listed = guesses.listed(corrected_document())
    assert listed
    assert all(": " in one for one in listed)


def test_attrs_shows_nothing_private() -> None:
    for name in models.__all__:
        one = getattr(models, name)
        if attrs.has(one):
            assert not [field.name for field in attrs.fields(one) if field.name.startswith("_")]
