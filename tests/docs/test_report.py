"""The report of the page on pagination: killed after any page, it goes on, and the file holds each row once."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.shared.in_process import Rows, client

PAGE = Path(__file__).parents[2] / "docs" / "pagination.md"


def report() -> Any:
    """The function of the page."""
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    namespace: dict[str, Any] = {}
    exec(next(block for block in blocks if "async def report" in block), namespace)
    return namespace["report"]


class Killed(BaseException):
    pass


async def test_a_report_that_is_killed_again_and_again_holds_each_row_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows, kills = Rows(730), 0

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        return httpx.Response(200, json=body | {"data": [row | {"productNumber": "P1"} for row in body["data"]]})

    function = report()
    replace = Path.replace

    def killed(path: Path, target: Any) -> Path:
        nonlocal kills
        kills += 1
        if kills % 3 == 0:  # the rows are in the file, the checkpoint is not
            raise Killed
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    async with client(answer) as lb:
        for _ in range(20):
            try:
                await function(lb)
            except Killed:
                rows.add(0)  # meanwhile somebody adds a product
                continue
            break
    with (tmp_path / "products.csv").open(newline="", encoding="utf-8") as file:
        found = [row[0] for row in csv.reader(file)]
    assert kills > 5
    assert found == [f"row-{number}" for number in range(1, 731)]
    assert not (tmp_path / "products.checkpoint.json").exists()
