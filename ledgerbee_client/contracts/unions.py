"""Compares unions: which forms came and went, and whether what is one form in one version is several in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import Finding
from .forms import Forms, one_form, pair, value_changes
from .places import form_step
from .text import code, codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .shapes import Json, Schemas, Shape


def union_changes(old: Forms, new: Forms, place: str, below: Callable[[str, Json, Json], None]) -> Iterator[Finding]:
    """Return what changed between two unions; forms that are in both are compared by `below`."""
    yield from _discriminator(old, new, place)
    paired = pair(old, new)
    for before, after in paired.pairs:
        for rule, text in value_changes(before, after):
            yield Finding(rule, place, text)
        below(form_step(new.label(after)), before.node, after.node)
    for form in paired.removed:
        yield Finding("form-removed", place, f"form removed: {code(old.label(form))}")
    for form in paired.added:
        rule = "form-added" if new.tells(form) else "form-added-untold"
        yield Finding(rule, place, f"form added: {code(new.label(form))}")


def union_or_not(
    schemas: Schemas,
    new_schemas: Schemas,
    old: tuple[Json, Shape],
    new: tuple[Json, Shape],
    place: str,
    below: Callable[[str, Json, Json], None],
) -> Iterator[Finding]:
    """Compare a union with what is none: one form became several, or several became one."""
    if new[1].unions:
        forms = Forms(new_schemas, new[1].unions[0])
        labels = codes(forms.label(form) for form in forms.forms)
        was = "one form" if old[1].properties or not old[1].types else code(old[1].type_name)
        yield Finding("union-now", place, f"was {was}, now one of {len(forms.forms)}: {labels}")
        return
    forms = Forms(schemas, old[1].unions[0])
    paired = pair(forms, one_form(new_schemas, new[0]))
    labels = codes(forms.label(form) for form in forms.forms)
    yield Finding("union-no-more", place, f"was one of {len(forms.forms)} forms ({labels}), now only one")
    if not old[1].properties or not new[1].properties:
        for before, after in paired.pairs:
            below("", before.node, after.node)


def _discriminator(old: Forms, new: Forms, place: str) -> Iterator[Finding]:
    """Compare the field whose value tells the forms apart."""
    if old.by == new.by:
        return
    if not old.by:
        yield Finding("discriminator-added", place, f"forms are told apart by {code(new.by)} now")
    elif new.by:
        yield Finding("discriminator", place, f"forms are told apart by {code(new.by)}, were by {code(old.by)}")
    else:
        rule = "discriminator-removed" if new.told_apart else "discriminator-lost"
        yield Finding(rule, place, f"forms are no longer told apart by {code(old.by)}")
