"""Looks at a package that was just written: does every module compile and import, is every operation there?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .ir import Api

#: Run in a process of its own, so that what is imported doesn't stay. Prints a JSON list of what is wrong.
_PROBE = """
import importlib, typing, json, pkgutil, sys, traceback
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
problems = []
package = importlib.import_module(sys.argv[2])
for module in sorted(pkgutil.walk_packages(package.__path__, sys.argv[2] + "."), key=lambda one: one.name):
    try:
        importlib.import_module(module.name)
    except Exception as error:
        problems.append(f"{module.name} does not import: {type(error).__name__}: {error}")
if not problems:
    models = importlib.import_module(sys.argv[2] + ".models")
    for name in models.__all__:
        value = getattr(models, name)
        if not isinstance(typing.get_origin(value) or value, type):
            problems.append(f"models.{name} is no class")
    operations = importlib.import_module(sys.argv[2] + ".operations").OPERATIONS
    resources = importlib.import_module(sys.argv[2] + ".resources").Resources
    api = resources.__new__(resources)
    for name in operations:
        resource, _, method = name.partition(".")
        if not callable(getattr(getattr(api, resource, None), method, None)):
            problems.append(f"{name} can't be called")
    print(json.dumps({"problems": problems, "operations": sorted(operations)}))
else:
    print(json.dumps({"problems": problems, "operations": []}))
"""


def check(api: Api, package: Path) -> list[str]:
    """What is wrong with the package in the folder `package`: sentences, none when all is well."""
    problems = []
    for path in sorted(package.rglob("*.py")):
        try:
            compile(path.read_text(encoding="utf-8"), str(path.relative_to(package)), "exec", dont_inherit=True)
        except SyntaxError as error:
            problems.append(f"{path.relative_to(package)} does not compile: {error}")
    if problems:
        return problems
    done = subprocess.run(  # noqa: S603  # this interpreter, arguments of ours
        [sys.executable, "-W", "error", "-c", _PROBE, str(package.parent), package.name],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        return [f"the package does not import: {done.stderr.strip()[-2000:]}"]
    found = json.loads(done.stdout)
    problems += found["problems"]
    if not problems:
        absent = {one.python for one in api.operations} - set(found["operations"])
        problems += [f"{name} is missing" for name in sorted(absent)]
    return problems
