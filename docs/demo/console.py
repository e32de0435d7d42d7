"""How the demo prints."""

from __future__ import annotations

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)


def step(text: str) -> None:
    """What is done next."""
    console.print(f"[bold cyan]>[/] {text}")


def result(text: str) -> None:
    """What came of it."""
    console.print(f"  {text}")
