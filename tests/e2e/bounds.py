"""Examples of hypothesis in a bounded number: the same ones in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, given, settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def for_each(values: SearchStrategy[T], count: int, check: Callable[[T], object]) -> None:
    """Checks so many values, and reports the simplest one that fails."""

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def run(value: T) -> None:
        check(value)

    run()
