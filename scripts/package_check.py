"""Builds the wheel and the sdist into dist/, checks them, and uses the wheel in clean environments.

Run by `make package`, with the tools of the dependency group `packaging`. It fails if two builds (one from the
checkout, one through the sdist) differ in a byte, if the wheel isn't what the checkout holds, if the metadata are
wrong, or if the installed wheel doesn't work: without extras as a client, with `testing` as a sandbox and as a plugin
of pytest. The software bill of materials of the wheel without extras goes into build/.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
USES = ROOT / "tests" / "e2e" / "package"


class PackageError(Exception):
    """The package isn't fit to be published."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 1, and says why, if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tag", help="the tag that is released: v and the version of the package")
    options = parser.parse_args(arguments)
    dist, sboms = ROOT / "dist", ROOT / "build"
    try:
        with TemporaryDirectory() as scratch:
            wheel = build_twice(dist, Path(scratch))
            if options.tag:
                check_tag(options.tag, version_of(wheel))
            check_files(dist)
            use(wheel, sboms, Path(scratch))
    except PackageError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    for path in (*sorted(dist.iterdir()), *sorted(sboms.glob("*.cdx.json"))):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")
    return 0


def build_twice(dist: Path, scratch: Path) -> Path:
    """Leaves one wheel and one sdist in `dist`, and returns the wheel."""
    shutil.rmtree(dist, ignore_errors=True)
    tool("build", "--sdist", "--wheel", "--outdir", dist, ROOT)
    # Without options, `build` makes the wheel from the sdist that it has just made.
    tool("build", "--outdir", scratch / "dist", ROOT)
    if changed := differences(dist, scratch / "dist"):
        raise PackageError(f"two builds differ: {', '.join(changed)}")
    return next(dist.glob("*.whl"))


def differences(one: Path, other: Path) -> list[str]:
    """The names of the files that are in one folder only, or have other bytes in the other."""
    found = [{path.name: path.read_bytes() for path in folder.iterdir()} for folder in (one, other)]
    return sorted(name for name in found[0].keys() | found[1].keys() if found[0].get(name) != found[1].get(name))


def version_of(wheel: Path) -> str:
    """The version in a wheel's file name."""
    return wheel.name.split("-")[1]


def check_tag(tag: str, version: str) -> None:
    """Raises PackageError if the tag doesn't name the version."""
    if tag != f"v{version}":
        raise PackageError(f"the tag {tag} isn't that of version {version} (ledgerbee_client/_version.py)")


def check_files(dist: Path) -> None:
    """Metadata and README as PyPI wants them; in the wheel all files of the package and no others."""
    tool("twine", "check", "--strict", *sorted(dist.iterdir()))
    tool("check_wheel_contents", *dist.glob("*.whl"))


def use(wheel: Path, sboms: Path, scratch: Path) -> None:
    """The client without extras talks to the sandbox of another environment, over a socket."""
    bare = environment(scratch / "bare", str(wheel))
    testing = environment(scratch / "testing", f"{wheel}[testing]", "pytest")
    write_sbom(bare, version_of(wheel), sboms)
    run(bare, "-I", "-m", "ledgerbee_client", "--help", cwd=scratch)
    with served_sandbox(testing, scratch) as variables:
        run(bare, "-I", USES / "use_client.py", cwd=scratch, env=variables)
    plugin_test = shutil.copy(USES / "use_plugin.py", scratch)
    run(testing, "-I", "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", plugin_test, cwd=scratch)


def environment(folder: Path, *requirements: str) -> Path:
    """Makes a virtual environment that holds these requirements and nothing else; returns its Python."""
    tool("venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    tool("pip", "--python", python, "install", "--quiet", "--disable-pip-version-check", *requirements)
    tool("pip", "--python", python, "check")
    return python


@contextmanager
def served_sandbox(python: Path, cwd: Path) -> Iterator[dict[str, str]]:
    """Serves a sandbox on a free port; gives the variables with which a client finds it."""
    command = [str(python), "-I", "-m", "ledgerbee_client.testing", "--json", "--empty", "--products", "5"]
    with subprocess.Popen(  # noqa: S603  # arguments of ours
        command, cwd=cwd, env=clean_environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            if not line:
                raise PackageError(f"the sandbox didn't start: exit code {process.wait()}")
            served = json.loads(line)
            yield {"LEDGERBEE_BASE_URL": served["base_url"], "LEDGERBEE_API_KEY": served["api_key"]}
        finally:
            process.terminate()


def write_sbom(python: Path, version: str, folder: Path) -> None:
    """Writes what is in an environment, as CycloneDX JSON. It holds no time and no path."""
    folder.mkdir(exist_ok=True)
    path = folder / f"ledgerbee_client-{version}.cdx.json"
    options: list[str | Path] = ["--mc-type", "library", "--output-reproducible", "--of", "JSON", "--output-file", path]
    tool("cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml", *options, python)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["metadata"]["component"]["version"] = version  # pyproject.toml only says that it is dynamic
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def tool(module: str, *arguments: str | Path) -> None:
    """Runs a tool that is installed beside this Python."""
    run(sys.executable, "-m", module, *arguments, cwd=ROOT)


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> None:
    """Runs a command, and shows what it prints only if it fails: then raises PackageError."""
    words = [str(word) for word in command]
    print("$", *(Path(word).name if word.startswith("/") else word for word in words), flush=True)
    done = subprocess.run(  # noqa: S603  # arguments of ours
        words, cwd=cwd, env=clean_environment() | (env or {}), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PackageError(f"exit code {done.returncode}\n{done.stdout}{done.stderr}")


def clean_environment() -> dict[str, str]:
    """The variables of this process but those that change what a Python imports or what the client does."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LEDGERBEE_"))}


if __name__ == "__main__":
    raise SystemExit(main())
