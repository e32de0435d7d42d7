"""What became of a rehearsal, step by step."""

from __future__ import annotations

from attrs import define, field


@define
class Step:
    """What became of a step."""

    name: str
    is_ok: bool
    text: str
    seconds: float
    output: str = ""


@define
class Rehearsal:
    """The rehearsal of one perturbation."""

    perturbation: str
    seed: int
    steps: list[Step] = field(factory=list)

    @property
    def is_ok(self) -> bool:
        """Tell whether every step succeeded."""
        return all(one.is_ok for one in self.steps)

    @property
    def seconds(self) -> float:
        """Add up how long it took."""
        return sum(one.seconds for one in self.steps)
