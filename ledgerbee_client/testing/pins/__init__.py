"""Contract snapshots, or "pinned contracts": what a service relies on, in a file of its own repository.

`check_pins` compares them with the schema of the installed release, so that an upgrade which changes what the service
relies on fails a test, and not production. Needs nothing but the package itself. The rules are those of
`ledgerbee_client.contracts`, by which the maintainers judge a change of the schema, too.
"""

from __future__ import annotations

import functools
import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..._scopes import operation_of
from ...contracts.snapshots import compare_snapshots, parse, snapshot
from ...generated.operations import OPERATIONS

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from ..._scopes import Call
    from ...contracts import Change

__all__ = ["check_pins"]

Json = dict[str, Any]

_UPDATE = "pytest --update-ledgerbee-pins"


def check_pins(path: str | os.PathLike[str], calls: Iterable[Call], *, update: bool = False) -> None:
    """Check that the operations are still what the file says. The fixture `ledgerbee_pins` calls it with the option.

    Args:
        path: of the file.
        calls: all operations that the service uses, as in `"invoices.send"` or `lb.invoices.send`.
        update: write the file instead.

    Raises:
        AssertionError: with one line for each change that the service has to know of.
        ValueError: a call is no operation, or the file is none that this function wrote.
    """
    __tracebackhide__ = True
    path = Path(path)
    if update:
        path.write_text(_text({one.name: _contract(one.name) for one in map(operation_of, calls)}), encoding="utf-8")
        return
    if not path.exists():
        raise AssertionError(f"{path} doesn't exist yet: write it with `{_UPDATE}`, and review it")
    found = list(_differences(_read(path), calls))
    if found:
        lines = "\n".join(f"  {line}" for line in found)
        raise AssertionError(f"{path.name} and the schema differ:\n{lines}\nAccept with `{_UPDATE}`.")


def _differences(pinned: Json, calls: Iterable[Call]) -> Iterator[str]:
    names = [_name(call, pinned) for call in calls]
    for name in dict.fromkeys(names):
        if name not in pinned:
            yield f"{name}: isn't pinned yet"
        elif name not in OPERATIONS:
            yield f"{name}: is gone"
        else:
            found = compare_snapshots(pinned[name], _contract(name))
            yield from dict.fromkeys(f"{name}: {_line(change)}" for change in found)
    yield from (f"{name}: is pinned, but not used any more" for name in pinned if name not in names)


def _line(change: Change) -> str:
    where = f"{change.part.value} {change.place}".strip()
    text = change.text if where in ("operation", "security") else f"{where}: {change.text}"
    return f"{text}. {change.action}" if change.action else text


def _name(call: Call, pinned: Json) -> str:
    return call if isinstance(call, str) and call in pinned else operation_of(call).name


def _contract(name: str) -> Json:
    operation = OPERATIONS[name]
    described = _description()
    return snapshot(described["by_label"][f"{operation.method} {operation.path}"], described["schemas"])


@functools.cache
def _description() -> Json:
    """The description of the document that the package was generated from, corrections applied."""
    text = resources.files("ledgerbee_client.generated").joinpath("contracts.json").read_text(encoding="utf-8")
    described: Json = json.loads(text)
    operations = {f"{one['method']} {one['path']}": one for one in described["operations"]}
    return {"by_label": operations, "schemas": described.get("schemas", {})}


def _read(path: Path) -> Json:
    try:
        pinned: Any = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(pinned, dict) or not all(isinstance(one, dict) for one in pinned.values()):
            raise ValueError("not an object of operations")
        for one in pinned.values():
            parse(one)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{path} is not a file of contract snapshots that this version reads ({error}); "
            f"write it anew with `{_UPDATE}`, and review the difference"
        ) from None
    return pinned


def _text(pins: Json) -> str:
    """JSON in which each field has one line."""
    return _lines(dict(sorted(pins.items())), "\n") + "\n"


def _lines(value: Any, newline: str) -> str:
    if not isinstance(value, dict) or not any(isinstance(one, dict) for one in value.values()) or "type" in value:
        return json.dumps(value, ensure_ascii=False)
    inner = f"{newline}  "
    entries = [f"{json.dumps(key, ensure_ascii=False)}: {_lines(one, inner)}" for key, one in value.items()]
    return f"{{{inner}{f',{inner}'.join(entries)}{newline}}}"
