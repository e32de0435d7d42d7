"""`scripts/regenerate.py` as a command: drift, all or nothing, the same bytes everywhere, clear errors."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve
from openapi_python_client.schema import Schema

from scripts import regenerate
from scripts.codegen import corrections, document, lock, naming, package, reader, verify
from tests.codegen.support import DOCUMENTS, answers, files
from tests.codegen.support import document as openapi
from tests.shared.api import documented

COUNT = f"{len(documented())} of {len(documented())} operations"


def small(tmp_path: Path) -> Path:
    """A document with one operation and one model."""
    thing = {"type": "object", "properties": {"name": {"type": "string"}}}
    operation = {"tags": ["things"], "responses": answers({"$ref": "#/components/schemas/Thing"})}
    path = tmp_path / "small.json"
    path.write_text(json.dumps(openapi({"/things": {"get": operation}}, {"Thing": thing})))
    return path


@define
class Copy:
    """A package of the small document, alone in its folder, and the options that regenerate it."""

    folder: Path
    options: list[str]

    @property
    def surroundings(self) -> dict[str, bytes]:
        assert [one.name for one in self.folder.parent.iterdir()] == [self.folder.name], "something was left behind"
        return files(self.folder)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original")
    assert regenerate.main(["--schema", str(small(folder)), "--output", str(folder / "generated")]) == 0
    return folder


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Copy:
    folder = tmp_path / "place" / "generated"
    shutil.copytree(original / "generated", folder)
    return Copy(folder, ["--schema", str(original / "small.json"), "--output", str(folder)])


# ---------------------------------------------------------------------- drift


@pytest.mark.slow
def test_the_checked_in_package_is_what_the_schema_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert regenerate.main(["--check"]) == 0
    assert COUNT in (out := capsys.readouterr().out)
    assert "no drift" in out
    assert "stale" not in out
    assert "new:" not in out


@pytest.mark.slow
def test_one_wrong_byte_in_a_copy_is_found_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "generated"
    shutil.copytree(regenerate.OUTPUT, folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "api" / "products" / "get_product.py"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    assert regenerate.main(["--check", "--output", str(folder)]) == 1
    err = capsys.readouterr().err
    assert "api/products/get_product.py differs" in err
    assert err.count(" differs") == 1


def edit(folder: Path) -> str:
    path = folder / "operations.py"
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)
    return "operations.py differs"


def edit_schema(folder: Path) -> str:
    path = folder / "schema.json"
    path.write_bytes(path.read_bytes().replace(b"Thing", b"Thung", 1))
    return "schema.json differs"


def add(folder: Path) -> str:
    (folder / "models" / "more.py").write_text("")
    return "models/more.py should not exist"


def remove(folder: Path) -> str:
    (folder / "models" / "thing.py").unlink()
    return "models/thing.py is missing"


def remove_all(folder: Path) -> str:
    shutil.rmtree(folder)
    return "__init__.py is missing"


@pytest.mark.slow
@pytest.mark.parametrize("change", [edit, edit_schema, add, remove, remove_all])
def test_any_change_by_hand_is_named(
    change: Callable[[Path], str], copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = change(copy.folder)
    assert regenerate.main(["--check", *copy.options]) == 1
    assert expected in (err := capsys.readouterr().err)
    assert len(err.splitlines()) < 200


@pytest.mark.slow
def test_the_pages_beside_the_package_are_checked_too(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, names = tmp_path / "operations.md", tmp_path / "names.json"
    for name, path in (("OUTPUT", copy.folder), ("REFERENCE", page)):  # whatever the schema is called
        monkeypatch.setattr(regenerate, name, path)
    options = [*copy.options, "--names", str(names)]
    assert regenerate.main(options) == 0
    assert regenerate.main(["--check", *options]) == 0
    page.write_text("old")
    names.unlink()
    assert regenerate.main(["--check", *options]) == 1
    err = capsys.readouterr().err
    assert "docs/operations.md differs" in err
    assert "openapi/names.lock.json is missing" in err
    assert page.read_text() == "old"
    assert not names.exists()


@pytest.mark.slow
def test_a_check_changes_nothing(copy: Copy) -> None:
    edit(copy.folder)
    before = copy.surroundings
    regenerate.main(["--check", *copy.options])
    assert copy.surroundings == before


# ---------------------------------------------------------------------- all or nothing


@pytest.mark.slow
def test_a_package_is_replaced_as_a_whole(copy: Copy) -> None:
    original = copy.surroundings
    add(copy.folder)
    edit(copy.folder)
    assert regenerate.main(copy.options) == 0
    assert copy.surroundings == original


def test_a_new_package_may_be_anywhere(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folders" / "my-client"
    assert regenerate.main(["--schema", str(small(tmp_path)), "--output", str(target)]) == 0
    assert (target / "api" / "things" / "get_thing.py").exists()


def raiser(error: BaseException) -> Callable[..., Any]:
    def fail(*_args: Any, **_options: Any) -> Any:
        raise error

    return fail


STAGES: list[tuple[Any, str, BaseException]] = [
    (document, "load", document.DocumentError("no")),
    (document, "prepare", document.DocumentError("no")),
    (corrections, "apply", corrections.CorrectionError("no")),
    (lock.Lock, "load", lock.LockError("no")),
    (naming, "assign", naming.NamingError("no")),
    (package, "write", package.GenerationError("no")),
    (package, "_format", package.GenerationError("no")),
    (package, "reference_page", package.GenerationError("no")),
    (reader, "read", KeyboardInterrupt()),
    (package, "_format", KeyboardInterrupt()),
    (verify, "check", KeyboardInterrupt()),
    (verify, "check", RuntimeError("a bug")),
    (regenerate, "swap", KeyboardInterrupt()),
]


@pytest.mark.parametrize(("module", "name", "error"), STAGES, ids=lambda one: getattr(one, "__name__", None))
def test_a_failure_at_any_stage_leaves_the_old_package(
    module: Any, name: str, error: BaseException, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(copy.folder)
    before = copy.surroundings
    monkeypatch.setattr(module, name, raiser(error))
    if isinstance(error, RuntimeError):
        with pytest.raises(RuntimeError):
            regenerate.main(copy.options)
    else:
        assert regenerate.main(copy.options) == (130 if isinstance(error, KeyboardInterrupt) else 1)
    assert copy.surroundings == before


def test_a_package_that_does_not_work_is_not_swapped_in(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = copy.surroundings
    monkeypatch.setattr(verify, "check", lambda _api, _folder: ["models.x does not import"])
    assert regenerate.main(copy.options) == 1
    assert "models.x does not import" in capsys.readouterr().err
    assert copy.surroundings == before


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", range(1, 7))
def test_a_swap_that_fails_half_way_is_undone(
    step: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("new", "aside", "place"):
        (tmp_path / name).mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "new" / name).write_text("new")
        if name != "b":
            (tmp_path / "place" / name).write_text("old")
    before = files(tmp_path / "place")
    pairs = [(tmp_path / "new" / name, tmp_path / "place" / name) for name in ("a", "b", "c")]
    done = iter(range(1, 100))
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if next(done) == step:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    if step == 6:  # there are only five
        regenerate.swap(pairs, tmp_path / "aside")
        assert set(files(tmp_path / "place").values()) == {b"new"}
        return
    with pytest.raises(type(error)):
        regenerate.swap(pairs, tmp_path / "aside")
    assert files(tmp_path / "place") == before


def test_a_folder_that_is_no_package_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("years of work")
    assert regenerate.main(["--schema", str(small(tmp_path)), "--output", str(tmp_path / "home")]) == 1
    assert "not a generated package" in capsys.readouterr().err
    assert (tmp_path / "home" / "thesis.txt").exists()
    (tmp_path / "empty").mkdir()
    assert regenerate.main(["--schema", str(small(tmp_path)), "--output", str(tmp_path / "empty")]) == 0


def test_regenerating_in_place_writes_the_lock_and_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, page, names = tmp_path / "generated", tmp_path / "docs" / "operations.md", tmp_path / "names.json"
    monkeypatch.setattr(regenerate, "OUTPUT", output)
    monkeypatch.setattr(regenerate, "REFERENCE", page)
    options = ["--schema", str(small(tmp_path)), "--output", str(output), "--names", str(names)]
    assert regenerate.main(options) == 0
    assert "`things.get`" in page.read_text()
    assert json.loads(names.read_text())["operations"][0]["name"] == "things.get"


@pytest.mark.slow
def test_a_lock_of_another_api_is_an_error_in_place_and_a_note_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "generated"
    options = ["--schema", str(small(tmp_path)), "--output", str(output)]
    assert regenerate.main(options) == 0
    printed = capsys.readouterr().out
    assert "note: names.lock.json is of another API" in printed
    assert "note: corrections.yaml is of another API" in printed
    assert "stale" not in printed
    monkeypatch.setattr(regenerate, "OUTPUT", output)
    assert regenerate.main(options) == 1
    assert "names.lock.json is of another API" in capsys.readouterr().err


# ---------------------------------------------------------------------- the same bytes


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    folders, running = [], []
    for number, seed in enumerate(("0", "4711")):
        folder = tmp_path / f"cwd{number}"
        folder.mkdir()
        command = [sys.executable, str(regenerate.ROOT / "scripts" / "regenerate.py"), "--output", "out/package"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C" if number else "C.UTF-8"}
        running.append(subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL))
        folders.append(folder / "out" / "package")
    for process in running:
        assert process.wait() == 0
    assert files(folders[0]) == files(folders[1])
    assert files(folders[0]) == files(regenerate.OUTPUT)


# ---------------------------------------------------------------------- unusable documents

UNUSABLE = {
    "html": ("<!doctype html><html></html>", "it looks like HTML"),
    "truncated": ('{"openapi": "3.0.0", "paths": {', "no valid JSON"),
    "list": ("[1, 2]", "its top level is list"),
    "scalar": ("just words", "its top level is str"),
    "yaml": ("a: [1\nb: }", "neither JSON nor YAML"),
    "twice in yaml": ("openapi: 3.0.0\nopenapi: 3.0.0", "neither JSON nor YAML"),
    "twice in json": ('{"openapi": "3.0.0", "paths": {"/a": {}, "/a": {}}}', "'/a' stands twice"),
    "swagger": ('{"swagger": "2.0", "paths": {}}', "Swagger 2.0"),
    "old": ('{"openapi": "2.1", "paths": {}}', "'openapi' is 2.1"),
    "next": ('{"openapi": "3.2.0", "paths": {}}', "'openapi' is 3.2.0"),
    "nameless": ('{"paths": {}}', "'openapi' is missing"),
    "pathless": ('{"openapi": "3.1.0"}', "has no 'paths'"),
    "parameter": (
        '{"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": [{"in": "query", "schema": {}}]}}}}',
        "'name' is a required property",
    ),
    "location": (
        '{"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": [{"in": "body", "name": "b"}]}}}}',
        "'body'",
    ),
    "method": (
        '{"openapi": "3.0.0", "paths": {"/a": {"query": {"responses": {"200": {"description": ""}}}}}}',
        "query",
    ),
    "responses": (
        '{"openapi": "3.0.0", "paths": {"/a": {"get": {"responses": {"200": 7}}}}}',
        "paths//a/get/responses/200",
    ),
    "paths": ('{"openapi": "3.1.0", "paths": {"/a": 7}}', "paths//a: 7 is not of type 'object'"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_unusable_document_is_one_clear_error(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, reason = UNUSABLE[case]
    path = tmp_path / "schema"
    path.write_text(text)
    assert regenerate.main(["--schema", str(path), "--output", str(tmp_path / "out")]) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: ")
    assert reason in err
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_many_errors_are_cut_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "schema"
    path.write_text(json.dumps(openapi({f"/a{number}": 7 for number in range(9)})))
    assert regenerate.main(["--schema", str(path)]) == 1
    assert "... and 4 more" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_an_unreadable_file_is_one_clear_error(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "schema.json"
    if content is not None:
        path.write_bytes(content)
    assert regenerate.main(["--schema", str(path)]) == 1
    assert f"error: can't read {path}" in capsys.readouterr().err


def test_a_byte_order_mark_and_yaml_dates_are_read(tmp_path: Path) -> None:
    path = tmp_path / "schema.yaml"
    text = (
        "openapi: 3.0.0\ninfo: {title: a, version: '1'}\nx-on: 2026-01-02\nx-map: {1: a, null: b, 2.5: c}\npaths: {}\n"
    )
    path.write_text(f"\ufeff{text}", encoding="utf-8")
    loaded = document.load(path)
    assert loaded["x-on"] == "2026-01-02"
    assert loaded["x-map"] == {"1": "a", "null": "b", "2.5": "c"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A web server over `tmp_path`."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_args: Any) -> None:
            pass

    handler = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.mark.slow
def test_the_document_may_come_from_a_url(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small(tmp_path)
    assert regenerate.main(["--schema", f"{server}/small.json", "--output", str(tmp_path / "out")]) == 0
    assert "1 of 1 operations" in capsys.readouterr().out


def test_a_url_that_gives_nothing_is_one_clear_error(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = f"{server}/nothing.json?token=hunter2".replace("http://", "http://anna:hunter2@")
    for url, reason in (
        (nowhere, f"{server}/nothing.json answered 404"),
        ("http://127.0.0.1:1/x", "http://127.0.0.1:1/x: connection refused"),
        ("http://127.0.0.1:port/x", "not a URL"),
    ):
        assert regenerate.main(["--schema", url]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"error: can't fetch the document: {reason}")
        assert "hunter2" not in said


# ---------------------------------------------------------------------- losses


@pytest.mark.unmeasured
def test_what_would_be_lost_is_named_and_the_old_package_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out"
    assert regenerate.main(["--schema", str(small(tmp_path)), "--output", str(output)]) == 0
    before = files(output)
    unsupported = ["--schema", str(DOCUMENTS / "unsupported.yaml"), "--output", str(output)]
    capsys.readouterr()
    assert regenerate.main(unsupported) == 1
    err = capsys.readouterr().err
    assert files(output) == before
    for expected in (
        "GET /external: operation: reference to another document: other.yaml#/Thing",
        "GET /dangling: operation: #/components/schemas/Gone points to nothing",
        "GET /broken: operation: Broken.b: reference to another document",
        "POST /broken-too: operation: Broken.b: reference to another document",
        "GET /matrix/{a}: operation: its path parameter a has the style matrix",
        "GET /label/{a}: operation: its path parameter a has the style label",
        "POST /xml: operation: its body can only be sent as application/xml",
        "GET /self: operation: #/components/schemas/MadeOfItself is made of itself",
        "GET /twice: parameter a: it is declared twice, differently",
        "all of /item: operation: reference to another document",
    ):
        assert err.count(expected) == 1
    assert "/fine" not in err


KNOWN = ["GET /external", "GET /dangling", "GET /broken", "POST /broken-too: operation", "GET /matrix/{a}"]
KNOWN += ["GET /label/{a}", "POST /xml", "GET /self", "GET /twice: parameter a", "all of /item"]


def test_known_losses_let_the_rest_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exceptions = tmp_path / "corrections.yaml"
    exceptions.write_text(json.dumps({"known_losses": [*KNOWN, "GET /found again"]}))
    options = ["--schema", str(DOCUMENTS / "unsupported.yaml"), "--output", str(tmp_path / "out")]
    assert regenerate.main([*options, "--corrections", str(exceptions)]) == 0
    out = capsys.readouterr().out
    assert "2 of 11 operations" in out
    assert out.count("known loss: ") == 10
    assert "stale correction, matches nothing: known loss 'GET /found again'" in out
    models = (tmp_path / "out" / "models" / "__init__.py").read_text()
    assert "Fine" in models
    assert "Broken" not in models
    assert "Holder" not in models
    exceptions.write_text(json.dumps({"known_losses": KNOWN[1:]}))
    assert regenerate.main([*options, "--corrections", str(exceptions)]) == 1
    assert "GET /external" in capsys.readouterr().err


# ---------------------------------------------------------------------- verification


@pytest.mark.slow
def test_a_package_is_looked_at_before_it_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    result = regenerate.build(small(tmp_path), folder)
    assert verify.check(result.api, folder) == []
    init = folder / "resources" / "__init__.py"
    text = init.read_text()
    init.write_text(text.replace("def things(", "def other("))
    assert verify.check(result.api, folder) == ["things.get can't be called"]
    init.write_text(text)
    init = folder / "models" / "__init__.py"
    text = init.read_text()
    init.write_text(text.replace("__all__ = [", "Thing = 7\n__all__ = ["))
    assert verify.check(result.api, folder) == ["models.Thing is no class"]
    init.write_text(text)
    gone = result.api.operations[0]
    result.api.operations.append(evolve(gone, name="gone"))
    assert verify.check(result.api, folder) == ["things.gone is missing"]
    (folder / "models" / "bad.py").write_text("import nothing_of_that_name")
    assert "does not import" in verify.check(result.api, folder)[0]
    (folder / "models" / "bad.py").write_text("class")
    assert "does not compile" in verify.check(result.api, folder)[0]
    (folder / "models" / "bad.py").unlink()
    (folder / "__init__.py").write_text("1/0")
    assert "does not import" in verify.check(result.api, folder)[0]


def test_what_the_generator_drops_or_refuses_is_an_error(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """openapi-python-client only warns; here nothing gets lost quietly."""
    before = copy.surroundings
    schema = Schema(type="string")
    dropped = package.ParseError(header="GET /things", detail="dropped it", data=schema)
    monkeypatch.setattr(package.Package, "_get_errors", lambda _self: [dropped])
    assert regenerate.main(copy.options) == 1
    assert 'GET /things: dropped: dropped it {"type":"string"}' in capsys.readouterr().err
    refused = package.GeneratorError(header="no", detail="thanks")
    monkeypatch.setattr(package.GeneratorData, "from_dict", lambda *_args, **_options: refused)
    assert regenerate.main(copy.options) == 1
    assert "error: no: thanks" in capsys.readouterr().err
    assert copy.surroundings == before


def test_code_that_cannot_be_formatted_is_an_error(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package.Package, "_render", lambda _self, _template, path, **_values: path.write_text("class"))
    assert regenerate.main(copy.options) == 1
    assert "error: ruff check failed" in capsys.readouterr().err
