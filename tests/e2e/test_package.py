"""The metadata of the package are true, and `scripts/package_check.py` refuses what it must."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from scripts import package_check

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ledgerbee_client"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def pinned() -> dict[str, set[Version]]:
    """The constraints: a universal lock may hold several versions, for different Pythons."""
    found: dict[str, set[Version]] = {}
    for line in (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            requirement = Requirement(line)
            (only,) = requirement.specifier
            assert only.operator == "==", line
            found.setdefault(canonicalize_name(requirement.name), set()).add(Version(only.version))
    return found


def direct_requirements() -> list[Requirement]:
    groups = [one for group in PYPROJECT["dependency-groups"].values() for one in group if isinstance(one, str)]
    extras = [one for extra in EXTRAS.values() for one in extra]
    return [Requirement(one) for one in [*PROJECT["dependencies"], *extras, *groups]]


def imported(path: Path) -> Iterator[str]:
    """The top-level modules that a file imports when it runs, wherever the import stands."""
    waiting: list[ast.AST] = [ast.parse(path.read_bytes())]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]
        waiting += ast.iter_child_nodes(node)


def undeclared(files: list[Path], declared: set[str]) -> set[str]:
    """The distributions that are imported, but not declared."""
    modules = {name for path in files for name in imported(path)} - sys.stdlib_module_names - {"ledgerbee_client"}
    owners = packages_distributions()
    assert modules <= owners.keys()
    return {canonicalize_name(owner) for module in modules for owner in owners[module]} - declared


def test_what_the_package_imports_is_declared() -> None:
    everything = set(PACKAGE.rglob("*.py"))
    testing = set((PACKAGE / "testing").rglob("*.py"))
    always = names(PROJECT["dependencies"])
    optional = names([one for name, extra in EXTRAS.items() if name != "testing" for one in extra])
    optional.add("psycopg-pool")  # psycopg[pool]
    optional.add("pydantic-core")  # asked for by pydantic only, where it is installed
    optional |= {"opentelemetry-sdk", "opentelemetry-semantic-conventions"}  # of one namespace with opentelemetry-api
    assert undeclared(sorted(everything - testing), always | optional) == set()
    assert undeclared(sorted(testing), always | names(EXTRAS["testing"])) == {"pytest"}  # the plugin runs in it


def test_every_dependency_of_users_has_a_lower_and_an_upper_bound() -> None:
    for text in [*PROJECT["dependencies"], *(one for extra in EXTRAS.values() for one in extra)]:
        assert {one.operator for one in Requirement(text).specifier} == {">=", "<"}, text


def test_the_constraints_hold_a_version_that_is_allowed_for_each_direct_dependency() -> None:
    pins = pinned()
    for requirement in direct_requirements():
        versions = pins.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} isn't pinned: run `make lock`"
        assert all(version in requirement.specifier for version in versions), f"{requirement}: run `make lock`"


def test_the_constraints_name_no_index() -> None:
    text = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--" not in text


def test_the_classifiers_name_the_versions_of_python_that_ci_tests() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    tested = {row["python"] for row in jobs["ci"]["strategy"]["matrix"]["include"]}
    named = {match[1] for one in PROJECT["classifiers"] if (match := re.search(r":: Python :: (3\.\d+)$", one))}
    assert named == tested
    assert min(named, key=Version) == PROJECT["requires-python"].removeprefix(">=")


@pytest.mark.parametrize("tag", ["v1.2.4", "1.2.3", "v1.2.3rc1", ""])
def test_a_tag_that_is_not_that_of_the_version_is_refused(tag: str) -> None:
    package_check.check_tag("v1.2.3", "1.2.3")
    with pytest.raises(package_check.PackageError, match=r"isn't that of version 1\.2\.3"):
        package_check.check_tag(tag, "1.2.3")


def test_builds_differ_by_what_is_changed_and_by_what_is_in_one_only(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "same").write_bytes(b"1")
        (folder / "changed").write_bytes(str(folder).encode())
    (one / "gone").write_bytes(b"")
    assert package_check.differences(one, other) == ["changed", "gone"]


def test_a_command_that_fails_is_shown_with_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(package_check.PackageError, match=r"(?s)exit code 3.*out.*err"):
        package_check.run(
            sys.executable, "-c", "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)", cwd=tmp_path
        )


def test_the_package_is_used_with_no_credential_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDGERBEE_API_KEY", "from outside")
    program = "import os, sys; sys.exit('LEDGERBEE_API_KEY' in os.environ or os.environ['A'] != 'b')"
    package_check.run(sys.executable, "-c", program, cwd=tmp_path, env={"A": "b"})
