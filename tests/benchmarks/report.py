"""The change report of a pair of large documents: time of the processor, and memory. On Linux."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from .growth import of_size
from .measure import Row, several
from .whole import ROOT, SCHEMA

_SIZE = 3_000_000  # characters
_PROGRAM = """
import json, pathlib, resource, runpy, sys
sys.argv = ["schema_report", *sys.argv[1:]]
try:
    runpy.run_module("scripts.schema_report", run_name="__main__")
except SystemExit as ended:
    assert not ended.code, ended.code
used = resource.getrusage(resource.RUSAGE_SELF)
# Not `ru_maxrss`, which counts the memory of the process that started this one.
peak = int(pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
print(json.dumps([used.ru_utime + used.ru_stime, peak / 1024]))
"""


def measure(folder: Path, rounds: int) -> list[Row]:
    """A pair of 3 MB of YAML in which every tenth schema has lost a field, and a twentieth of the operations is new."""
    document = json.loads(SCHEMA.read_text(encoding="utf-8"))
    count = 150
    while len(text := _yaml(of_size(document, count))) < _SIZE:
        count = count * _SIZE // len(text) + 10
    old = copy.deepcopy(of_size(document, count * 19 // 20))
    for schema in list(old["components"]["schemas"].values())[::10]:
        schema.setdefault("properties", {})["gone"] = {"type": "string"}
    paths = [folder / "old.yaml", folder / "new.yaml"]
    for path, one in zip(paths, (_yaml(old), text), strict=True):
        path.write_text(one, encoding="utf-8")
    command = [sys.executable, "-c", _PROGRAM, *map(str, paths), "--output", str(folder / "report.md")]
    found = [json.loads(subprocess.check_output(command, cwd=ROOT)) for _round in range(rounds)]
    seconds, megabytes = zip(*found, strict=True)
    what = "change report of two documents of 3 MB"
    return [several(what, seconds, "s", 2.0, clock="CPU"), several(f"{what}: memory", megabytes, "MiB", 100.0)]


def _yaml(document: dict[str, Any]) -> str:
    return yaml.dump(
        document, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), sort_keys=False, allow_unicode=True
    )
