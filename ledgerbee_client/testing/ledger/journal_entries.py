"""Posted journal entries, v1 and v2 in one book.

Where the documentation is silent: batches take 1 to 100 elements, as those of drafts do, and answer `totalCreated` and
`entries`; a reversal is an entry of today with opposite amounts, the two name each other in `reversesEntryId` and
`reversedByEntryId`, and an entry is reversed once; fields that are sent with a reversal become the reversal's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..http.bodies import batch_of, objects_of
from ..http.errors import invalid, refused
from ..http.lists import listed, sorted_by
from ..http.registry import Call, Reply, handles
from ..http.validation import refuse_fields
from ..state import without
from . import known
from .entry_filters import ENTRY_FILTERS, matches
from .posting import SERVER_SET, negated, prepare_entry

if TYPE_CHECKING:
    from ..state import Record, State

_CORRECTABLE = ("reference", "externalSystemId")
_NOT_COPIED = (*SERVER_SET, "externalSystemId", "date")
_ENTRY_IDS = ("journalEntryId", "entryId", "id")


@handles("journal_entries.list", gives=known.JOURNAL_ENTRY, query=ENTRY_FILTERS)
def list_journal_entries(call: Call) -> Reply:
    """A page of entries, newest first; all filters must hold, bounds are inclusive."""
    found = [one for one in call.state.journal_entries if matches(one, call.query)]
    return listed(call, sorted_by(found, {}))


@handles("journal_entries.create_v1", takes=known.CREATE_JOURNAL_ENTRY, gives=known.JOURNAL_ENTRY)
@handles("journal_entries.create", takes=known.JOURNAL_ENTRY_V2_INPUT, gives=known.JOURNAL_ENTRY)
def create_journal_entry(call: Call) -> Reply:
    """Posts an entry. In v1 the caller sends every line, in v2 the server adds the receivable or payable leg."""
    state = call.state
    return Reply(prepare_entry(state, call.body, counter_side=is_v2(call)).store(state, state.journal_entries))


@handles(
    "journal_entries.create_batch_v1",
    gives=known.JOURNAL_ENTRIES_CREATE_BATCH_V1_RESPONSE,
)
@handles(
    "journal_entries.create_batch",
    takes=known.CREATE_JOURNAL_ENTRIES_BATCH_V2,
)
def create_journal_entries(call: Call) -> Reply:
    """Posts all entries or none, and answers in the order of the request."""
    state = call.state
    name, elements = batch_of(call.body, "entries")
    prepared = [
        prepare_entry(state, body, f"{name}.{index}.", counter_side=is_v2(call))
        for index, body in enumerate(objects_of(elements, name))
    ]
    entries = [one.store(state, state.journal_entries) for one in prepared]
    return Reply({"totalCreated": len(entries), "entries": entries})


@handles("journal_entries.get", gives=known.JOURNAL_ENTRY)
def get_journal_entry(call: Call) -> Reply:
    """One entry."""
    return Reply(call.state.journal_entries.get(call.id))


@handles("journal_entries.update", takes=known.UPDATE_JOURNAL_ENTRY, gives=known.JOURNAL_ENTRY)
def update_journal_entry(call: Call) -> Reply:
    """Changes the two things that can be changed on a posted entry."""
    entry = call.state.journal_entries.get(call.id)
    refuse_fields(call.body, sorted(call.body.keys() - set(_CORRECTABLE)))
    entry |= call.body | {"updatedAt": call.state.now()}
    return Reply(entry)


@handles("journal_entries.list_attachments")
def list_attachments(call: Call) -> Reply:
    """The files of an entry, as they were sent."""
    entry = call.state.journal_entries.get(call.id)
    return Reply(call.state.attachments.get(entry["id"], []))


@handles("journal_entries.reverse", gives=known.JOURNAL_ENTRY)
def reverse_journal_entry(call: Call) -> Reply:
    """Posts the reversal and answers with it."""
    refuse_fields(call.body, SERVER_SET)
    entry = call.state.journal_entries.get(call.id)
    _refuse_reversed([entry])
    return Reply(_reverse(call.state, entry, call.body))


@handles(
    "journal_entries.reverse_batch",
)
def reverse_journal_entries(call: Call) -> Reply:
    """Reverses all entries or none. The body isn't published: an array of ids, or of objects with an id, will do."""
    state = call.state
    name, elements = batch_of(call.body, "ids")
    common = without(call.body, name)
    refuse_fields(common, SERVER_SET)
    wanted = [_wanted(element, f"{name}.{index}") for index, element in enumerate(elements)]
    entries = [state.journal_entries.refer(one, f"{name}.{index}") for index, (one, _) in enumerate(wanted)]
    _refuse_reversed(entries)
    pairs = zip(entries, wanted, strict=True)
    reversals = [_reverse(state, entry, common | fields) for entry, (_, fields) in pairs]
    return Reply({"totalReversed": len(reversals), "entries": reversals})


def is_v2(call: Call) -> bool:
    """Whether the call is one of those that add the receivable or payable leg."""
    return "v1" not in call.operation.name


def _wanted(element: Any, path: str) -> tuple[str, Record]:
    """The id of an entry to reverse, and the fields for its reversal."""
    if isinstance(element, str):
        return element, {}
    for fields in objects_of([element], path.rpartition(".")[0]):
        for name in _ENTRY_IDS:
            if isinstance(fields.get(name), str):
                rest = without(fields, *_ENTRY_IDS, *SERVER_SET)
                return fields[name], rest
    raise invalid(path, "isString", "each value must name a journal entry")


def _refuse_reversed(entries: list[Record]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if "reversedByEntryId" in entry or entry["id"] in seen:
            raise refused("Journal entry is already reversed")
        seen.add(entry["id"])


def _reverse(state: State, entry: Record, fields: Record) -> Record:
    copied = {name: value for name, value in negated(entry).items() if name not in _NOT_COPIED}
    today = state.today().isoformat()
    reversal = state.journal_entries.add(
        {**state.stamped(), **copied, "date": today, **fields, "reversesEntryId": entry["id"]}
    )
    entry |= {"reversedByEntryId": reversal["id"], "updatedAt": state.now()}
    return reversal
