"""Draft journal entries: v1 and v2 share the drafts. Booking makes an entry, and the draft is gone.

Where the documentation is silent: the entry gets an id of its own; fields that are sent with the booking change it; an
update sets what is sent, null takes a field away, and attachments that are sent replace those that were there. A draft
made in v2 shows the receivable or payable leg as soon as it follows from what it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.bodies import batch_of, objects_of
from ..http.lists import listed, newest_first
from ..http.registry import Call, Reply, handles
from ..http.validation import check_fields, refuse_fields
from ..state import without, without_nulls
from . import known
from .entry_filters import DRAFT_FILTERS, matches
from .journal_entries import is_v2
from .posting import SERVER_SET, prepare_draft, prepare_entry, with_leg

if TYPE_CHECKING:
    from ..state import Record, State
    from .posting import Prepared


@handles(
    "draft_journal_entries_v1.list",
    gives=known.DRAFT_JOURNAL_ENTRY,
    query=DRAFT_FILTERS,
)
@handles(
    "draft_journal_entries.list",
    gives=known.DRAFT_JOURNAL_ENTRY,
    query=DRAFT_FILTERS,
)
def list_drafts(call: Call) -> Reply:
    """A page of drafts, newest first; all filters must hold, bounds are inclusive."""
    drafts = (_shown(call.state, one) for one in call.state.draft_entries)
    return listed(call, newest_first(one for one in drafts if matches(one, call.query)))


@handles("draft_journal_entries_v1.create", gives=known.DRAFT_JOURNAL_ENTRY)
@handles("draft_journal_entries.create", takes=known.DRAFT_JOURNAL_ENTRY_INPUT, gives=known.DRAFT_JOURNAL_ENTRY)
def create_draft(call: Call) -> Reply:
    """A draft."""
    return Reply(_store(call, prepare_draft(call.state, call.body, counter_side=is_v2(call))))


@handles(
    "draft_journal_entries_v1.create_batch",
    gives=known.BATCH_CREATE_DRAFT_JOURNAL_ENTRIES,
)
@handles(
    "draft_journal_entries.create_batch",
    takes=known.CREATE_DRAFT_JOURNAL_BATCH_V2,
    gives=known.BATCH_CREATE_DRAFT_JOURNAL_ENTRIES,
)
def create_drafts(call: Call) -> Reply:
    """All drafts or none, in the order of the request. The name of their array isn't published."""
    name, elements = batch_of(call.body, "entries")
    prepared = [
        prepare_draft(call.state, body, f"{name}.{index}.", counter_side=is_v2(call))
        for index, body in enumerate(objects_of(elements, name))
    ]
    drafts = [_store(call, one) for one in prepared]
    return Reply({"totalCreated": len(drafts), "entries": drafts})


@handles("draft_journal_entries_v1.get", gives=known.DRAFT_JOURNAL_ENTRY)
@handles("draft_journal_entries.get", gives=known.DRAFT_JOURNAL_ENTRY)
def get_draft(call: Call) -> Reply:
    """One draft."""
    return Reply(_shown(call.state, call.state.draft_entries.get(call.id)))


@handles("draft_journal_entries_v1.delete")
@handles("draft_journal_entries.delete")
def delete_draft(call: Call) -> Reply:
    """Deletes a draft and its attachments."""
    _remove(call.state, call.state.draft_entries.get(call.id))
    return Reply()


@handles("draft_journal_entries.update", gives=known.DRAFT_JOURNAL_ENTRY)
def update_draft(call: Call) -> Reply:
    """Changes what is sent. The body isn't published: the fields of the create body are checked as there."""
    state, draft = call.state, call.state.draft_entries.get(call.id)
    refuse_fields(call.body, SERVER_SET)
    schema = call.document.body_schema("draft_journal_entries.create")
    check_fields(call.document.schemas, schema, without_nulls(call.body))
    prepared = prepare_draft(state, _changed(draft, call.body), counter_side=_adds_leg(state, draft))
    stamps = {"id": draft["id"], "createdAt": draft["createdAt"], "updatedAt": state.now()}
    draft.clear()
    draft |= stamps | prepared.fields
    if "attachments" in call.body:
        state.attachments[call.id] = prepared.attachments
    return Reply(_shown(state, draft))


@handles("draft_journal_entries_v1.book", gives=known.JOURNAL_ENTRY)
@handles("draft_journal_entries.book", gives=known.JOURNAL_ENTRY)
def book_draft(call: Call) -> Reply:
    """Posts the draft and answers with the entry, which has the draft's attachments."""
    state, draft = call.state, call.state.draft_entries.get(call.id)
    refuse_fields(call.body, SERVER_SET)
    prepared = prepare_entry(state, _changed(draft, call.body), counter_side=_adds_leg(state, draft))
    kept = state.attachments.get(draft["id"], [])
    entry = prepared._replace(attachments=[*kept, *prepared.attachments]).store(state, state.journal_entries)
    _remove(state, draft)
    return Reply(entry)


def _store(call: Call, prepared: Prepared) -> Record:
    draft = prepared.store(call.state, call.state.draft_entries)
    if is_v2(call):
        call.state.counter_side_drafts.add(draft["id"])
    return _shown(call.state, draft)


def _remove(state: State, draft: Record) -> None:
    state.draft_entries.remove(draft["id"])
    state.attachments.pop(draft["id"], None)
    state.counter_side_drafts.discard(draft["id"])


def _changed(draft: Record, body: Record) -> Record:
    """The body that the draft would be made of, with changes."""
    return without_nulls(without(draft, *SERVER_SET) | body)


def _adds_leg(state: State, draft: Record) -> bool:
    return draft["id"] in state.counter_side_drafts


def _shown(state: State, draft: Record) -> Record:
    return with_leg(state, draft) if _adds_leg(state, draft) else draft
