"""A virtual environment with the package's runtime dependencies and nothing else.

What is installed for development makes imports slower or faster (httpx imports rich and click where they are), and so
flatters whoever imports it anyway.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FOLDER = ROOT / ".venv" / "runtime"
_PROJECT, _CONSTRAINTS = ROOT / "pyproject.toml", ROOT / ".ci" / "constraints.txt"


def interpreter() -> Path:
    """The Python of the environment, which is made when there is none, or when what it must hold has changed."""
    python = _FOLDER / "bin" / "python"
    stamp = _FOLDER / ".installed"
    wanted = _PROJECT.read_text(encoding="utf-8") + _CONSTRAINTS.read_text(encoding="utf-8") + sys.version
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    dependencies = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    subprocess.run([sys.executable, "-m", "venv", "--clear", _FOLDER], check=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", _CONSTRAINTS, *dependencies], check=True)
    (site,) = _FOLDER.glob("lib/python*/site-packages")
    (site / "ledgerbee_client.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    stamp.write_text(wanted, encoding="utf-8")
    return python


__all__ = ["interpreter"]
