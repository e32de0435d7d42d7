"""Faults that a module could have: places in its syntax tree, each with a text to put there."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from typing import Any

from attrs import define

_FLIPPED: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: ">=", ast.LtE: ">", ast.Gt: "<=", ast.GtE: "<",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_BOUNDARY: dict[type[ast.cmpop], str] = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
_CALCULATED: dict[type[ast.operator], str] = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.FloorDiv: "*", ast.Div: "*", ast.Mod: "*",
}  # fmt: skip


@define(frozen=True)
class Fault:
    """One change to one file.

    Attributes:
        path: The file, from the root of the repository.
        where: The function, `Class.method`.
        line: Of its first character.
        kind: What is wrong afterwards.
        start: Where it begins, in bytes.
        end: Where it ends.
        before: What stands there.
        after: What is put there.
    """

    path: str
    where: str
    line: int
    kind: str
    start: int
    end: int
    before: str
    after: str

    def applied(self, source: bytes) -> bytes:
        """The file with the fault."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    @property
    def name(self) -> str:
        """What it is called, whatever stands in the lines before it."""
        before, after = (" ".join(one.split())[:90] for one in (self.before, self.after))
        return f"{self.path} {self.where}: {self.kind}: {before} -> {after}"

    def __str__(self) -> str:
        return f"line {self.line} of {self.name}"


def faults_in(path: str, source: bytes) -> list[Fault]:
    """All faults that could be made in the functions of a file, in the order of the text."""
    found = _Finder(path, source)
    found.visit(ast.parse(source))
    return sorted(found.faults, key=lambda one: (one.start, one.end, one.kind, one.after))


class _Finder(ast.NodeVisitor):
    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.faults: list[Fault] = []
        self._names: list[str] = []
        self._functions = 0
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    # ------------------------------------------------------------------ places

    def _place(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column

    def _span(self, node: Any) -> tuple[int, int]:
        return self._place(node.lineno, node.col_offset), self._place(node.end_lineno, node.end_col_offset)

    def _text(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self.source[start:end].decode()

    def _operand(self, node: ast.AST) -> str:
        simple = isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Constant | ast.Subscript)
        return self._text(node) if simple else f"({self._text(node)})"

    def _add(self, kind: str, node: Any, after: str, until: Any = None) -> None:
        start, end = self._span(node)[0], self._span(until or node)[1]
        before = self.source[start:end].decode()
        if self._functions and before != after:
            self.faults.append(Fault(self.path, ".".join(self._names), node.lineno, kind, start, end, before, after))

    # ------------------------------------------------------------------ scopes

    def _visit_named(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        is_function = not isinstance(node, ast.ClassDef)
        self._names.append(node.name)
        self._functions += is_function
        self._swap_awaits(node.body)
        for one in node.body:
            self.visit(one)
        self._functions -= is_function
        self._names.pop()

    visit_ClassDef = visit_FunctionDef = visit_AsyncFunctionDef = _visit_named  # noqa: N815  # names of `ast`

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        """Left as it is: it can't be wrong in a way that the code around it doesn't show."""

    # ------------------------------------------------------------------ values

    def visit_Compare(self, node: ast.Compare) -> None:
        if len(node.ops) == 1:
            for kind, table in (("comparison flipped", _FLIPPED), ("boundary off by one", _BOUNDARY)):
                if (other := table.get(type(node.ops[0]))) is not None:
                    self._add(kind, node, f"{self._operand(node.left)} {other} {self._operand(node.comparators[0])}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word = " or " if isinstance(node.op, ast.And) else " and "
        self._add("and/or exchanged", node, f"({word.join(f'({self._text(one)})' for one in node.values)})")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if (other := _CALCULATED.get(type(node.op))) and not isinstance(node.left, ast.Constant | ast.JoinedStr):
            self._add("calculation changed", node, f"{self._operand(node.left)} {other} {self._operand(node.right)}")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if other := _CALCULATED.get(type(node.op)):
            self._add("calculation changed", node, f"{self._text(node.target)} {other}= {self._text(node.value)}")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add("constant changed", node, str(not node.value))
        elif isinstance(node.value, int | float):
            self._add("constant changed", node, repr(node.value + 1))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Left as it is: the positions of what stands in it aren't known before Python 3.12."""

    # ------------------------------------------------------------------ conditions and statements

    def _negate(self, condition: ast.expr) -> None:
        if not isinstance(condition, ast.Compare):  # which is flipped
            self._add("condition negated", condition, f"(not ({self._text(condition)}))")

    def _visit_condition(self, node: ast.If | ast.While | ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    visit_If = visit_While = visit_IfExp = _visit_condition  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for one in node.ifs:
            self._negate(one)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(value, ast.Call):
            self._add("call left out", node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._add("error swallowed", node, "pass")  # what it says is for the tests of messages

    def visit_Return(self, node: ast.Return) -> None:
        falsy = isinstance(node.value, ast.Constant) and not node.value.value
        if node.value is not None and not falsy:
            self._add("None returned", node, "return None")
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.type is not None:
            self._add("error not caught", node.type, "()")
        for one in node.body:
            self.visit(one)

    def visit_With(self, node: ast.With | ast.AsyncWith) -> None:
        if len(node.items) == 1 and node.items[0].optional_vars is None:
            self._add("lock left out", node, "if True", until=node.items[0].context_expr)
        self.generic_visit(node)

    visit_AsyncWith = visit_With  # noqa: N815

    def visit_Break(self, node: ast.Break) -> None:
        self._add("break/continue exchanged", node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add("break/continue exchanged", node, "break")

    def generic_visit(self, node: ast.AST) -> None:
        for name in ("body", "orelse", "finalbody"):
            if isinstance(block := getattr(node, name, None), list):
                self._swap_awaits(block)
        super().generic_visit(node)

    def _swap_awaits(self, block: list[ast.stmt]) -> None:
        for first, second in itertools.pairwise(block):
            if _is_action(first) and _is_action(second) and _may_swap(first, second):
                indent = "\n" + " " * first.col_offset
                self._add("order of awaits", first, self._text(second) + indent + self._text(first), until=second)


def _is_action(one: ast.stmt) -> bool:
    """Whether a statement is a call or an assignment, and no docstring."""
    return isinstance(one, ast.Assign) or (isinstance(one, ast.Expr) and not isinstance(one.value, ast.Constant))


def _may_swap(first: ast.stmt, second: ast.stmt) -> bool:
    """Whether one of them awaits, and the second doesn't read what the first assigns."""
    nodes = list(ast.walk(second))
    assigned = {one.id for one in ast.walk(first) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    read = {one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    return not assigned & read and any(isinstance(one, ast.Await) for one in [*ast.walk(first), *nodes])


def sample(faults: dict[str, list[Fault]], number: int, choose: Any) -> Iterator[tuple[str, Fault]]:
    """A number of faults: of each target in turn, and of each kind that it has before one comes again.

    Args:
        faults: By target.
        number: How many.
        choose: A `random.Random`.
    """
    queues = {name: _mixed(found, choose) for name, found in sorted(faults.items())}
    while number > 0 and queues:
        for name in list(queues):
            one = next(queues[name], None)
            if one is None:
                del queues[name]
            elif number > 0:
                number -= 1
                yield name, one


def _mixed(found: list[Fault], choose: Any) -> Iterator[Fault]:
    by_kind: dict[str, list[Fault]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(one)
    for kind in by_kind.values():
        choose.shuffle(kind)
    while by_kind:
        kinds = sorted(by_kind)
        choose.shuffle(kinds)
        for kind in kinds:
            yield by_kind[kind].pop()
            if not by_kind[kind]:
                del by_kind[kind]
