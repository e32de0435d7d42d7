"""The forms of a union: what each is called, and which form of one version is which of the other.

Forms are found again by the value of the discriminator, by their constants, by their component, and then by likeness;
never by position, which means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .text import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .shapes import Json, Schemas, Shape

Union = dict[str, "str | list[Json]"]

#: How much of their fields two forms without any name must have in common to be one form.
_ALIKE = 0.5


@dataclass(frozen=True)
class Form:
    """One form of a union.

    Attributes:
        values: of the discriminator, as they are sent.
        marks: its constants, as (field, value): required fields with a single value.
        component: the name of its schema.
    """

    node: Json
    shape: Shape
    values: tuple[str, ...]
    marks: frozenset[tuple[str, str]]
    component: str
    title: str

    def label(self, telling: frozenset[str]) -> str:
        """Return what the form is called: by the value that tells it apart, else by its schema.

        Args:
            telling: the fields whose constants tell the forms of its union apart.
        """
        if self.values:
            return self.values[0]
        marked = [value.strip('"') for field, value in sorted(self.marks) if field in telling]
        return ", ".join(marked) or self.component or self.title or _look(self.shape)


def _look(shape: Shape) -> str:
    name = shape.type_name
    if shape.properties:
        names = sorted(shape.required & shape.properties.keys()) or sorted(shape.properties)
        return f"{name} with {', '.join(names[:3])}"
    return name


class Forms:
    """The forms of one union, read."""

    def __init__(self, schemas: Schemas, union: Json) -> None:
        """Read the forms of a union."""
        self.by = str(union.get("by", ""))
        self.forms = [_form(schemas, node) for node in union.get("forms", ())]
        self.telling = _telling(self.forms)

    @property
    def told_apart(self) -> bool:
        """Whether values tell them apart, so that a form that isn't known yet is seen as such."""
        if not self.forms:
            return False
        return all(one.values for one in self.forms) or all(
            _contradict(one, other) for one, other in combinations(self.forms, 2)
        )

    def tells(self, form: Form) -> bool:
        """Whether a value tells this form from all others, so that who doesn't know it sees that."""
        return bool(form.values) or all(_contradict(form, other) for other in self.forms if other is not form)

    def label(self, form: Form) -> str:
        """Return what a form is called."""
        return form.label(self.telling)


def one_form(schemas: Schemas, node: Json) -> Forms:
    """Return what is no union as one with a single form."""
    return Forms(schemas, {"forms": [node]})


def _form(schemas: Schemas, node: Json) -> Form:
    shape = schemas.shape(node)
    marks = frozenset(_constants(schemas, shape))
    if shape.enum is not None and len(shape.enum) == 1:
        marks |= {("", shape.enum[0])}
    values = tuple(node.get("values", ()))
    return Form(node, shape, values, marks, schemas.name(node) or node.get("component", ""), node.get("title", ""))


def _constants(schemas: Schemas, shape: Shape, *, nested: bool = True) -> Iterator[tuple[str, str]]:
    """The fields that can have one value only; those of an object that a form holds mark it, too."""
    for name, child in shape.properties.items():
        value = schemas.shape(child)
        if value.enum is not None and len(value.enum) == 1:
            yield name, value.enum[0]
        elif nested and value.properties and name in shape.required:
            inner = _constants(schemas, value, nested=False)
            yield from ((f"{name}.{field}", constant) for field, constant in inner)


def _contradict(one: Form, other: Form) -> bool:
    """Whether a constant of one form is another one in the other form."""
    marks, others = dict(one.marks), dict(other.marks)
    return any(marks[field] != others[field] for field in marks.keys() & others.keys())


def _telling(forms: list[Form]) -> frozenset[str]:
    """Return the fields whose constants tell the forms apart: the one that is another in each, if there is one."""
    values: dict[str, list[str]] = {}
    for one in forms:
        for field, value in one.marks:
            values.setdefault(field, []).append(value)
    alone = [field for field, found in values.items() if len(found) == len(set(found)) == len(forms)]
    if alone:
        return frozenset(sorted(alone, key=lambda field: (field.count("."), field))[:1])
    return frozenset(field for field, found in values.items() if len(set(found)) > 1)


@dataclass(frozen=True)
class Pairing:
    """Which form is which: those in both versions, and those in one of them only."""

    pairs: list[tuple[Form, Form]]
    removed: list[Form]
    added: list[Form]


def pair(old: Forms, new: Forms) -> Pairing:
    """Find each form again in the other version."""
    left, right = list(old.forms), list(new.forms)
    pairs: list[tuple[Form, Form]] = []
    for same in (_same_values, _same_marks, _same_component, _same_title):
        pairs += _take(left, right, same)
    pairs += _by_likeness(left, right)
    return Pairing(pairs, left, right)


def _take(left: list[Form], right: list[Form], same: object) -> Iterator[tuple[Form, Form]]:
    """Move the pairs that are the same out of both lists; what is the same as several is left for the next rule."""
    assert callable(same)
    found = []
    for one in left:
        matches = [other for other in right if same(one, other)]
        back = [again for again in left if matches and same(again, matches[0])]
        if len(matches) == 1 and len(back) == 1:
            found.append((one, matches[0]))
    for one, other in found:
        left.remove(one)
        right.remove(other)
    yield from found


def _same_values(old: Form, new: Form) -> bool:
    return bool(set(old.values) & set(new.values))


def _same_marks(old: Form, new: Form) -> bool:
    """The same constants; those of fields that only one of them has don't speak against it."""
    if old.values and new.values and old.component == new.component:
        return False
    shared = {field for field, _value in old.marks} & {field for field, _value in new.marks}
    of_old = {mark for mark in old.marks if mark[0] in shared}
    return bool(shared) and of_old == {mark for mark in new.marks if mark[0] in shared}


def _same_component(old: Form, new: Form) -> bool:
    return bool(old.component) and old.component == new.component


def _same_title(old: Form, new: Form) -> bool:
    return bool(old.title) and old.title == new.title


def _by_likeness(left: list[Form], right: list[Form]) -> Iterator[tuple[Form, Form]]:
    """Pair the most alike first."""
    scored = sorted(
        (
            (-_likeness(one, other), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if _likeness(one, other) >= _ALIKE
        ),
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    found = []
    for _score, i, j in scored:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            found.append((left[i], right[j]))
    for one, other in found:
        left.remove(one)
        right.remove(other)
    yield from found


def _likeness(old: Form, new: Form) -> float:
    """Between 0 and 1: how much two forms have in common. Constants that contradict each other: nothing."""
    if _contradict(old, new):
        return 0.0
    if old.shape.types != new.shape.types:
        return 0.0
    names, again = set(old.shape.properties), set(new.shape.properties)
    if names or again:
        return len(names & again) / len(names | again)
    if old.shape.enum is not None and new.shape.enum is not None:
        values, after = set(old.shape.enum), set(new.shape.enum)
        return max(len(values & after) / len(values | after), 0.5)
    return 1.0 if old.shape.format == new.shape.format else 0.6


def value_changes(old: Form, new: Form) -> Iterator[tuple[str, str]]:
    """Return what changed about the value by which one form is known."""
    if old.values and new.values and set(old.values) != set(new.values):
        gone, come = sorted(set(old.values) - set(new.values)), sorted(set(new.values) - set(old.values))
        name = new.component or "a form"
        if gone and come:
            yield "discriminator-value", f"{code(name)} is marked by {_codes(come)}, was {_codes(gone)}"
        elif gone:
            yield "discriminator-value", f"{code(name)} is no longer marked by {_codes(gone)}"
        else:
            yield "form-added", f"{code(name)} is also marked by {_codes(come)}"


def _codes(values: Iterable[str]) -> str:
    return ", ".join(map(code, values))
