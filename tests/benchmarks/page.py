"""`make bench-page`: writes docs/performance.md from what `make bench` has measured, and draws its plots.

    python -m tests.benchmarks.page --results build/bench/results.json    take these figures, and write the page
    python -m tests.benchmarks.page --check                               exit 1 when page or plots are out of step

The figures are checked in beside the plots. The prose is in `performance.md` here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
FOLDER = ROOT / "docs" / "performance"
FIGURES = FOLDER / "figures.json"
TEMPLATE = Path(__file__).with_name("performance.md")

#: For each plot its title, the axes, and which of them are logarithmic.
PLOTS = {
    "page-size": ("One page", "items of the page", "µs", ""),
    "collection": ("A collection, streamed, 4 pages ahead", "items", "seconds", "xy"),
    "memory": ("The same: memory at most", "items", "MiB", "x"),
    "crowd": ("Calls at once", "calls", "calls a second", "x"),
    "connections": ("300 calls at once", "connections", "calls a second", "x"),
    "keys": ("A call under an idempotency key", "keys in the store", "ms", "x"),
    "regenerate": ("Regeneration", "operations of the document", "seconds", "x"),
    "import": ("Import of the generated package", "operations of the document", "ms", "x"),
}
#: Each readable on light and on dark.
_COLORS = ("#3b82c4", "#d9663a", "#4a9a5b")
_INK = "#808080"

_NOTE = (
    "<!-- Written by `make bench-page` from performance/figures.json; its prose is in tests/benchmarks/performance.md. "
    "Don't edit. -->"
)

Figures = dict[str, Any]
Line = dict[str, Any]


def render(figures: Figures) -> str:
    """Return the page."""
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, content in {
        "summary": _summary(figures),
        "machine": _machine(figures),
        "bars": _bars(figures),
        "others": _others(figures),
        "rest": _rest(figures),
        "costs": _costs(figures),
        "plots": _plots(figures),
    }.items():
        text = text.replace(f"<!-- {name} -->", content)
    return f"{_NOTE}\n\n{text}"


def _rows(figures: Figures) -> Iterator[Line]:
    for part in sorted(figures["parts"], key=_order):
        yield from figures["parts"][part].get("rows", ())


def _order(part: str) -> int:
    known = (
        *("calls", "decoding", "importing", "crowds", "limits", "once", "kills", "chaos", "regeneration", "report"),
        "suites",
    )
    return known.index(part) if part in known else len(known)


def _summary(figures: Figures) -> str:
    judged = [row for row in _rows(figures) if row["met"] is not None]
    missed = [row["what"] for row in judged if not row["met"]]
    text = f"{len(judged) - len(missed)} of {len(judged)} budgets are met."
    return f"{text} **Missed:** {'; '.join(missed)}." if missed else text


def _machine(figures: Figures) -> str:
    parts = figures["parts"].values()
    python = ", ".join(sorted({part["python"] for part in parts}))
    cores = max((part["cores"] for part in parts), default=0)
    dates = sorted({part["date"] for part in parts})
    date = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    text = f"Measured {date} with Python {python} on {cores} cores, servers included."
    loads = [part["load"] for part in parts]
    if max(loads, default=0.0) > 1.5 * cores:
        text += (
            f" The machine did other work meanwhile (load average {min(loads):g} to {max(loads):g}): what is judged by "
            "wall time is worse than it would be alone."
        )
    return text


def _bars(figures: Figures) -> str:
    lines = []
    for row in _rows(figures):
        if row["bar"] is None:
            continue
        value, unit = _value(row)
        clock = f", {row['clock']}" if row["clock"] else ""
        verdict = "not measured" if row["met"] is None else "met" if row["met"] else "**missed**"
        sign = "≥" if row["at_least"] else "≤"
        against = f"{row['peer'].removesuffix(', first')}{clock}".lstrip(", ")
        lines.append((row["what"], against, f"{sign} {row['bar']:g}{unit}", f"{value}{unit}", _spread(row), verdict))
    return _table(("what", "against", "budget", "measured", "quartiles", ""), lines)


def _value(row: Line) -> tuple[str, str]:
    """What is judged, and its unit: nothing for a ratio."""
    if row["ratio"] is not None:
        return f"{row['ratio']:.2f}", ""
    unit = "" if row["unit"] in ("", "x") else f" {row['unit']}"
    return (f"{row['ours']:.2f}" if row["unit"] else f"{row['ours']:g}"), unit


def _spread(row: Line) -> str:
    return "" if row["spread"] is None else "{:.2f} to {:.2f}".format(*row["spread"])


def _others(figures: Figures) -> str:
    """The same three things, by client, as multiples of httpx's."""
    kinds = {"get: ": "get", "list of 100: ": "list", "import and construct: ": "import"}
    found: dict[str, dict[str, str]] = {"raw httpx": dict.fromkeys(kinds.values(), "1")}
    missing: list[str] = []
    for row in _rows(figures):
        for prefix, kind in kinds.items():
            if row["what"].startswith(prefix):
                name = row["what"].removeprefix(prefix)
                if row["missing"]:
                    missing.append(f"{name} was not measured: {row['missing']}.")
                else:
                    found.setdefault(name, {})[kind] = f"{row['ratio']:.2f} ({_spread(row)})"
    if "ledgerbee-client" in found:
        ours = next((row for row in _rows(figures) if row["what"].startswith("import and construct, runtime")), None)
        if ours is not None:
            found["ledgerbee-client"]["import"] = f"{ours['ratio']:.2f} ({_spread(ours)})"
    lines = [(name, *(one.get(kind, "") for kind in kinds.values())) for name, one in found.items()]
    return "\n\n".join([_table(("client", "get", "list of 100", "import"), lines), *missing])


def _rest(figures: Figures) -> str:
    """What is measured without a budget, and is no part of the other tables."""
    lines = []
    for row in _rows(figures):
        if row["bar"] is None and ": " not in row["what"] and not row["missing"]:
            theirs = "" if row["theirs"] is None else f"{_figure(row['theirs'])} {row['unit']} ({row['peer']})"
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            lines.append((row["what"], f"{_figure(row['ours'])} {row['unit']}", theirs, ratio, _spread(row)))
    return _table(("what", "measured", "compared with", "ratio", "quartiles"), lines)


def _costs(figures: Figures) -> str:
    lines = []
    seen = set()
    for row in _rows(figures):
        for name, cost in row["costs"].items():
            what = row["what"].partition(": ")[0]
            shown = "this client" if name in ("ours", "speed", "ledgerbee-client", "ours, first") else name
            if (what, shown) in seen or not (cost["user"] or cost["system"]):  # memory, and times of a crowd
                continue
            seen.add((what, shown))
            values = (f"{_figure(cost[kind])} {row['unit']}" for kind in ("wall", "user", "system"))
            lines.append((what, shown, *values))
    return _table(("what", "client", "wall", "user CPU", "system CPU"), lines)


def _plots(figures: Figures) -> str:
    curves = figures["parts"].get("growth", {}).get("curves", {})
    return "\n\n".join(
        f"![{title}: {y} against {x}](performance/{name}.svg)"
        for name, (title, x, y, _) in PLOTS.items()
        if name in curves
    )


def _figure(number: float) -> str:
    """Three digits, and no exponent."""
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def _table(headings: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    headings = tuple(headings)
    rows = [headings, ("---",) * len(headings), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


# ---------------------------------------------------------------------- plots


def _digest(name: str, curves: Any) -> str:
    """What a plot shows, in short: it is noted in the plot."""
    return hashlib.sha256(json.dumps([PLOTS[name], curves], sort_keys=True).encode()).hexdigest()


def draw(figures: Figures, folder: Path) -> None:
    """Draw all plots: the same figures make the same files."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # after the choice of a back end

    mpl.rcParams.update(
        {"svg.hashsalt": "performance", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 11}
        | dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), _INK)
    )
    for name, curves in figures["parts"].get("growth", {}).get("curves", {}).items():
        title, x, y, log = PLOTS[name]
        plot, axes = plt.subplots(figsize=(7, 4), layout="constrained")
        for color, (label, points) in zip(_COLORS, sorted(curves.items()), strict=False):
            sizes = sorted(points, key=int)
            axes.plot([int(size) for size in sizes], [points[size] for size in sizes], "o-", label=label, color=color)
        axes.set(title=title, xlabel=x, ylabel=y)
        if "x" in log:
            axes.set_xscale("log")
        if "y" in log:
            axes.set_yscale("log")
        else:
            axes.set_ylim(bottom=0)
        axes.grid(alpha=0.25, color=_INK)
        axes.legend(framealpha=0.0)
        metadata = {"Date": None, "Creator": None, "Description": _digest(name, curves)}
        plot.savefig(folder / f"{name}.svg", transparent=True, metadata=metadata)
        plt.close(plot)


def problems(page: Path = PAGE, folder: Path = FOLDER) -> list[str]:
    """Return what is out of step with the figures."""
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    found = []
    if page.read_text(encoding="utf-8") != render(figures):
        found.append(f"{page.name} is not what {folder.name}/figures.json and its template make: run make bench-page")
    curves = figures["parts"].get("growth", {}).get("curves", {})
    for name in sorted(curves):
        plot = folder / f"{name}.svg"
        if not plot.exists() or _digest(name, curves[name]) not in plot.read_text(encoding="utf-8"):
            found.append(f"{folder.name}/{plot.name} doesn't show the figures: run make bench-page")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description="Makes a page of what was measured.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is out of step")
    parser.add_argument("--results", type=Path, help="take these figures")
    options = parser.parse_args(arguments)
    if options.check:
        found = problems()
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    if options.results is not None:
        if not options.results.exists():
            parser.error(f"{options.results} doesn't exist: run make bench first")
        shutil.copyfile(options.results, FIGURES)
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    draw(figures, FOLDER)
    PAGE.write_text(render(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
