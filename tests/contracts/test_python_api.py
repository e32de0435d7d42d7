"""What a report says of two generated packages: names, arguments, annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ledgerbee_client.contracts import Level
from scripts.report.model import Entry, ReportError
from scripts.report.python_api import python_entries
from scripts.schema_report import build_report, build_report_with_packages
from tests.contracts.support import document


def package(folder: Path, models: str = "", methods: str = "", modules: tuple[str, ...] = ("get_thing",)) -> Path:
    """A package of the form that the generator writes."""
    texts = {
        "__init__.py": "",
        "codec.py": "def internal(a): ...\n",
        "models/__init__.py": "from .thing import *\n",
        "models/thing.py": f"from attrs import define\n{models}",
        "resources/__init__.py": "",
        "resources/things.py": f"class ThingsResource:\n    def __init__(self, client): ...\n{methods}",
        "api/__init__.py": "",
        "api/things/__init__.py": "",
    } | {f"api/things/{name}.py": "" for name in modules}
    for name, text in texts.items():
        path = folder / "generated" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "generated"


@pytest.fixture
def entries(tmp_path: Path):
    def compared(old: dict[str, object], new: dict[str, object]) -> list[Entry]:
        before, after = package(tmp_path / "old", **old), package(tmp_path / "new", **new)  # type: ignore[arg-type]
        return python_entries(before, after)

    return compared


def model(name: str, *attributes: str) -> str:
    lines = "".join(f"    {one}\n" for one in attributes)
    return f"class {name}:\n    WIRE_NAMES: dict = {{}}\n    _absent: int = 0\n{lines}"


def method(name: str, arguments: str = "", returns: str = "Thing") -> str:
    return f"    async def {name}(self, {arguments}) -> {returns}: ...\n"


READ = {"models": model("Thing", "id: str", "note: str | None = None"), "methods": method("get", "thing_id: str")}
BUILT = {"models": model("Thing", "id: str", "note: str = ''"), "methods": method("create", "*, thing: Thing", "None")}


def test_the_same_package_breaks_nothing(entries) -> None:
    assert entries(READ, READ) == []


@pytest.mark.parametrize(
    ("attributes", "level", "text"),
    [
        (("id: str",), Level.MAJOR, "`Thing.note`: attribute removed"),
        (("id: int", "note: str | None = None"), Level.MAJOR, "`Thing.id`: `str` → `int`"),
        (("id: str | None", "note: str | None = None"), Level.MAJOR, "`Thing.id`: `str` → `str | None`"),
        (("id: str", "note: str = ''"), Level.MINOR, "`Thing.note`: `str | None` → `str`"),
        (("id: str", "note: dict[str, Any] | None = None"), Level.MAJOR,
         "`Thing.note`: `str | None` → `dict[str, Any] | None`"),
    ],
)  # fmt: skip
def test_attributes_of_a_model_that_is_read(attributes, level: Level, text: str, entries) -> None:
    found = entries(READ, {**READ, "models": model("Thing", *attributes)})
    assert [(one.level, one.text) for one in found] == [(level, text)]


def test_an_attribute_that_is_required_now_breaks_only_who_builds_the_model(entries) -> None:
    required = {"models": model("Thing", "id: str", "note: str | None")}
    assert entries(READ, {**READ, **required}) == []
    now = {"models": model("Thing", "id: str", "note: str")}
    assert [one.text for one in entries(BUILT, {**BUILT, **now})] == ["`Thing.note`: required now"]


def test_a_new_required_attribute_breaks_only_who_builds_the_model(entries) -> None:
    more = {"models": model("Thing", "id: str", "note: str = ''", "due: str")}
    assert [one.text for one in entries(BUILT, {**BUILT, **more})] == ["`Thing.due`: new attribute, required"]


def test_a_builder_may_pass_more_and_must_not_pass_less(entries) -> None:
    wider = {"models": model("Thing", "id: str | None", "note: str = ''")}
    assert [one.level for one in entries(BUILT, {**BUILT, **wider})] == [Level.MINOR]


def test_a_renamed_class_is_one_entry_whatever_uses_it(entries) -> None:
    after = {"models": model("ThingOut", "id: str", "note: str | None = None"),
             "methods": method("get", "thing_id: str", "ThingOut")}  # fmt: skip
    assert [one.text for one in entries(READ, after)] == ["class `Thing` is now `ThingOut`"]


def test_a_class_without_a_likeness_is_removed(entries) -> None:
    found = entries({"models": model("Thing", "a: str")}, {"models": model("Other", "b: str")})
    assert {one.text for one in found} == {"class `Thing` removed", "class `Other` added"}


def test_named_types_may_go_change_or_become_classes(entries) -> None:
    old = "Kind: TypeAlias = Literal['a', 'b'] | str\nSort: TypeAlias = Literal['x'] | str\nUnit: TypeAlias = str\n"
    new = "Kind: TypeAlias = Literal['a'] | str\nOrder: TypeAlias = Literal['x'] | str\n" + model("Unit", "a: str")
    assert {(one.level, one.text) for one in entries({"models": old}, {"models": new})} == {
        (Level.PATCH, "type `Kind` no longer names `'b'`"),
        (Level.MAJOR, "type `Sort` is now `Order`"),
        (Level.MAJOR, "type `Unit` is now a class"),
        (Level.MINOR, "class `Unit` added"),
    }


def mapping(name: str, *attributes: str) -> str:
    """The type of the mapping that may be passed in the place of a model."""
    return f"class {name}(_TypedDict, total=False):\n" + "".join(f"    {one}\n" for one in attributes)


LINE = model("Line", "a: str") + mapping("LineDict", "a: str")
ADD = method("add", "*, lines: list[Line | LineDict]", "None")


def test_a_field_of_a_mapping_is_said_of_its_model_only(entries) -> None:
    optional = model("Line", "a: str", "b: str | Unset = UNSET") + mapping("LineDict", "a: str", "b: str")
    assert entries({"models": LINE, "methods": ADD}, {"models": optional, "methods": ADD}) == []
    required = model("Line", "a: str", "b: str") + mapping("LineDict", "a: str", "b: str")
    found = entries({"models": LINE, "methods": ADD}, {"models": required, "methods": ADD})
    assert [one.text for one in found] == ["`Line.b`: new attribute, required"]


def test_a_mapping_follows_the_name_of_its_model(entries) -> None:
    after = {"models": LINE.replace("Line", "Row"), "methods": ADD.replace("Line", "Row")}
    found = entries({"models": LINE, "methods": ADD}, after)
    assert [one.text for one in found] == ["class `Line` is now `Row`, and `LineDict` is `RowDict`"]


def test_a_mapping_that_goes_while_its_model_stays_is_said_to_go(entries) -> None:
    after = {"models": model("Line", "a: str"), "methods": method("get", "", "Line")}
    found = entries({"models": LINE, "methods": method("get", "", "Line")}, after)
    assert [one.text for one in found] == ["type `LineDict` removed"]


def test_a_model_that_nobody_builds_any_more_breaks_no_builder(entries) -> None:
    after = {
        "models": model("Thing", "id: str", "note: str"),
        "methods": method("create", "*, name: str = ''", "Thing"),
    }
    found = entries(BUILT, after)
    assert [one.text for one in found if one.kind.startswith("python-attribute")] == []


def test_what_marks_an_absent_attribute_is_no_break(entries) -> None:
    before = {"models": model("Thing", "note: str | Unset = UNSET"), "methods": method("get")}
    after = {"models": model("Thing", "note: str | None = None"), "methods": method("get")}
    assert [(one.level, one.text) for one in entries(before, after)] == [
        (Level.MINOR, "`Thing.note`: `str | Unset` → `str | None`")
    ]


def test_arguments_that_belong_to_a_paginator_come_and_go_with_it(entries) -> None:
    paged = method("list", "*, prefetch: int = 0, on_drift: OnDrift = 'warn'", "Paginator[Thing]")
    found = entries({"methods": paged}, {"methods": method("list", "", "_builtins.list[models.Thing]")})
    assert [one.text for one in found] == ["`things.list` returned `Paginator[Thing]`, and now returns `list[Thing]`"]


@pytest.mark.parametrize(
    ("before", "after", "level", "text"),
    [
        ("a: str", "", Level.MAJOR, "`things.get(a)`: argument removed"),
        ("", "*, a: str", Level.MAJOR, "`things.get(a)`: new argument, required"),
        ("*, a: str = ''", "*, a: str", Level.MAJOR, "`things.get(a)`: required now"),
        ("a: str", "*, a: str", Level.MAJOR, "`things.get(a)`: was positional or keyword, is now keyword-only"),
        ("*, a: str | int", "*, a: str", Level.MAJOR, "`things.get(a)`: `str | int` → `str`"),
        ("*, a: str", "*, a: str | int", Level.MINOR, "`things.get(a)`: `str` → `str | int`"),
        ("*, a: int = 1", "*, a: int = 2", Level.MINOR, "`things.get(a)`: default `1` → `2`"),
        ("a: str, b: str", "b: str, a: str", Level.MAJOR, "`things.get`: positional arguments `a`, `b` → `b`, `a`"),
    ],
)
def test_arguments_of_a_method(before: str, after: str, level: Level, text: str, entries) -> None:
    found = entries({"methods": method("get", before)}, {"methods": method("get", after)})
    assert [(one.level, one.text) for one in found] == [(level, text)]


@pytest.mark.parametrize(
    ("before", "after", "level", "action"),
    [
        ("Thing", "Paginator[Item]", Level.MAJOR, "Await it for one page, or iterate over it for all."),
        ("Paginator[Item]", "Thing", Level.MAJOR, "Await it: it is no longer iterated over."),
        ("Thing", "Thing | None", Level.MAJOR, "Read the new type."),
        ("Thing | None", "Thing", Level.MINOR, ""),
        ("Any", "Thing", Level.MINOR, ""),
        ("None", "Thing", Level.MINOR, ""),
    ],
)
def test_what_a_method_returns(before: str, after: str, level: Level, action: str, entries) -> None:
    found = entries({"methods": method("get", "", before)}, {"methods": method("get", "", after)})
    assert [(one.level, one.action) for one in found] == [(level, action)]


def test_methods_and_modules_that_are_gone_are_named_and_internal_names_are_not(entries) -> None:
    old = {"methods": method("get") + method("_helper"), "modules": ("get_thing", "list_things", "_hidden")}
    found = entries(old, {"modules": ()})
    assert {one.text for one in found} == {
        "`things.get`: method removed",
        "endpoint module `api.things.get_thing` removed or renamed",
        "endpoint module `api.things.list_things` removed or renamed",
    }


def test_a_module_that_goes_with_its_method_is_not_said_besides(entries) -> None:
    old = {"methods": method("get"), "modules": ("get_thing",)}
    assert [one.text for one in entries(old, {"modules": ()})] == ["`things.get`: method removed"]


def test_one_package_alone_and_what_is_no_package_are_refused(tmp_path: Path) -> None:
    good = package(tmp_path)
    with pytest.raises(ReportError, match="both packages or none"):
        build_report(document(), document(), new_package=good)
    with pytest.raises(ReportError, match="no package directory"):
        python_entries(good, tmp_path / "nowhere")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "__init__.py").write_text("def (", encoding="utf-8")
    with pytest.raises(ReportError, match="not a Python package that can be read"):
        python_entries(good, tmp_path / "broken")


def test_a_method_that_is_gone_with_its_operation_is_named_there() -> None:
    one = {
        "summary": "Delete",
        "operationId": "deleteThing",
        "tags": ["Things"],
        "responses": {"204": {"description": ""}},
    }
    other = {**one, "summary": "List", "operationId": "listThings"}
    info = {"title": "Things", "version": "1"}
    id_ = {"in": "path", "name": "id", "required": True, "schema": {"type": "string"}}
    old = {
        "openapi": "3.0.0",
        "info": info,
        "paths": {"/things": {"get": other}, "/things/{id}": {"parameters": [id_], "delete": one}},
    }
    report = build_report_with_packages(old, {**old, "paths": {"/things": {"get": other}}})
    assert [entry.kind for entry in report.entries] == ["operation-removed"]
    assert "Operation removed (`things.delete` in Python): Delete." in report.markdown


def test_an_argument_is_said_once_by_its_field_or_parameter() -> None:
    def documents(*names: str, query: list[str]) -> dict[str, Any]:
        body = {"type": "object", "properties": {name: {"type": "string"} for name in names}, "required": list(names)}
        operation = {
            "summary": "Create",
            "operationId": "createThing",
            "tags": ["Things"],
            "parameters": [{"in": "query", "name": name, "schema": {"type": "integer"}} for name in query],
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
            "responses": {"204": {"description": ""}},
        }
        return {
            "openapi": "3.0.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/things": {"post": operation}},
        }

    report = build_report_with_packages(documents("id", "was", query=["dryRun"]), documents("id", "dueAt", query=[]))
    assert "`things.create" not in report.markdown
    assert len([one for one in report.entries if one.level is Level.MAJOR]) == 3
    assert "- Request field `dueAt`: added, required, `string`. **Pass it in every call.**" in report.markdown
