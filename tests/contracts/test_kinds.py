"""Changes of whole documents that a report has got wrong before, and their siblings: what is said of each."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from ledgerbee_client.contracts import Change, Level, alerts, compare
from ledgerbee_client.contracts.operations import label
from ledgerbee_client.contracts.snapshots import compare_snapshots, snapshot
from scripts.codegen.description import describe
from scripts.schema_report import Report, build_report, build_report_with_packages
from tests.contracts.support import STRING, Json, json_body, object_of, reading, sending
from tests.contracts.support import document as small
from tests.contracts.support import operation as one_with

Edit = Callable[[Json], None]
KEY: Json = {"k": {"type": "apiKey", "in": "header", "name": "X"}}


def shop() -> Json:
    """A small API with a body, a list, errors, a callback, a webhook and a class that only the webhook uses."""
    error = {"400": json_body({"$ref": "#/components/schemas/Error"}, description="bad")}
    order = {"$ref": "#/components/schemas/Order"}
    kinds = {"type": "string", "enum": ["goods", "services", "rights"]}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/orders": {
                "post": {
                    "operationId": "createOrder",
                    "tags": ["Orders"],
                    "summary": "Create an order",
                    "requestBody": json_body({"$ref": "#/components/schemas/OrderIn"}, required=True),
                    "responses": {"201": json_body(order, description="ok"), **copy.deepcopy(error)},
                },
                "get": {
                    "operationId": "listOrders",
                    "tags": ["Orders"],
                    "summary": "List orders",
                    "parameters": [
                        {"name": "sort", "in": "query", "schema": {"$ref": "#/components/schemas/Sort"}},
                        {"name": "then", "in": "query", "schema": {"$ref": "#/components/schemas/Sort"}},
                    ],
                    "responses": {"200": json_body({"type": "array", "items": order}, description="ok")},
                },
            },
            "/files": {
                "post": {
                    "tags": ["Files"],
                    "summary": "Upload a file",
                    "requestBody": {
                        "content": {
                            "multipart/form-data": {
                                "schema": object_of(("file",), file={"type": "string", "format": "binary"}, note=STRING)
                            }
                        }
                    },
                    "responses": {"204": {"description": "ok"}},
                    "callbacks": {
                        "done": {
                            "{$request.body#/url}": {
                                "post": {
                                    "requestBody": json_body(object_of(id=STRING, size={"type": "integer"})),
                                    "responses": {"200": {"description": "ok"}},
                                }
                            }
                        }
                    },
                }
            },
        },
        "webhooks": {
            "order.paid": {
                "post": {
                    "requestBody": json_body({"$ref": "#/components/schemas/Event"}),
                    "responses": {"200": {"description": "ok"}},
                }
            }
        },
        "components": {
            "schemas": {
                "OrderIn": object_of(("name",), name=STRING, note=STRING, kind=kinds, meta={"type": "object"}),
                "Order": object_of(
                    ("id",),
                    id=STRING,
                    note=STRING,
                    kind=copy.deepcopy(kinds),
                    owner=object_of(a=STRING, b=STRING),
                    day={"$ref": "#/components/schemas/Day"},
                    later={"$ref": "#/components/schemas/Day"},
                    role={"type": "object"},
                    by={
                        "oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Cash"}],
                        "discriminator": {
                            "propertyName": "way",
                            "mapping": {"card": "#/components/schemas/Card", "cash": "#/components/schemas/Cash"},
                        },
                    },
                ),
                "Card": object_of(("way",), way=STRING, number=STRING),
                "Cash": object_of(("way",), way=STRING, amount=STRING),
                "Sort": {"type": "string", "enum": ["date", "name"]},
                "Day": {"type": "string", "format": "date"},
                "DayOrNone": {"type": ["string", "null"], "format": "date"},
                "Event": object_of(("id",), id=STRING, old=STRING),
                "Error": object_of(("message",), message=STRING),
            },
            "securitySchemes": copy.deepcopy(KEY),
        },
    }


def report_of(edit: Edit) -> Report:
    old, new = shop(), shop()
    edit(new)
    return build_report(old, new)


def schemas(document: Json) -> Json:
    return document["components"]["schemas"]


def operation(document: Json, method: str = "get", path: str = "/orders") -> Json:
    return document["paths"][path][method]


def set_in(**fields: Any) -> Edit:
    return lambda document: operation(document).update(fields)


# ---------------------------------------------------------------------- edits


def object_now_null(document: Json) -> None:
    schemas(document)["Order"]["properties"]["owner"] = {"type": "null"}


def refs_switched(document: Json) -> None:
    for name in ("day", "later"):
        schemas(document)["Order"]["properties"][name] = {"$ref": "#/components/schemas/DayOrNone"}


def error_gets_forms(document: Json) -> None:
    schemas(document)["Error"] = {"oneOf": [schemas(document)["Error"], object_of(code=STRING)]}


def enum_values_gone(document: Json) -> None:
    for name in ("OrderIn", "Order"):
        schemas(document)[name]["properties"]["kind"]["enum"].remove("rights")


def shared_enum_value_gone(document: Json) -> None:
    schemas(document)["Sort"]["enum"].remove("name")


def webhook_field_gone(document: Json) -> None:
    del schemas(document)["Event"]["properties"]["old"]


def webhook_field_added(document: Json) -> None:
    schemas(document)["Event"]["properties"]["extra"] = STRING


def callback_field_gone(document: Json) -> None:
    callback = operation(document, "post", "/files")["callbacks"]["done"]["{$request.body#/url}"]["post"]
    del callback["requestBody"]["content"]["application/json"]["schema"]["properties"]["size"]


def values_of_forms_changed(document: Json) -> None:
    mapping = schemas(document)["Order"]["properties"]["by"]["discriminator"]["mapping"]
    mapping["credit_card"] = mapping.pop("card")


def one_form_renamed(document: Json) -> None:
    by = schemas(document)["Order"]["properties"]["by"]
    schemas(document)["CreditCard"] = schemas(document).pop("Card")
    by["oneOf"][0] = {"$ref": "#/components/schemas/CreditCard"}
    by["discriminator"]["mapping"]["card"] = "#/components/schemas/CreditCard"


def dict_gets_fields(document: Json) -> None:
    schemas(document)["Order"]["properties"]["role"]["properties"] = {"slug": STRING}


def one_object_now_two_forms(document: Json) -> None:
    schemas(document)["Order"]["properties"]["owner"] = {
        "oneOf": [object_of(a=STRING, b=STRING), object_of(("key",), key=STRING)]
    }


def required_body_field(document: Json) -> None:
    schemas(document)["OrderIn"]["properties"]["due"] = STRING
    schemas(document)["OrderIn"]["required"].append("due")


def parameter_moved(document: Json) -> None:
    operation(document)["parameters"][0]["in"] = "header"


def ignored_headers(document: Json) -> None:
    operation(document)["parameters"] += [
        {"name": name, "in": "header", "required": True, "schema": STRING}
        for name in ("Accept", "Content-Type", "authorization")
    ]


def other_content_type(document: Json) -> None:
    body = operation(document, "post")["requestBody"]
    body["content"] = {"application/xml": body["content"].pop("application/json")}


def other_encoding(document: Json) -> None:
    media = operation(document, "post", "/files")["requestBody"]["content"]["multipart/form-data"]
    media["encoding"] = {"file": {"contentType": "application/pdf"}}


def object_closed(document: Json) -> None:
    schemas(document)["OrderIn"]["additionalProperties"] = False


def both_operations_gone(document: Json) -> None:
    del document["paths"]["/orders"]


def ref_into_an_array(document: Json) -> None:
    schemas(document)["Order"]["properties"]["paid"] = {"$ref": "#/components/schemas/Order/properties/by/oneOf/0"}


def constraint_added(document: Json) -> None:
    schemas(document)["OrderIn"]["not"] = {"required": ["note", "kind"]}


def webhook_gone(document: Json) -> None:
    del document["webhooks"]["order.paid"]


def webhook_added(document: Json) -> None:
    document["webhooks"]["order.sent"] = document["webhooks"]["order.paid"]


def unused_class_gone(document: Json) -> None:
    del schemas(document)["DayOrNone"]["format"]


def class_added(document: Json) -> None:
    schemas(document)["Later"] = object_of(a=STRING)


def callback_gone(document: Json) -> None:
    del operation(document, "post", "/files")["callbacks"]


def more_to_grant(document: Json) -> None:
    document["components"]["securitySchemes"]["o"] = {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://example.com/token"}},
    }
    operation(document)["security"] = [{"o": ["read"]}]


def parameter_announced(document: Json) -> None:
    operation(document)["parameters"][0]["description"] = "Sorting is deprecated since May."


def field_announced(document: Json) -> None:
    schemas(document)["Order"]["properties"]["note"] = {**STRING, "description": "Old. No longer supported after May."}


def required_without_a_property(document: Json) -> None:
    schemas(document)["OrderIn"]["required"].append("due")


def parameter_renamed(document: Json) -> None:
    operation(document)["parameters"][0]["name"] = "order"


def response_without_content(document: Json) -> None:
    del operation(document)["responses"]["200"]["content"]


def bytes_written_as_in_31(document: Json) -> None:
    media = operation(document, "post", "/files")["requestBody"]["content"]["multipart/form-data"]
    media["schema"]["properties"]["file"] = {"type": "string", "contentMediaType": "application/octet-stream"}


def callback_elsewhere(document: Json) -> None:
    callback = operation(document, "post", "/files")["callbacks"]["done"]
    callback["{$request.body#/hook}"] = callback.pop("{$request.body#/url}")


def class_now_a_dict(document: Json) -> None:
    schemas(document)["Order"]["properties"]["owner"] = {"type": "object"}


def component_without_fields(document: Json) -> None:
    schemas(document)["Event"] = {"type": "object"}


def closed_as_in_31(document: Json) -> None:
    schemas(document)["OrderIn"]["unevaluatedProperties"] = False


def enum_of_numbers(document: Json) -> None:
    schemas(document)["Order"]["properties"]["kind"] = {"type": "integer", "enum": [1, 2]}


def other_enum(document: Json) -> None:
    schemas(document)["Order"]["properties"]["kind"]["enum"] = ["Goods", "Services"]


def discriminator_gone(document: Json) -> None:
    del schemas(document)["Order"]["properties"]["by"]["discriminator"]


def webhook_by_put(document: Json) -> None:
    document["webhooks"]["order.paid"]["put"] = document["webhooks"]["order.paid"].pop("post")


def header_of_a_webhook(document: Json) -> None:
    signature = {"name": "X-Signature", "in": "header", "required": True, "schema": STRING}
    document["webhooks"]["order.paid"]["post"]["parameters"] = [signature]


def choice_of_a_choice(document: Json) -> None:
    cards = {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Cash"}]}
    schemas(document)["Order"]["properties"]["owner"] = {"oneOf": [cards, object_of(("z",), z=STRING)]}


def one_of_two_amounts(document: Json) -> None:
    order = schemas(document)["OrderIn"]
    order["required"] = []
    order["anyOf"] = [{"required": ["name"]}, {"required": ["note"]}]


KINDS: list[tuple[str, Edit, str, str]] = [
    # what, the edit, the bump, what the report says
    ("an object is always null now", object_now_null, "major", "(schema `Order`): now always null, was `object`"),
    ("references to a nullable schema", refs_switched, "major", "`day`, `later` (schema `DayOrNone`): may now be null"),
    ("an error gets a second form", error_gets_forms, "minor", "was one form, now one of 2"),
    ("copies of one enum", enum_values_gone, "major", "`kind` (schema `OrderIn`), also in the response body"),
    ("a shared enum of parameters", shared_enum_value_gone, "major", "Query parameters `sort`, `then` (schema `Sort`)"),
    ("a field of a webhook is gone", webhook_field_gone, "major", "Webhook field `old` (schema `Event`): removed"),
    ("a field more in a webhook", webhook_field_added, "minor", "Webhook field `extra` (schema `Event`): added"),
    ("a field of a callback is gone", callback_field_gone, "major", "Webhook field `size`: removed"),
    ("a form goes by another value", values_of_forms_changed, "major", "marked by `credit_card`, was `card`"),
    ("a form's schema is renamed", one_form_renamed, "patch", "schema `Card` is now called `CreditCard`"),
    ("a dict gets fields", dict_gets_fields, "major", "`role` (schema `Order`): a dict in Python becomes an object"),
    ("one object becomes two forms", one_object_now_two_forms, "major", "`owner` (schema `Order`): was one form"),
    ("a required field in a body", required_body_field, "major", "Request field `due` (schema `OrderIn`): added, req"),
    ("a parameter moves", parameter_moved, "major", "Query parameter `sort`: moved to the header"),
    ("headers that are to be ignored", ignored_headers, "patch", "in another notation, or in parts that nothing"),
    ("another content type", other_content_type, "major", "type of the body: `application/json` → `application/xml`"),
    ("another encoding", other_encoding, "minor", "`file`: encoded `contentType application/pdf`"),
    ("a closed object", object_closed, "major", "restricted for fields that are not listed"),
    ("two operations with one path", both_operations_gone, "major", "Operations removed (2): `GET /orders`, `POST /or"),
    ("a reference into an array", ref_into_an_array, "minor", "`paid` (schema `Order`): added"),
    ("a keyword without a rule", constraint_added, "patch", "`not` differs, which this comparison doesn't read"),
    ("a server of one operation", set_in(servers=[{"url": "https://files.example.com"}]), "minor", "`https://files.ex"),
    ("a key is needed now", set_in(security=[{"k": []}]), "major", "A credential is needed now: `X (header)`"),
    ("less is deduplicated", set_in(**{"x-idempotency": "none"}), "minor", "retries follow"),
    ("a text announces the end", set_in(description="Lists. It will be removed in May. Do hurry."), "patch",
     "the description announces: “It will be removed in May”"),
    ("a webhook is gone", webhook_gone, "major", "Webhook removed"),
    ("a webhook more", webhook_added, "minor", "`order.sent`"),
    ("a class that nothing uses changes", unused_class_gone, "major", "class (schema `DayOrNone`): type"),
    ("a class more", class_added, "minor", "schema `Later` added, and its class"),
    ("a callback is gone", callback_gone, "major", "callback `done POST {$request.body#/url}` removed"),
    ("a credential with scopes", more_to_grant, "major", "A credential is needed now: `OAuth 2.0"),
    ("a text announces a parameter's end", parameter_announced, "patch", "“Sorting is deprecated since May”"),
    ("a text announces a field's end", field_announced, "patch", "“No longer supported after May”"),
    ("a license is needed", set_in(**{"x-licenses": ["Metered"]}), "major", "License: none → `Metered`"),
    ("another successor", set_in(**{"x-successor": "GET /v2/orders"}), "patch", "Successor: none → `GET /v2/orders`"),
    ("another call to read back with", set_in(**{"x-read-back": "orders.get"}), "patch", "whether it was applied"),
    ("a mark of an inference", set_in(**{"x-inferred-path": True}), "patch", "Path: marked as inferred now"),
    ("a required name without a property", required_without_a_property, "major", "Request field `due` (schema `Ord"),
    ("a parameter by another name", parameter_renamed, "major", "(perhaps renamed to `order`)"),
    ("a response without content", response_without_content, "major", "no content any more, was `application/json`"),
    ("bytes as OpenAPI 3.1 writes them", bytes_written_as_in_31, "patch", "`contentMediaType` differs"),
    ("a callback to another address", callback_elsewhere, "minor", "goes to `{$request.body#/hook}`, was `{"),
    ("a class becomes a dict", class_now_a_dict, "major", "a dict in Python; fields no longer listed: `a`, `b`"),
    ("a component loses its fields", component_without_fields, "major", "(schema `Event`): fields no longer listed"),
    ("an object closed as in OpenAPI 3.1", closed_as_in_31, "major", "restricted for fields that are not listed"),
    ("an enum of another type", enum_of_numbers, "major", "type `string` → `integer`"),
    ("an enum without any old value", other_enum, "major", "now `Goods`, `Services`, was `goods`, `services`"),
    ("a discriminator is gone", discriminator_gone, "major", "no longer told apart by `way`"),
    ("a webhook by another method", webhook_by_put, "major", "Is sent as `PUT`, was `POST`"),
    ("a header more with a webhook", header_of_a_webhook, "minor", "Webhook field `header x-signature`: added"),
    ("a choice of a choice", choice_of_a_choice, "major", "now one of 3: `Card`, `Cash`"),
    ("one of two fields instead of one", one_of_two_amounts, "minor", "needs one of `name`, `note`"),
    ("an extension without a rule", set_in(**{"x-rate": 5}), "patch", "`x-rate` differs"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "bump", "says"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_a_change_of_each_kind_is_said_for_what_it_is(edit: Edit, bump: str, says: str) -> None:
    report = report_of(edit)
    assert says.lower() in report.markdown.lower(), report.markdown
    assert report.bump == bump, report.markdown


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "edit",
    [
        object_now_null,
        refs_switched,
        enum_values_gone,
        shared_enum_value_gone,
        dict_gets_fields,
        required_body_field,
        class_now_a_dict,
        enum_of_numbers,
        other_enum,
        other_content_type,
        response_without_content,
    ],
)
def test_one_change_is_one_entry(edit: Edit) -> None:
    assert len([one for one in report_of(edit).entries if one.level.name == "MAJOR"]) == 1


@pytest.mark.parametrize("edit", [case[1] for case in KINDS], ids=[case[0] for case in KINDS])
def test_the_contract_snapshots_of_a_service_say_the_same(edit: Edit) -> None:
    old, new = shop(), shop()
    edit(new)
    before, after = describe(old), describe(new)
    found = compare(before, after)
    stayed = 0
    for operation_ in before["operations"]:
        name = label(operation_)
        again = next((one for one in after["operations"] if label(one) == name), None)
        if again is not None:
            pinned = snapshot(operation_, before["schemas"]), snapshot(again, after["schemas"])
            of_name = [one for one in found if one.operation.partition(" callback ")[0] == name]
            assert said(compare_snapshots(*pinned)) == said(one for one in of_name if alerts(one.kind, one.level))
            stayed += 1
    assert stayed


def said(changes: Iterable[Change]) -> set[tuple[str, str, str]]:
    return {(one.kind, one.place, one.text) for one in changes}


def test_what_moves_between_parameters_and_body_is_one_change() -> None:
    query, body = shop(), shop()
    operation(query, "post")["parameters"] = [{"name": "sort", "in": "query", "schema": STRING}]
    schemas(body)["OrderIn"]["properties"]["sort"] = STRING
    there, back = build_report(query, body), build_report(body, query)
    assert [one.text for one in there.entries] == ["moved to the body"]
    assert [one.text for one in back.entries] == ["moved to the query"]
    assert "- Query parameter `sort`: moved to the body. **Upgrade:" in there.markdown


def test_headers_of_responses_may_announce_their_end() -> None:
    def document(**header: Any) -> Json:
        made = shop()
        operation(made)["responses"]["200"]["headers"] = {"x-total": {"schema": {"type": "integer"}, **header}}
        return made

    assert [one.kind for one in build_report(document(), document(deprecated=True)).entries] == ["deprecated"]
    text = "The total. It will be removed in May."
    assert [one.kind for one in build_report(document(), document(description=text)).entries] == ["announced"]


def test_a_sunset_that_moves_is_said_with_both_dates() -> None:
    old, new = shop(), shop()
    operation(old).update({"deprecated": True, "x-sunset": "2027-12-31"})
    operation(new).update({"deprecated": True, "x-sunset": "2027-01-31"})
    report = build_report(old, new)
    assert "Sunset moved: `2027-12-31` → `2027-01-31`" in report.markdown
    assert report.bump == "patch"


def test_one_more_oauth_scope_is_to_be_granted() -> None:
    old, new = shop(), shop()
    more_to_grant(old)
    more_to_grant(new)
    operation(new)["security"] = [{"o": ["read", "write"]}]
    report = build_report(old, new)
    assert "now needs the scope `write`. **Grant `write` to the credentials that call it.**" in report.markdown
    assert report.bump == "major"


def test_heirs_of_a_base_are_known_by_the_values_of_its_discriminator() -> None:
    def base(**mapping: str) -> Json:
        document = shop()
        values = {value: f"#/components/schemas/{name}" for value, name in mapping.items()}
        discriminator = {"propertyName": "way", "mapping": values}
        schemas(document)["Event"] = {**object_of(way=STRING), "discriminator": discriminator}
        return document

    report = build_report(base(card="Card", cash="Cash"), base(credit="Card", gift="Order"))
    assert {one.kind for one in report.entries} == {"discriminator-value", "form-added", "form-removed"}
    assert "`Card` is marked by `credit`, was `card`" in report.markdown


def test_what_was_optional_in_a_response_header_may_change_its_form() -> None:
    def document(**header: Any) -> Json:
        made = shop()
        operation(made)["responses"]["200"]["headers"] = {"x-total": {"schema": {"type": "integer"}, **header}}
        return made

    assert build_report(document(required=True), document()).bump == "major"
    assert build_report(document(), document(required=True)).bump == "minor"
    assert build_report(document(), document(schema=STRING)).bump == "major"


def test_a_response_header_that_goes_is_a_break() -> None:
    old, new = shop(), shop()
    operation(old)["responses"]["200"]["headers"] = {"X-Total": {"schema": {"type": "integer"}}}
    report = build_report(old, new)
    assert "Response header `x-total`: removed" in report.markdown
    assert report.bump == "major"


def test_order_and_nothing_else_is_proved_to_be_order() -> None:
    def reordered(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: reordered(node[key]) for key in reversed(node)}
        return node

    old, new = shop(), reordered(shop())
    schemas(new)["Sort"]["enum"].reverse()
    report = build_report(old, new)
    assert [one.kind for one in report.entries] == ["form"]
    assert "The documents are equal when order and texts are left out" in report.markdown
    assert report.bump == "none"


def test_forms_without_a_name_are_paired_by_likeness_and_never_by_position() -> None:
    forms = [object_of(**{f"{letter}{n}": STRING for n in range(4)}) for letter in "abc"]
    old, new = shop(), shop()
    schemas(old)["Order"]["properties"]["owner"] = {"oneOf": forms}
    schemas(new)["Order"]["properties"]["owner"] = {"oneOf": [object_of(z=STRING), *forms[::-1]]}
    report = build_report(old, new)
    assert [one.kind for one in report.entries] == ["form-added-untold"]


# ---------------------------------------------------------------------- the packages


def generated(edit: Edit) -> Report:
    old, new = shop(), shop()
    edit(new)
    return build_report_with_packages(old, new, current_version="1.2.3")


@pytest.mark.unmeasured
def test_a_class_that_goes_by_another_name_is_said_to_be_renamed() -> None:
    def edit(document: Json) -> None:
        schemas(document)["OrderOut"] = schemas(document).pop("Order")
        ref = {"$ref": "#/components/schemas/OrderOut"}
        operation(document, "post")["responses"]["201"] = json_body(ref, description="ok")
        operation(document)["responses"]["200"] = json_body({"type": "array", "items": ref}, description="ok")

    report = generated(edit)
    python = [one.text for one in report.entries if one.kind.startswith("python-")]
    assert python == ["class `Order` is now `OrderOut`"], report.markdown


def test_what_the_documents_tell_of_a_field_is_not_said_again_of_its_attribute() -> None:
    def edit(document: Json) -> None:
        del schemas(document)["Order"]["properties"]["note"]
        schemas(document)["Order"]["properties"]["role"]["properties"] = {"slug": STRING}

    breaks = [one.kind for one in generated(edit).entries if one.level is Level.MAJOR]
    assert sorted(breaks) == ["dict-now-class", "removed"]


@pytest.mark.unmeasured
def test_classes_of_inline_schemas_keep_their_names_when_the_operation_id_changes() -> None:
    def edit(document: Json) -> None:
        operation(document, "post")["operationId"] = "OrdersController_create[0]"

    old, new = shop(), shop()
    for document in (old, new):
        inline = object_of(("a",), a=object_of(x=STRING))
        operation(document, "post")["requestBody"] = json_body(inline, required=True)
    edit(new)
    report = build_report_with_packages(old, new)
    assert [one.kind for one in report.entries] == ["operation-id"], report.markdown


def test_a_list_that_is_paged_now_is_a_break_of_the_method() -> None:
    def edit(document: Json) -> None:
        envelope = object_of(
            ("data",),
            data={"type": "array", "items": {"$ref": "#/components/schemas/Order"}},
            total={"type": "integer"},
        )
        operation(document)["responses"]["200"] = json_body(envelope, description="ok")
        operation(document)["parameters"].append({"name": "page", "in": "query", "schema": {"type": "integer"}})

    report = generated(edit)
    assert "and now returns a paginator: `Paginator[Order]`" in report.markdown
    assert report.bump == "major"


@pytest.mark.unmeasured
def test_an_attribute_that_becomes_required_breaks_only_who_builds_the_model() -> None:
    def edit(document: Json) -> None:
        schemas(document)["Order"]["required"].append("note")

    assert generated(edit).bump == "minor"


def test_a_package_that_cannot_be_generated_is_named_with_the_reason_and_the_rest_is_reported() -> None:
    def edit(document: Json) -> None:
        operation(document, "post")["requestBody"]["content"] = {"application/x-unknown": {"schema": STRING}}

    report = generated(edit)
    assert "The Python API could not be compared: the new package can't be generated" in report.markdown
    assert report.bump == "major"


# ---------------------------------------------------------------------- one change, said once


def forms_with(beside: Json, **inside: Json) -> Json:
    """A response whose forms A and B hold the same fields, with others beside them."""
    forms = {name: object_of(("kind", *inside), kind={"enum": [name.lower()]}, **inside) for name in ("A", "B")}
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in forms]
    return reading({**object_of(tuple(beside), **beside), "oneOf": refs}, **forms)


def test_a_field_that_moves_between_the_forms_and_beside_them_breaks_nobody() -> None:
    beside, inside = forms_with({"x": STRING}), forms_with({}, x=STRING)
    assert build_report(beside, inside).bump == build_report(inside, beside).bump == "patch"


def test_a_field_that_moves_and_changes_is_said_once() -> None:
    report = build_report(forms_with({}, x=STRING), forms_with({"x": {"type": "integer"}}))
    assert [(one.kind, one.uses[0].place) for one in report.entries] == [("type-changed", "x")]


def test_likewise_fields_of_one_object_stand_in_one_line() -> None:
    old = reading(object_of(("a", "b", "c"), a=STRING, b=STRING, c=STRING))
    report = build_report(old, reading(object_of(("a",), a=STRING, b=STRING, c=STRING)))
    assert "- Response field `b`: now optional; the same for `c`. **Expect it to be missing.**" in report.markdown
    assert len(report.entries) == 2


def test_removed_classes_stand_together_and_say_what_to_do() -> None:
    used = {"Gone": object_of(a=STRING), "Lost": object_of(b=STRING), "Kept": object_of(c=STRING)}
    report = build_report(reading(STRING, **used), reading(STRING, Kept=used["Kept"]))
    assert report.markdown.count("###") == 1
    assert "- Schema `Gone` removed, and its class. **Stop importing it.**" in report.markdown


def test_a_new_webhook_is_said_to_be_one_whatever_its_summary() -> None:
    hook = {"post": {"summary": "order.paid", "responses": {}}}
    report = build_report(small(), small(webhooks={"order.paid": hook}))
    assert "- Webhook added. — `order.paid`" in report.markdown


def test_required_names_beside_the_items_of_an_array_mean_nothing() -> None:
    array = {"type": "array", "items": object_of(a=STRING)}
    assert build_report(reading({**array, "required": ["a"]}), reading(array)).bump == "patch"


def test_an_operation_that_mentions_another_one_has_no_successor() -> None:
    told = one_with(description="Use `things.create` to make one.")
    report = build_report(one_with(), told)
    assert [one.kind for one in report.entries] == ["text"]


def test_a_parameter_without_a_name_is_none() -> None:
    nameless = one_with(parameters=[{"description": "nothing", "schema": STRING}])
    assert "None" not in build_report(one_with(), nameless).markdown


def test_a_form_that_gets_a_schema_is_found_again_by_its_title() -> None:
    old = sending({"oneOf": [{"title": "Goods"}, object_of(("b",), b=STRING)]})
    goods = {"title": "Goods", "$ref": "#/components/schemas/Goods"}
    new = sending({"oneOf": [goods, object_of(("b",), b=STRING)]}, Goods=object_of(a=STRING))
    assert not {"form-added", "form-removed"} & {one.kind for one in build_report(old, new).entries}


def test_null_that_moves_between_a_schema_and_the_references_to_it_is_no_change() -> None:
    thing, ref = object_of(a=STRING), {"$ref": "#/components/schemas/Data"}
    inner = reading(object_of(data=ref), Data={**thing, "nullable": True})
    outer = reading(object_of(data={"allOf": [ref], "nullable": True}), Data=thing)
    assert build_report(inner, outer).bump == build_report(outer, inner).bump == "patch"
    bare = reading(object_of(data=ref), Data=thing)
    assert [one.kind for one in build_report(bare, inner).entries] == ["nullable"]
    assert [one.kind for one in build_report(bare, outer).entries] == ["nullable"]


def test_a_scope_that_the_text_and_the_security_name_is_said_once() -> None:
    def document(*scopes: str) -> Json:
        made = shop()
        made["components"]["securitySchemes"] = {"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {}}}}}
        listed = "\n".join(f"- `{one}`" for one in scopes)
        operation(made).update({"security": [{"o": list(scopes)}], "description": f"## Required Scope\n\n{listed}"})
        return made

    more = build_report(document("orders-read"), document("orders-read", "prices-read"))
    assert [one.text for one in more.entries] == ["`OAuth 2.0 (implicit)` now needs the scope `prices-read`"]
    assert len(build_report(document("orders-read"), document("prices-read")).entries) == 1
