"""Draws histories, plays them, and prints the first that holds a falsehood."""

from __future__ import annotations

import argparse
import random
import sys
import time

from .check import Player
from .history import draw


def main(arguments: list[str] | None = None) -> int:
    """Play so many histories.

    Returns:
        1 when something was false.
    """
    parser = argparse.ArgumentParser(description="Checks once and settle against small histories.")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    player = Player()
    began = time.process_time()
    false = 0
    for number in range(options.runs):
        history = draw(chance.choice)
        for text in player.falsehoods(history):
            false += 1
            if false <= 5:
                print(f"{number}: {text}\n  {history}")
        if number % 10_000 == 9_999:
            print(f"{number + 1} histories, {false} false", file=sys.stderr, flush=True)
    player.loop.close()
    print(f"histories {options.runs}", f"writes    {dict(player.ends)}", f"false     {false}", sep="\n")
    print(f"CPU       {time.process_time() - began:.1f} s")
    return 1 if false else 0


if __name__ == "__main__":
    sys.exit(main())
