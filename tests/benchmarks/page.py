"""Writes the figures of `docs/performance.md` from the results that `make bench` left, and keeps both in step.

python -m tests.benchmarks.page [--from build/bench]

With `--from`, the results and plots of a run are taken into `docs/` first. Without it, the page is written from those
that are there.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"
PAGE, FIGURES = DOCS / "performance.md", DOCS / "_static" / "bench"
RESULTS = FIGURES / "results.json"
_BETWEEN = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)


def figures(results: dict[str, Any]) -> str:
    """The table and the plots, as Markdown."""
    lines = [
        f"Python {results['python']}, {results['cores']} cores, {results['date']}.",
        "",
        "| what | here | compared with | there | ratio | quartiles | budget | |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [_row(one) for one in results["rows"]]
    for name, title in results["plots"].items():
        lines += ["", f"![{title}](_static/bench/{name}.png)"]
    return "\n".join([*lines, ""])


def _row(one: dict[str, Any]) -> str:
    budget = "" if one["bar"] is None else f"{'at least' if one['at_least'] else 'at most'} {one['bar']:g}"
    met = {None: "", True: "met", False: "**missed**"}[one["met"]]
    spread = f"{one['spread'][0]:.2f} to {one['spread'][1]:.2f}" if one["spread"] else ""
    ratio = "" if one["ratio"] is None else f"{one['ratio']:.2f}"
    cells = (one["what"], _number(one["ours"], one["unit"]), one["peer"], _number(one["theirs"], one["unit"]))
    return f"| {' | '.join((*cells, ratio, spread, budget, met))} |"


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.4g} {unit}".strip()


def written(page: str, results: dict[str, Any]) -> str:
    """The page with these figures."""
    if not _BETWEEN.search(page):
        raise ValueError("the page has no place for figures")
    return _BETWEEN.sub(lambda match: match[1] + figures(results) + match[2], page)


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes the figures of docs/performance.md.")
    parser.add_argument("--from", dest="source", type=Path, help="the folder of a run")
    options = parser.parse_args()
    if options.source:
        FIGURES.mkdir(parents=True, exist_ok=True)
        for path in (options.source / "results.json", *options.source.glob("*.png")):
            shutil.copy(path, FIGURES / path.name)
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
