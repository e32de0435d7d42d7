"""The twelve traps of the stock generator: each is really there in what it writes, and not in what we write.

openapi-python-client writes a client of the same small document, without our templates and our outline of the document.
When a new release of it no longer has a trap, the test says so, and something here can go.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.codegen.support import Package, answers, body, document, generate, workshop

OBJECT = {"type": "object"}
SCHEMAS: dict[str, Any] = {
    "Product": {
        "type": "object",
        "required": ["id", "productType"],
        "properties": {
            "id": {"type": "string"},
            "productType": {"type": "string", "enum": ["goods", "services"]},
            "maybeType": {"type": "string", "nullable": True, "enum": ["goods", "services", None]},
            "note": {"type": "string"},
            "createdAt": {"type": "string", "format": "date-time"},
        },
    },
    "ListItem": {
        "type": "object",
        "properties": {"productType": {"type": "string", "enum": ["goods", "services"]}},
    },
    "Money": {"type": "object", "required": ["on"], "properties": {"on": {"type": "string", "format": "date-time"}}},
    "Either": {"oneOf": [{"$ref": "#/components/schemas/Money"}, {"$ref": "#/components/schemas/Product"}]},
    "Update": {
        "type": "object",
        "properties": {"note": {"type": "string", "nullable": True}, "name": {"type": "string"}},
    },
}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


PATHS: dict[str, Any] = {
    "/products": {
        "get": {
            "tags": ["products"],
            "operationId": "listProducts",
            "parameters": [
                {"name": "page", "in": "query", "schema": {"type": "number", "default": 1, "minimum": 1}},
                {
                    "name": "metadata",
                    "in": "query",
                    "style": "deepObject",
                    "explode": True,
                    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
                },
            ],
            "responses": answers({"type": "array", "items": ref("ListItem")}),
        }
    },
    "/products/{id}": {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "get": {"tags": ["products"], "operationId": "getProduct", "responses": answers(ref("Product"))},
        "patch": {
            "tags": ["products"],
            "operationId": "updateProduct",
            "requestBody": body(ref("Update")),
            "responses": answers(ref("Product")),
        },
        "delete": {
            "tags": ["products"],
            "operationId": "deleteProduct",
            "responses": {"204": {"description": "gone"}},
        },
    },
    "/products/{id}/pdf": {
        "get": {
            "tags": ["products"],
            "operationId": "getPdf",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": answers({"type": "string", "format": "binary"}, "application/pdf"),
        }
    },
    "/either": {"get": {"tags": ["either"], "operationId": "getEither", "responses": answers(ref("Either"))}},
}

_STOCK = """
import json, sys
from pathlib import Path
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
source, target = map(Path, sys.argv[1:])
config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, source, "utf-8", False, target)
data = GeneratorData.from_dict(json.loads(source.read_text()), config=config)
print(*Project(openapi=data, config=config).build(), sep="\\n")
"""


@functools.cache
def stock() -> str:
    """The name of the package that openapi-python-client writes by itself."""
    source = workshop() / "traps.json"
    source.write_text(json.dumps(document(PATHS, SCHEMAS)))
    command = [sys.executable, "-c", _STOCK, str(source), str(workshop() / "stock_client")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return "stock_client"


def stock_module(name: str) -> ModuleType:
    return importlib.import_module(f"{stock()}.{name}")


def stock_client(answer: httpx.Response, sent: list[httpx.Request] | None = None) -> Any:
    def answering(request: httpx.Request) -> httpx.Response:
        if sent is not None:
            sent.append(request)
        return answer

    options = {"transport": httpx.MockTransport(answering)}
    return stock_module("client").Client(base_url="https://api.example", httpx_args=options)


@functools.cache
def ours() -> Package:
    return generate(document(PATHS, SCHEMAS), "traps_ours")


# ---------------------------------------------------------------------- the traps, in the order of the design


@pytest.mark.slow
async def test_1_a_pdf_is_not_dropped() -> None:
    stock_answer = httpx.Response(200, content=b"%PDF", headers={"content-type": "application/pdf"})
    assert stock_module("api.products.get_pdf").sync_detailed("1", client=stock_client(stock_answer)).parsed is None

    client = ours().client(b"%PDF")
    assert await client.method("products.pdf")("1") == b"%PDF"
    assert ours().operations["products.pdf"].response_kind == "bytes"


@pytest.mark.slow
def test_2_an_unknown_enum_value_survives() -> None:
    raw = {"id": "1", "productType": "bundles"}
    with pytest.raises(ValueError, match="bundles"):
        stock_module("models").Product.from_dict(raw)

    product = ours().model("Product").from_dict(raw)
    assert product.product_type == "bundles"
    assert product.to_dict() == raw


def test_3_a_nullable_enum_is_one_enum_or_none() -> None:
    stock_names = {name for name in stock_module("models").__all__ if "MaybeType" in name}
    assert len(stock_names) == 3

    assert ours().model("Product").from_dict({"id": "1", "productType": "goods", "maybeType": None}).maybe_type is None
    source = inspect.getsource(ours().model("Product"))
    assert re.search(r"maybe_type: \w+ \| None = None", source)


def test_4_identical_inline_enums_are_one_class() -> None:
    stock_names = [name for name in stock_module("models").__all__ if name.endswith("ProductType")]
    assert sorted(stock_names) == ["ListItemProductType", "ProductProductType"]

    names = [name for name in ours().module("models").__all__ if name.endswith("ProductType")]
    assert names == ["ProductType"]


async def test_5_a_deep_object_is_sent_in_brackets() -> None:
    sent: list[httpx.Request] = []
    metadata = stock_module("models").ListProductsMetadata.from_dict({"color": "red"})
    stock_client_ = stock_client(httpx.Response(200, json=[]), sent)
    stock_module("api.products.list_products").sync_detailed(client=stock_client_, metadata=metadata)
    assert sent[0].url.query == b"page=1.0&color=red"

    client = ours().client([])
    await client.method("products.list")(metadata={"color": "red"})
    assert client.sent[0].url == "/products?metadata%5Bcolor%5D=red"


@pytest.mark.parametrize("value", ["", ".", "..", " ", "\t"])
async def test_6_a_path_parameter_never_reaches_another_endpoint(value: str) -> None:
    sent: list[httpx.Request] = []
    if value.strip() == value:
        client_ = stock_client(httpx.Response(204), sent)
        stock_module("api.products.delete_product").sync_detailed(value, client=client_)
        assert sent[0].url.path in ("/", "/products", "/products/")

    client = ours().client()
    with pytest.raises(ValueError, match=r"id: .* can't stand in a path"):
        await client.method("products.delete")(value)
    assert client.sent == []


async def test_7_a_page_is_an_integer() -> None:
    signature = inspect.signature(stock_module("api.products.list_products").sync)
    assert "float" in str(signature.parameters["page"].annotation)

    signature = inspect.signature(ours().client().method("products.list"))
    assert signature.parameters["page"].annotation == "int | None"
    client = ours().client([])
    await client.method("products.list")(page=2)
    assert client.sent[0].url == "/products?page=2"


async def test_8_a_union_never_falls_through_to_raw_data() -> None:
    either = {"id": "1", "productType": "goods", "createdAt": "2026-01-01T00:00:00Z", "unheard": "of"}
    stock_value = stock_module("api.either.get_either").sync(client=stock_client(httpx.Response(200, json=either)))
    assert type(stock_value).__name__ == "Product"
    # The last variant is tried without a net; the one before it swallows whatever fits the types
    source = inspect.getsource(stock_module("api.either.get_either"))
    assert "except (TypeError, ValueError, AttributeError, KeyError):" in source

    decode = ours().module("api.either.get_either").decode
    assert type(decode(either)).__name__ == "Product"
    assert type(decode({"on": "2026-01-01T00:00:00Z"})).__name__ == "Money"
    for wrong in ("text", 7, [either]):
        with pytest.raises(ours().module("errors").DecodeError):
            decode(wrong)


@pytest.mark.slow
def test_8_a_nullable_union_in_a_model_says_that_it_holds_raw_data() -> None:
    schema = {"type": "object", "properties": {"one": {"nullable": True, "oneOf": [ref("Money"), ref("Product")]}}}
    package = generate(document({"/a": {"get": {"responses": answers(schema)}}}, SCHEMAS), "traps_union")
    source = workshop() / "traps_union.json"
    target = workshop() / "stock_union"
    subprocess.run([sys.executable, "-c", _STOCK, str(source), str(target)], check=True, capture_output=True)
    wrong = {"one": {"neither": "nor"}}
    stock_model = next(
        value
        for value in vars(importlib.import_module("stock_union.models")).values()
        if hasattr(value, "from_dict") and "one" in inspect.signature(value).parameters
    )
    assert stock_model.from_dict(wrong).one == {"neither": "nor"}

    one = package.module("api.a.get_a").decode(wrong).one
    assert type(one).__name__ == "Unmatched"
    assert one.to_dict() == wrong["one"]
    found = package.module("differences").differences(package.module("api.a.get_a").decode(wrong), "a.get")
    assert [(difference.place, difference.kind) for difference in found] == [("one", "unexpected")]
    with pytest.raises(AttributeError, match="fits none of its documented forms"):
        _ = one.amount


def test_9_decoding_copies_and_imports_nothing() -> None:
    stock_source = inspect.getsource(stock_module("models").Product.from_dict)
    assert "d = dict(src_dict)" in stock_source

    source = inspect.getsource(ours().model("Product").from_dict)
    assert "import" not in source
    assert not re.search(r"[^_]dict\(", source.replace("from_dict(", ""))


@pytest.mark.slow
def test_9_models_that_refer_to_each_other_are_not_imported_at_every_call() -> None:
    schema = {"type": "object", "properties": {"product": ref("Product")}}
    package = generate(document({"/a": {"get": {"responses": answers(schema)}}}, SCHEMAS), "traps_imports")
    source = workshop() / "traps_imports.json"
    target = workshop() / "stock_imports"
    subprocess.run([sys.executable, "-c", _STOCK, str(source), str(target)], check=True, capture_output=True)
    texts = [path.read_text() for path in (target / "models").glob("*.py")]
    assert any(re.search(r"def from_dict[^#]*?\n        from \.\.models", text) for text in texts)

    for path in (package.folder / "models").glob("*.py"):
        assert not re.search(r"\n +from \.\w", path.read_text().replace("if TYPE_CHECKING:\n    from", "")) or (
            path.name == "__init__.py"
        )


def test_10_a_missing_optional_field_of_an_answer_reads_as_none() -> None:
    raw = {"id": "1", "productType": "goods"}
    note = stock_module("models").Product.from_dict(raw).note
    assert note is not None
    assert not note

    product = ours().model("Product").from_dict(raw)
    assert product.note is None
    assert product.created_at is None
    assert product.to_dict() == raw


async def test_10_leaving_out_and_sending_null_stay_different_in_a_request() -> None:
    client = ours().client({"id": "1", "productType": "goods"})
    update = client.method("products.update")
    await update("1", name="x")
    assert client.request.json == {"name": "x"}
    await update("1", note=None)
    assert client.request.json == {"note": None}


async def test_11_any_success_is_decoded_and_nothing_becomes_none() -> None:
    raw = {"id": "1", "productType": "goods"}
    stock_answer = httpx.Response(202, json=raw)
    assert stock_module("api.products.get_product").sync(client=stock_client(stock_answer), id="1") is None

    client = ours().client(raw, status=202)
    assert (await client.method("products.get")("1")).id == "1"


def test_12_there_are_no_sync_twins() -> None:
    functions = dict(inspect.getmembers(stock_module("api.products.get_product"), inspect.isfunction))
    assert {"sync", "sync_detailed"} <= set(functions)

    module = ours().module("api.products.get_product")
    own = {name for name, one in inspect.getmembers(module, inspect.isfunction) if one.__module__ == module.__name__}
    assert own == {"asyncio_detailed", "build_request"}


@pytest.mark.slow
def test_money_is_exact() -> None:
    """Not one of the twelve, but worse than all of them."""
    schema = {"type": "object", "required": ["unitAmount"], "properties": {"unitAmount": {"type": "string"}}}
    package = generate(
        document({"/a": {"post": {"requestBody": body(schema), "responses": answers(schema)}}}), "traps_money"
    )
    model = package.module("api.a.create_a")
    answer = model.decode({"unitAmount": "10.00"})
    assert answer.unit_amount == Decimal("10.00")
    assert str(answer.unit_amount) == "10.00"
    with pytest.raises(TypeError, match=r"unit_amount: 0\.1 is a float"):
        model.build_request(body={"unitAmount": 0.1})


def test_the_version_of_the_stock_generator_is_pinned() -> None:
    from importlib.metadata import version

    project = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    assert f"openapi-python-client=={version('openapi-python-client')}" in project
