"""A document that changes: the report says so, and code written for the old package still runs on the new one."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import regenerate
from scripts.schema_report import Report, build_report

Json = dict[str, Any]

#: What a user wrote for the old package, run in a process of its own against a package in the folder argv[1].
USER_CODE = """
import asyncio, sys
sys.path.insert(0, sys.argv[1])
import httpx
from generated.models import CreateProductRequest, ProductResponse, ProductType
from generated.resources import Resources
from generated.types import Response

class Client(Resources):
    async def execute(self, operation, request, decode, by_status=None):
        self.last = operation, request
        return Response(200, httpx.Headers(), b"", decode(ANSWERS[operation.name]))
    def paginate(self, operation, request, decode_item, *, prefetch=0, on_drift="warn"):
        self.last = operation, request
        return [decode_item(one) for one in ANSWERS[operation.name]["data"]]

PRODUCT = {
    "id": "1", "productNumber": "P1", "name": "Hosting", "unit": "pcs", "description": "", "isActive": True,
    "productType": "goods", "productGroupId": "g", "isLocked": False, "isArchived": False, "prices": [],
    "defaultPriceId": None,
    "createdAt": "2026-01-02T03:04:05Z", "updatedAt": "2026-01-02T03:04:05Z",
}
ANSWERS = {"products.create": PRODUCT, "products.get": PRODUCT, "products.update": PRODUCT,
           "products.list": {"data": [PRODUCT], "total": 1, "page": 1, "limit": 25}}

async def main():
    lb = Client()
    product = await lb.products.create(product_number="P1", name="Hosting", unit="pcs", product_group_id="g",
                                       product_type=ProductType.GOODS, initial_price={"unitAmount": "10.00"})
    assert isinstance(product, ProductResponse) and product.product_type == "goods"
    assert product.unit == "pcs"
    assert lb.last[1].json["initialPrice"] == {"unitAmount": "10.00"}
    await lb.products.update(product.id, description=None)
    assert lb.last[1].json == {"description": None}
    assert (await lb.products.get("1")).to_dict()["name"] == "Hosting"
    assert lb.products.list(page=2, search="x")[0].id == "1"
    assert lb.last[1].query == [("page", "2"), ("search", "x")]
    CreateProductRequest(product_number="1", name="n", unit="u", product_group_id="g").to_dict()

asyncio.run(main())
print("fine")
"""


def remove_operation(schema: Json) -> None:
    del schema["paths"]["/v1/products/{productId}"]["delete"]


def rename_field(schema: Json) -> None:
    properties = schema["components"]["schemas"]["ProductResponse"]["properties"]
    properties["measure"] = properties.pop("unit")
    required = schema["components"]["schemas"]["ProductResponse"]["required"]
    required[required.index("unit")] = "measure"


def grow_enum(schema: Json) -> None:
    def grow(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                grow(one)
        elif isinstance(node, dict):
            kind = node.get("productType")
            if isinstance(kind, dict) and "enum" in kind:
                kind["enum"].append("bundles")
            for one in node.values():
                grow(one)

    grow(schema["components"])


def add_operation(schema: Json) -> None:
    schema["paths"]["/v1/products/{productId}/archive"] = {
        "post": {
            "operationId": "PublicProductsController_archive_v1",
            "tags": ["Products"],
            "summary": "Archive a product",
            "parameters": [{"name": "productId", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"204": {"description": "done"}},
        }
    }


def add_field(schema: Json) -> None:
    for name in ("ProductResponse", "CreateProductRequest"):
        schema["components"]["schemas"][name]["properties"]["weight"] = {"type": "string"}


def add(schema: Json) -> None:
    grow_enum(schema)
    add_operation(schema)
    add_field(schema)


def break_(schema: Json) -> None:
    remove_operation(schema)
    rename_field(schema)


def document() -> Json:
    loaded: Json = json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))
    return loaded


class Packages:
    """Documents and packages before and after a change, and the report on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.old = document()
        self.old_package = self.build(self.old, "old")

    def build(self, schema: Json, name: str) -> Path:
        (self.folder / name).mkdir()
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(schema), encoding="utf-8")
        regenerate.build(path, self.folder / name / "generated")
        return self.folder / name / "generated"

    def change(self, tamper: Callable[[Json], None]) -> tuple[Report, Path]:
        new = copy.deepcopy(self.old)
        tamper(new)
        package = self.build(new, tamper.__name__)
        report = build_report(self.old, new, old_package=self.old_package, new_package=package, current_version="1.2.3")
        return report, package


@pytest.fixture(scope="module")
def published() -> Json:
    return document()


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    return Packages(tmp_path_factory.mktemp("packages"))


def run_user_code(package: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", USER_CODE, str(package.parent)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_users_code_runs_on_the_old_package(packages: Packages) -> None:
    done = run_user_code(packages.old_package)
    assert done.stdout == "fine\n", done.stderr


@pytest.mark.slow
def test_after_additions_the_users_code_still_runs(packages: Packages) -> None:
    report, package = packages.change(add)
    done = run_user_code(package)
    assert done.stdout == "fine\n", done.stderr
    assert "1.3.0" in report.markdown
    assert "2.0.0" not in report.markdown
    for expected in ("bundles", "POST /v1/products/{productId}/archive", "weight"):
        assert expected in report.markdown


@pytest.mark.slow
def test_what_breaks_is_named_in_the_api_and_in_python(packages: Packages) -> None:
    report, package = packages.change(break_)
    assert "2.0.0" in report.markdown
    for expected in (
        "DELETE /v1/products/{productId}",
        "products.delete",
        "measure",
        "`unit` (schema `ProductResponse`)",
    ):
        assert expected in report.markdown
    assert run_user_code(package).returncode != 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tamper", "bump", "named"),
    [
        (remove_operation, "2.0.0", "DELETE /v1/products/{productId}"),
        (rename_field, "2.0.0", "measure"),
        (grow_enum, "1.3.0", "bundles"),
        (add_operation, "1.3.0", "/archive"),
        (add_field, "1.3.0", "weight"),
    ],
)
def test_each_change_gets_its_version(tamper: Callable[[Json], None], bump: str, named: str, published: Json) -> None:
    new = copy.deepcopy(published)
    tamper(new)
    report = build_report(published, new, current_version="1.2.3")
    assert bump in report.markdown
    assert named in report.markdown


@pytest.mark.unmeasured
def test_without_a_change_there_is_nothing_to_report(published: Json) -> None:
    assert build_report(published, published).is_empty
