"""Names of places in the data: `lines[].price`, `by(card).number`."""

from __future__ import annotations

import json


def join(place: str, step: str) -> str:
    """Return the dotted place of a step: `lines[]` and `quantity` make `lines[].quantity`."""
    return f"{place}.{step}" if place and step and step[0] not in "[(" else place + step


def step_of(name: str) -> str:
    """Return the name of a field as a step of a place: quoted where it could be read as something else."""
    plain = name and not any(one in name for one in '.[]()*"\\') and not name.isspace() and name != "$"
    return name if plain else json.dumps(name, ensure_ascii=False)


def form_step(label: str) -> str:
    """Return the form of a union as a step of a place."""
    inner = label.replace("(", "[").replace(")", "]")
    return f"({inner})"
