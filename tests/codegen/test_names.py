"""Python names: the table of all methods, the rules behind it, and the lock that keeps names where they are."""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from scripts import regenerate
from scripts.codegen import enum_names, identifiers, lock, naming, rules
from scripts.codegen.client_names import taken_by_client
from scripts.codegen.ir import Api, Enum, Operation, Success, Type
from tests.codegen.support import Named, answers, document, named
from tests.shared.api import documented, is_reconstruction, reconstruction_only

SNAPSHOT = Path(__file__).parent / "method_names.txt"

Json = dict[str, Any]


def schema() -> Json:
    loaded: Json = json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))
    return loaded


def table(operations: list[Operation]) -> str:
    """Names by what is certain of an operation: method, tag and summary."""
    rows = sorted((one.python, one.http_method, one.tag, one.summary) for one in operations)
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join("  ".join(map(str.ljust, row, [*widths, 0])) + "\n" for row in rows)


@pytest.fixture(scope="module")
def real() -> Named:
    return named(schema())


# ---------------------------------------------------------------------- all 135


def test_the_names_of_all_methods(real: Named) -> None:
    """After a deliberate change, write the table anew and read the difference: these names are a promise."""
    promised = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    names = {tuple(re.split(r"  +", row)[1:]): row.split()[0] for row in promised}
    found = {(one.http_method, one.tag, one.summary): one.python for one in real.api.operations}
    assert len(names) == 135
    assert {certain: name for certain, name in found.items() if certain in names} == {
        certain: name for certain, name in names.items() if certain in found
    }
    if is_reconstruction():
        assert table(real.api.operations).splitlines() == promised


@reconstruction_only
def test_the_rules_alone_give_the_names_in_the_lock(tmp_path: Path) -> None:
    """The lock keeps names; it doesn't make them. Without it a deleted lock could not be made again."""
    result = named(schema(), names=tmp_path / "no lock")
    assert table(result.api.operations) == SNAPSHOT.read_text(encoding="utf-8")
    assert result.naming.lock.dump() == regenerate.LOCK.read_text(encoding="utf-8")


@pytest.mark.unmeasured
def test_the_newer_version_owns_the_good_name(real: Named) -> None:
    tags = {one.python: one.tag for one in real.api.operations}
    assert tags["draft_journal_entries.create"] == "Draft Journal Entries (v2)"
    assert tags["journal_entries.create"] == "Journal Entries (v2)"
    older = {"draft_journal_entries_v1.create": "Draft Journal Entries", "journal_entries.create_v1": "Journal Entries"}
    # The older ones are deprecated: one day the document doesn't have them any more.
    assert {name: tags[name] for name in older if name in tags} == {name: older[name] for name in older if name in tags}


def test_what_is_certain_of_an_operation_is_unique(real: Named) -> None:
    """Only so can an operation be found again whose path was wrong."""
    certain = [(one.http_method, one.tag, one.summary) for one in real.api.operations]
    assert len(set(certain)) == len(certain) >= 130


# ---------------------------------------------------------------------- names don't move


def renamed(original: Json, seed: int) -> Json:
    """The published document as it may turn out: everything inferred is called otherwise and stands elsewhere."""
    chaos = random.Random(seed)
    result = copy.deepcopy(original)
    schemas = result["components"]["schemas"]
    names = {
        name: f"Published{name}Dto" if raw.get("x-inferred-name") or raw.get("x-inferred") else name
        for name, raw in schemas.items()
    }
    assert any(name != new for name, new in names.items())

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(one) for one in node]
        if not isinstance(node, dict):
            return node
        items = list(node.items())
        if not {"openapi", "200"} & node.keys():
            chaos.shuffle(items)
        result = {}
        for key, value in items:
            if key.startswith("x-"):
                continue
            if key == "$ref":
                prefix, _, name = value.rpartition("/")
                value = f"{prefix}/{names.get(name, name)}"
            result[key] = walk(value)
        return result

    moved = 0
    paths: Json = {}
    for path, item in result["paths"].items():
        inferred = [raw for raw in item.values() if isinstance(raw, dict) and raw.get("x-inferred-path")]
        target = path
        if inferred:
            moved += 1
            target = f"/v9/elsewhere/{moved}{path.replace('{', '{the_')}"
            for raw in item.values():
                for parameter in raw.get("parameters", []) if isinstance(raw, dict) else []:
                    if parameter.get("in") == "path":
                        parameter["name"] = f"the_{parameter['name']}"
        paths[target] = item
    assert moved > 20
    for number, item in enumerate(paths.values()):
        for method, raw in item.items():
            if isinstance(raw, dict) and "responses" in raw:
                raw["operationId"] = f"Controller{number}_{method}"
    result["paths"] = paths
    result["components"]["schemas"] = {names[name]: raw for name, raw in schemas.items()}
    shuffled: Json = walk(result)
    return shuffled


@pytest.mark.slow
@reconstruction_only
@pytest.mark.parametrize("seed", [1, 2])
def test_names_do_not_move_when_everything_inferred_turns_out_otherwise(seed: int, real: Named) -> None:
    result = named(renamed(schema(), seed))
    assert result.naming.new == []
    assert result.naming.gone == []
    assert result.stale == []

    def by_certain(operations: list[Operation]) -> dict[tuple[str, str, str], str]:
        return {(one.http_method, one.tag, one.summary): one.python for one in operations}

    assert by_certain(result.api.operations) == by_certain(real.api.operations)
    assert {one.python: one.module for one in result.api.operations} == {
        one.python: one.module for one in real.api.operations
    }
    assert {one.name for one in result.api.enums} == {one.name for one in real.api.enums}


@pytest.mark.slow
def test_new_operations_are_named_by_rule_and_what_is_gone_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = schema()
    changed["paths"]["/v1/products/{productId}/archive"] = {
        "post": {
            "tags": ["Products"],
            "summary": "Archive a product",
            "parameters": [{"name": "productId", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"204": {"description": "done"}},
        }
    }
    del changed["paths"]["/v1/products/{productId}"]["delete"]
    del changed["paths"]["/v1/company"]
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(changed))
    assert regenerate.main(["--schema", str(path), "--output", str(tmp_path / "out")]) == 0
    out = capsys.readouterr().out
    assert "new: products.archive (POST /v1/products/{productId}/archive)" in out
    assert out.count("new: ") == 1
    assert "gone: products.delete (DELETE /v1/products/{productId})" in out
    assert "gone: company.get (GET /v1/company)" in out
    assert out.count("gone: ") == 2
    left = len(documented()) - 1
    assert f"{left} of {left} operations" in out
    assert (tmp_path / "out" / "api" / "products" / "archive_product.py").exists()


@pytest.mark.unmeasured
def test_an_enum_that_grew_keeps_its_name(real: Named) -> None:
    changed = schema()

    def grow(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                grow(one)
        elif isinstance(node, dict):
            if isinstance(node.get("enum"), list) and all(isinstance(one, str) for one in node["enum"]):
                node["enum"].append("added")
            for value in node.values():
                grow(value)

    grow(changed["paths"])
    grow(changed["components"])
    result = named(changed)
    two = {one.name for one in real.api.enums if len(one.values) > 1}
    assert two <= {one.name for one in result.api.enums if "added" in one.values}


# ---------------------------------------------------------------------- the lock


def op(key: str, tag: str = "Things", summary: str = "", **more: Any) -> Operation:
    method, _, path = key.partition(" ")
    return Operation(method, path, tag, summary, "", None, **more)


def locked(name: str, key: str, tag: str = "Things", summary: str = "") -> lock.LockedOperation:
    method, _, path = key.partition(" ")
    return lock.LockedOperation(name, name.replace(".", "_"), method, path, tag, summary)


MATCHES: dict[str, tuple[list[Operation], list[lock.LockedOperation], list[str | None]]] = {
    "the same": ([op("GET /a", summary="A")], [locked("things.a", "GET /a", summary="A")], ["things.a"]),
    "another path": ([op("GET /b", summary="A")], [locked("things.a", "GET /a", summary="A")], ["things.a"]),
    "another summary": ([op("GET /a", summary="B")], [locked("things.a", "GET /a", summary="A")], ["things.a"]),
    "another tag": ([op("GET /a", "Other", "A")], [locked("things.a", "GET /a", summary="A")], ["things.a"]),
    "another method": ([op("POST /a", summary="A")], [locked("things.a", "GET /a", summary="A")], [None]),
    "all else": ([op("GET /b", "Other", "A")], [locked("things.a", "GET /a", summary="A")], [None]),
    "no summary": ([op("GET /b")], [locked("things.a", "GET /a")], [None]),
    "swapped paths": (
        [op("GET /b", summary="A"), op("GET /a", summary="B")],
        [locked("things.a", "GET /a", summary="A"), locked("things.b", "GET /b", summary="B")],
        ["things.a", "things.b"],
    ),
    "one took the other's guessed path": (
        [op("GET /a", summary="B"), op("GET /c", summary="A")],
        [locked("things.a", "GET /a", summary="A"), locked("things.b", "GET /b", summary="B")],
        ["things.b", "things.a"],
    ),
    "v1 is gone and v2 takes its summary": (
        [op("POST /v2/a", summary="Create")],
        [
            locked("a.create", "POST /v2/a", summary="Create (v2)"),
            locked("a.create_v1", "POST /v1/a", summary="Create"),
        ],
        ["a.create"],
    ),
    "a summary that stands twice means nothing": (
        [op("GET /c", summary="A"), op("GET /d", summary="A")],
        [locked("things.a", "GET /a", summary="A"), locked("things.b", "GET /b", summary="A")],
        [None, None],
    ),
    "one new beside the old": (
        [op("GET /c", summary="A"), op("GET /a", summary="A")],
        [locked("things.a", "GET /a", summary="A")],
        [None, "things.a"],
    ),
}


@pytest.mark.parametrize("case", MATCHES)
def test_an_operation_is_found_again(case: str) -> None:
    operations, entries, expected = MATCHES[case]
    matched = lock.match(operations, lock.Lock(entries))
    names = [matched[one.key].name if one.key in matched else None for one in operations]
    assert names == expected


def test_a_lock_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "lock.json"
    original = lock.Lock([locked("a.b", "GET /a", "Größe", "x")], [lock.LockedEnum("A", "a", ["x", 1])])
    path.write_text(original.dump(), encoding="utf-8")
    assert lock.Lock.load(path) == original
    assert lock.Lock.load(tmp_path / "none") == lock.Lock()


@pytest.mark.parametrize("text", ["{", "[]", '{"operations": [{}], "enums": []}', '{"operations": []}'])
def test_a_broken_lock_is_an_error(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lock.json"
    path.write_text(text)
    schema_path = tmp_path / "schema.json"
    schema_path.write_text(json.dumps(document({})))
    options = ["--schema", str(schema_path), "--names", str(path), "--output", str(tmp_path / "out")]
    assert regenerate.main(options) == 1
    assert "error: lock.json is no lock of names" in capsys.readouterr().err


def test_two_operations_with_one_name_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    operation = {"tags": ["a"], "responses": {"200": {"description": ""}}}
    paths = {"/a/x": {"post": operation | {"summary": "X"}}, "/a/y": {"post": operation | {"summary": "Y"}}}
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(document(paths)))
    hints = [
        {"operation": "POST /a/x", "name": "same", "why": "test"},
        {"operation": "POST /a/y", "name": "same", "why": "test"},
    ]
    exceptions = tmp_path / "corrections.yaml"
    exceptions.write_text(json.dumps({"operations": hints}))
    options = ["--schema", str(path), "--output", str(tmp_path / "out"), "--corrections", str(exceptions)]
    assert regenerate.main(options) == 1
    assert "a.same would be the name of POST /a/x, POST /a/y" in capsys.readouterr().err


def test_a_hint_names_a_new_operation_and_the_lock_keeps_it(tmp_path: Path) -> None:
    operation = {"tags": ["a"], "summary": "X", "responses": {"200": {"description": ""}}}
    hint = [{"operation": "POST /a/x", "name": "first", "resource": "elsewhere", "why": "test"}]
    exceptions = tmp_path / "corrections.yaml"
    exceptions.write_text(json.dumps({"operations": hint}))
    first = named(document({"/a/x": {"post": operation}}), exceptions=exceptions)
    assert [one.python for one in first.api.operations] == ["elsewhere.first"]
    names = tmp_path / "lock.json"
    names.write_text(first.naming.lock.dump())
    exceptions.write_text(json.dumps({"operations": [hint[0] | {"name": "second"}]}))
    second = named(document({"/b/y": {"post": operation}}), exceptions=exceptions, names=names)
    assert [one.python for one in second.api.operations] == ["elsewhere.first"]


# ---------------------------------------------------------------------- rules

LIST = {"type": "array", "items": {"type": "string"}}
RULES: list[tuple[str, str, bool, str]] = [
    # key, tag, whether it answers with a list, name
    ("GET /v1/products", "Products", True, "list"),
    ("GET /v1/company", "Company", False, "get"),
    ("POST /v1/products", "Products", False, "create"),
    ("PUT /v1/projects", "Projects", False, "upsert"),
    ("PATCH /v1/products", "Products", False, "update_many"),
    ("DELETE /v1/products", "Products", False, "delete_all"),
    ("GET /v1/products/{id}", "Products", False, "get"),
    ("PATCH /v1/products/{id}", "Products", False, "update"),
    ("PUT /v1/products/{id}", "Products", False, "update"),
    ("DELETE /v1/products/{id}", "Products", False, "delete"),
    ("POST /v1/product-prices/{id}/activate", "Product Prices", False, "activate"),
    ("PATCH /v1/things/{id}/mark-as", "Things", False, "mark_as"),
    ("GET /v1/invoices/{id}/pdf", "Invoices", False, "pdf"),
    ("GET /v1/customers/{id}/contacts", "Customers", True, "list_contacts"),
    ("POST /v1/dimensions/{id}/values", "Dimensions", False, "create_value"),
    ("PUT /v1/dimensions/{id}/values", "Dimensions", False, "set_values"),
    ("PATCH /v1/dimensions/{id}/values", "Dimensions", False, "update_values"),
    ("DELETE /v1/dimensions/{id}/values/{valueId}", "Dimensions", False, "delete_value"),
    ("GET /v1/dimensions/{id}/values/{valueId}", "Dimensions", False, "get_value"),
    ("DELETE /v1/subscriptions/{id}/cancel", "Subscriptions", False, "cancel"),
    ("DELETE /v1/subscriptions/{id}/lock", "Subscriptions", False, "delete_lock"),
    ("POST /v1/entries/reverse/{id}", "Entries", False, "reverse"),
    ("GET /v1/things/name/{name}", "Things", False, "get_by_name"),
    ("DELETE /v1/messages/transaction/{transactionId}", "Messages", False, "delete_by_transaction"),
    ("DELETE /v1/things/lock/{id}", "Things", False, "delete_lock"),
    ("GET /api/v2/things", "Things", True, "list"),
    ("GET /", "Root", False, "get"),
    ("OPTIONS /v1/things", "Things", False, "options"),
    ("HEAD /v1/things/{id}", "Things", False, "head"),
    ("GET /v1/things/3d", "Things", False, "call_3d"),
    ("POST /v1/things/import", "Things", False, "import_"),
    ("POST /v1/things/deprecated", "Things", False, "deprecated"),
    ("GET /v1/things/str", "Things", False, "str_"),
]


@pytest.mark.parametrize(("key", "tag", "is_list", "name"), RULES)
def test_names_by_rule(key: str, tag: str, is_list: bool, name: str) -> None:
    kind = Type("list", items=Type("any")) if is_list else Type("any")
    operation = op(key, tag, successes=[Success(200, "json", kind)])
    rules.name_operations([operation], [operation], {})
    assert operation.name == name


def test_what_has_items_is_a_collection_although_no_plural() -> None:
    keys = ("POST /vault/kv", "GET /vault/kv/{id}", "DELETE /vault/kv/{id}")
    operations = [op(key, "Vault") for key in keys]
    rules.name_operations(operations, operations, {})
    assert [one.name for one in operations] == ["create_kv", "get_kv", "delete_kv"]


TAKEN: list[tuple[list[tuple[str, dict[str, Any]]], list[str]]] = [
    ([("GET /v1/a", {"deprecated": True}), ("GET /v2/a", {})], ["get_v1", "get"]),
    ([("GET /v1/a", {}), ("GET /v2/a", {})], ["get_a", "get"]),
    ([("GET /v1/a", {"operation_id": "AController_read_v1"}), ("GET /v2/a", {})], ["read", "get"]),
    ([("GET /a/{x}", {}), ("GET /a/{y}", {})], ["get", "get_by_y"]),
    ([("POST /a/x/send", {}), ("POST /a/y/send", {})], ["send", "create_send"]),
    ([("GET /a/x/retention", {}), ("PUT /a/x/retention", {})], ["retention", "set_retention"]),
    ([("POST /a/{x}/roles", {}), ("POST /a/teams/{y}/roles", {})], ["create_role", "create_team_role"]),
    ([("GET /a/x", {}), ("POST /a/x", {}), ("HEAD /a/x", {})], ["x", "create_x", "head_x"]),
]


@pytest.mark.parametrize(("given", "names"), TAKEN)
def test_a_taken_name_gives_way_to_the_next_best(given: list[tuple[str, dict[str, Any]]], names: list[str]) -> None:
    operations = [op(key, "a") for key, _more in given]
    for operation, (_key, more) in zip(operations, given, strict=True):
        for name, value in more.items():
            setattr(operation, name, value)
    rules.name_operations(operations, operations, {})
    assert [one.name for one in operations] == names


RESOURCES: list[tuple[list[tuple[str, str, bool]], list[str]]] = [
    ([("GET /v1/a", "Draft Journal Entries", False)], ["draft_journal_entries"]),
    ([("GET /v1/a", "X", True), ("GET /v2/a", "X (v2)", False)], ["x_v1", "x"]),
    ([("GET /v1/a", "X", False), ("GET /v2/a", "X (v2)", False)], ["x", "x"]),
    ([("GET /v1/a", "X v1", True), ("GET /v2/a", "X v2", False)], ["x_v1", "x"]),
    ([("GET /v1/users/{id}", "", False)], ["users"]),
    ([("GET /{id}", "", False)], ["default"]),
    ([("GET /a", "class", False)], ["class_"]),
    ([("GET /a", "Execute", False), ("GET /b", "Scopes", False)], ["execute_", "scopes_"]),
    ([("GET /a", "名前", False)], ["resource"]),
    ([("GET /a", "3D", False)], ["resource_3_d"]),
]


@pytest.mark.parametrize(("given", "names"), RESOURCES)
def test_resources_by_rule(given: list[tuple[str, str, bool]], names: list[str]) -> None:
    operations = [op(key, tag, deprecated=deprecated) for key, tag, deprecated in given]
    rules.name_operations(operations, operations, {})
    assert [re.sub(r"_3_?d$", "_3_d", one.resource) for one in operations] == names


# ---------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "snake", "pascal"),
    [
        ("vatRatesByZone", "vat_rates_by_zone", "VatRatesByZone"),
        ("vat-rates_by zone", "vat_rates_by_zone", "VatRatesByZone"),
        ("EANNumber", "ean_number", "EANNumber"),
        ("customer's", "customers", "Customers"),
        ("ünïcode", "unicode", "Unicode"),
        ("@id", "id", "Id"),
        ("", "", ""),
        ("名前", "", ""),
    ],
)
def test_words(text: str, snake: str, pascal: str) -> None:
    assert identifiers.snake(text) == snake
    assert identifiers.pascal(text) == pascal


def test_a_name_that_is_an_identifier_keeps_it() -> None:
    names = ["a-b", "a_b", "aB", "a_b_2", "class", "class_", "list", "1st", "", "名前"]
    assert list(identifiers.unique_identifiers(names).items()) == [
        ("a-b", "a_b_3"),
        ("a_b", "a_b"),
        ("aB", "a_b_4"),
        ("a_b_2", "a_b_2"),
        ("class", "class_2"),
        ("class_", "class_"),
        ("list", "list_"),
        ("1st", "field_1st"),
        ("", "field"),
        ("名前", "field_2"),
    ]


def test_members_of_enums() -> None:
    values = ["a-b", "a_b", "A B", "", "*", "-", "+", "/", "%", "1", "mro", "名前"]
    names = ["A_B", "A_B_2", "A_B_3", "EMPTY", "ANY", "MINUS", "PLUS", "SLASH", "VALUE", "VALUE_1", "MRO", "VALUE_2"]
    assert list(identifiers.members(values).values()) == names
    assert list(identifiers.members([1, -3]).values()) == ["VALUE_1", "VALUE_NEGATIVE_3"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [("Any", "AnyModel"), ("page<Foo>", "PageFoo"), ("1st", "Model1St"), ("", "ModelModel")],
)
def test_class_names(raw: str, name: str) -> None:
    assert identifiers.class_name(raw).lower() == name.lower()


# ---------------------------------------------------------------------- enums


def enums(*given: tuple[str, str, list[str]], locked: list[lock.LockedEnum] | None = None) -> list[str]:
    found = [Enum(tuple(values), places=[(owner, name)]) for owner, name, values in given]
    enum_names.name_enums(Api("", "", "", [], [], found), lock.Lock([], locked or []))
    return [one.name for one in found]


def test_an_enum_is_called_after_its_property_and_its_thing_where_needed() -> None:
    assert enums(("ProductResponse", "productType", ["a"])) == ["ProductType"]
    assert enums(("ProductResponse", "status", ["a"])) == ["ProductStatus"]
    assert enums(("Product", "unit", ["a"]), ("Invoice", "unit", ["b"])) == ["ProductUnit", "InvoiceUnit"]
    assert enums(("Product", "unit", ["a"]), ("Product", "unit", ["b"])) == ["ProductUnit", "ProductUnit2"]


def test_the_lock_gives_a_name_to_what_resembles_it_most() -> None:
    kept = [lock.LockedEnum("Old", "unit", ["a", "b"]), lock.LockedEnum("Other", "unit", ["c", "d"])]
    assert enums(("X", "unit", ["c", "d", "e"]), ("Y", "unit", ["a", "b", "x"]), locked=kept) == ["Other", "Old"]
    assert enums(("X", "unit", ["a", "y", "z"]), locked=kept) == ["Unit"]
    assert enums(("X", "unit", ["a", "c", "d"]), ("Y", "unit", ["a", "b", "c", "d"]), locked=kept) == ["Other", "Old"]


def test_naming_needs_no_summary_and_no_tag(tmp_path: Path) -> None:
    result = named(document({"/a/{b}": {"get": {"responses": answers(LIST)}}}), names=tmp_path / "none")
    assert [one.python for one in result.api.operations] == ["a.get"]
    assert isinstance(result.naming, naming.Naming)


# ---------------------------------------------------------------------- the client's own names


def test_names_taken_by_the_client_are_those_of_the_real_class() -> None:
    from ledgerbee_client import LedgerBee
    from ledgerbee_client.generated.resources import Resources

    inherited = set(dir(Resources))
    own = {name for name in vars(LedgerBee) if not name.startswith("_")}
    assert own <= taken_by_client()
    assert {"aclose", "with_options", "download"} <= taken_by_client()
    resources = {name for name in inherited if not name.startswith("_")} - own
    assert not resources & taken_by_client()


@pytest.mark.parametrize("name", ["Download", "once", "With options", "Import"])
def test_a_resource_called_like_a_method_of_the_client_gets_another_name(name: str) -> None:
    operation = {"tags": [name], "responses": {"204": {"description": "ok"}}}
    api = named(document({"/a": {"get": operation}}), names=Path("none"), exceptions=Path("none")).api
    assert api.operations[0].resource == f"{identifiers.snake(name)}_"


def test_a_resource_that_hides_a_method_of_the_client_is_refused_whatever_gave_it_the_name() -> None:
    operation = {"tags": ["A"], "responses": {"204": {"description": "ok"}}, "x-python-resource": "download"}
    with pytest.raises(naming.NamingError, match="download is a name that the client has itself"):
        named(document({"/a": {"get": operation}}), names=Path("none"), exceptions=Path("none"))


def test_a_method_called_like_what_annotations_name_gets_another_name() -> None:
    assert [identifiers.method(name) for name in ("models", "dict", "list", "Models of it")] == [
        *("models_", "dict_", "list", "models_of_it"),
    ]


def test_a_method_that_hides_what_annotations_name_is_refused_whatever_gave_it_the_name() -> None:
    operation = {"tags": ["A"], "responses": {"204": {"description": "ok"}}, "x-python-name": "models"}
    with pytest.raises(naming.NamingError, match=r"a\.models: no method can be called models.*GET /a another 'name'"):
        named(document({"/a": {"get": operation}}), names=Path("none"), exceptions=Path("none"))


OPERATION_IDS = [
    ("post", "/runs/{id}", "cancelRun", "cancel"),
    ("post", "/runs/{id}", "deleteRun", "delete"),
    ("post", "/runs/{id}", "UpdateRun", "update"),
    ("post", "/runs/{id}", "createRun", "create"),
    ("post", "/runs/{id}", None, "post"),
    ("post", "/runs/{id}", "PublicRunsController_approveRun_v1", "approve"),
    ("post", "/runs/{id}.json", "runs.update", "update"),
    ("put", "/runs", "createRuns", "create"),
    ("post", "/runs", "searchRuns", "search"),
    ("post", "/runs", "runs_something", "create"),
    ("get", "/runs/{id}", "retrieveRun", "get"),
    ("delete", "/runs/{id}", "removeRun", "delete"),
]


@pytest.mark.parametrize(("method", "path", "identifier", "name"), OPERATION_IDS)
def test_the_verb_of_the_operation_id_outranks_that_of_the_method(
    method: str, path: str, identifier: str | None, name: str
) -> None:
    parameters = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}] if "{" in path else []
    operation = {"tags": ["runs"], "parameters": parameters, "responses": {"204": {"description": "ok"}}}
    raw = document({path: {method: operation | ({"operationId": identifier} if identifier else {})}})
    found = named(raw, names=Path("none"), exceptions=Path("none"))
    assert found.api.operations[0].name == name
    suggested = {"post": "post" if "{" in path else "create", "put": "upsert"}.get(method, name)
    assert bool(found.naming.contradictions) == (name != suggested)
