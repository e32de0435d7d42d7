"""Types of responses are what a person expects: what is always there is definite, ids are text, amounts Decimals."""

from __future__ import annotations

import re
import typing
from decimal import Decimal
from types import NoneType
from typing import Any

from ledgerbee_client import models
from scripts.codegen.ir import Field, Model
from tests.shared.api import corrected_document, is_reconstruction, operations

#: What is money by its name, or a rate of it.
_MONEY = re.compile(
    r"(amount|price|total|balance|fee|cost|revenue|profit)s?$|^(vat|subtotal|discount)(Rate|Amount)?$", re.IGNORECASE
)
#: Counts, flags, ids and the like are called so, too.
_NO_MONEY = re.compile(r"Id$|^total(Pages|Created|Items)?$|^has|^is|prices$|^price$|Minor$", re.IGNORECASE)


def response_models() -> list[Model]:
    """The models that responses hold, at any depth."""
    found: dict[str, Model] = {}
    left = [one for op in operations().values() for success in op.successes for one in success.type.models()]
    left += [one for op in operations().values() if op.pagination for one in op.pagination.item_type.models()]
    while left:
        model = left.pop()
        if model.name not in found:
            found[model.name] = model
            left += [inner for one in model.types() for inner in one.models()]
    return list(found.values())


def fields() -> list[tuple[str, Field, Any]]:
    """Model, field and type of all fields of responses."""
    found = []
    for model in response_models():
        hints = typing.get_type_hints(getattr(models, model.name))
        found += [(f"{model.name}.{one.python}", one, hints[one.python]) for one in model.fields]
    return found


def envelopes() -> set[str]:
    """The models around a page of a list: their totals are counts."""
    paged = [op for op in operations().values() if op.pagination]
    return {one.name for op in paged for success in op.successes if (one := success.type.model)}


def is_optional(hint: Any) -> bool:
    return NoneType in typing.get_args(hint)


def test_hardly_any_field_that_is_required_is_optional() -> None:
    required = [(name, hint) for name, one, hint in fields() if one.required or one.inferred_required]
    optional = [name for name, hint in required if is_optional(hint) or hint is Any]
    assert len(required) > (200 if is_reconstruction() else 20)  # where it isn't published, ours says it by a mark
    assert len(optional) <= 0.05 * len(required), optional


def test_no_id_is_optional() -> None:
    ids = [(name, hint) for name, one, hint in fields() if one.wire == "id" and (one.required or is_reconstruction())]
    assert len(ids) > (25 if is_reconstruction() else 1)
    assert [name for name, hint in ids if hint is not str] == []


def test_amounts_are_decimals() -> None:
    amounts = [
        (name, hint)
        for name, one, hint in fields()
        if _MONEY.search(one.wire) and not _NO_MONEY.search(one.wire) and name.partition(".")[0] not in envelopes()
    ]
    assert len(amounts) > 30
    others = {name for name, hint in amounts if Decimal not in (hint, *typing.get_args(hint))}
    assert others <= {"CompanyResponse.vat"}  # a VAT number


def test_no_model_is_empty_where_a_field_is_known() -> None:
    schemas: dict[str, Any] = corrected_document()["components"]["schemas"]
    known = {name for name, one in schemas.items() if one.get("properties")}
    assert [one.name for one in response_models() if not one.fields and one.name in known] == []
    empty = [schemas[one.name] for one in response_models() if not one.fields]
    assert [one for one in empty if not one.get("x-incomplete") and not one.get("additionalProperties")] == []
