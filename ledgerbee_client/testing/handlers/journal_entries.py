"""Posted journal entries, v1 and v2 in one book.

Where the documentation is silent: batches take 1 to 100 elements, as those of drafts do, and answer `totalCreated` and
`entries`; a reversal is an entry of today with opposite amounts, the two name each other in `reversesEntryId` and
`reversedByEntryId`, and an entry is reversed once; fields that are sent with a reversal become the reversal's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import invalid, refused
from ..paging import page_of, sorted_by
from ..registry import Call, Reply, handles
from ..state import without
from ..validation import refuse_fields
from .bodies import batch_of, objects_of
from .entry_filters import matches
from .posting import SERVER_SET, negated, prepare_entry

if TYPE_CHECKING:
    from ..state import Record, State

_CORRECTABLE = ("reference", "externalSystemId")
_NOT_COPIED = (*SERVER_SET, "externalSystemId", "date")
_ENTRY_IDS = ("journalEntryId", "entryId", "id")


@handles("GET", "Journal Entries", "List journal entries")
def list_journal_entries(call: Call) -> Reply:
    """A page of entries, newest first; all filters must hold, bounds are inclusive."""
    found = [one for one in call.state.journal_entries if matches(one, call.query)]
    return Reply(page_of(sorted_by(found, {}), call.query))


@handles("POST", "Journal Entries", "Create a single journal entry (DEPRECATED — use POST /api/v2/journal-entries)")
@handles("POST", "Journal Entries (v2)", "Create a journal entry (v2)")
def create_journal_entry(call: Call) -> Reply:
    """Posts an entry. In v1 the caller sends every line, in v2 the server adds the receivable or payable leg."""
    state = call.state
    return Reply(prepare_entry(state, call.body, counter_side=is_v2(call)).store(state, state.journal_entries))


@handles("POST", "Journal Entries", "Create multiple journal entries in batch (DEPRECATED — migrate to v2)")
@handles("POST", "Journal Entries (v2)", "Create journal entries in batch (v2)")
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


@handles("GET", "Journal Entries", "Get a single journal entry")
def get_journal_entry(call: Call) -> Reply:
    """One entry."""
    return Reply(call.state.journal_entries.get(call.id))


@handles(
    "PATCH", "Journal Entries", "Update a journal entry — correct the reference and/or set your external system id"
)
def update_journal_entry(call: Call) -> Reply:
    """Changes the two things that can be changed on a posted entry."""
    entry = call.state.journal_entries.get(call.id)
    refuse_fields(call.body, sorted(call.body.keys() - set(_CORRECTABLE)))
    entry |= call.body | {"updatedAt": call.state.now()}
    return Reply(entry)


@handles("GET", "Journal Entries", "Get attachments for a journal entry")
def list_attachments(call: Call) -> Reply:
    """The files of an entry, without their content."""
    entry = call.state.journal_entries.get(call.id)
    return Reply(call.state.attachments.get(entry["id"], []))


@handles("POST", "Journal Entries", "Reverse a posted journal entry")
def reverse_journal_entry(call: Call) -> Reply:
    """Posts the reversal and answers with it."""
    refuse_fields(call.body, SERVER_SET)
    entry = call.state.journal_entries.get(call.id)
    _refuse_reversed([entry])
    return Reply(_reverse(call.state, entry, call.body))


@handles("POST", "Journal Entries", "Reverse posted journal entries in batch")
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
    return call.operation.key.tag.endswith("(v2)")


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
