"""Documents that might have been published instead of ours: pure functions, document in, document out.

Each changes what is only inferred, or what a later version of the API may change. None keeps a mark of inference.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random

from .names import other_names
from .operation_sets import fewer_operations, more_operations
from .parts import Json, without_marks
from .shapes import closed_bodies, other_envelopes, other_fields, strings_with_values

Perturbation = Callable[[Json, Random], None]


def _everything(document: Json, random: Random) -> None:
    """What the published document probably does: all that is inferred is otherwise at once."""
    for change in (more_operations, strings_with_values, other_envelopes, other_fields, closed_bodies, other_names):
        change(document, random)


#: By name, in the order in which they are run.
PERTURBATIONS: dict[str, Perturbation] = {
    "names": other_names,
    "fields": other_fields,
    "envelopes": other_envelopes,
    "closed": closed_bodies,
    "enums": strings_with_values,
    "more": more_operations,
    "fewer": fewer_operations,
    "everything": _everything,
}


def perturbed(document: Json, name: str, seed: int = 0) -> Json:
    """Build a perturbed document.

    Args:
        document: our document, with its marks; it stays as it is.
        name: a key of PERTURBATIONS.
        seed: the same seed gives the same document.

    Returns:
        A document without marks.
    """
    result = copy.deepcopy(document)
    # The same choices on every machine: hash() of a string is not.
    PERTURBATIONS[name](result, Random(f"{name} {seed}"))  # noqa: S311
    return without_marks(result)
