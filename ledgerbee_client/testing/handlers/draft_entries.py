"""Draft journal entries: v1 and v2 share the drafts. Booking makes an entry, and the draft is gone.

Where the documentation is silent: the entry gets an id of its own; fields that are sent with the booking change it; an
update sets what is sent, null takes a field away, and attachments that are sent replace those that were there. A draft
made in v2 shows the receivable or payable leg as soon as it follows from what it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import OperationKey
from ..paging import page_of, sorted_by
from ..registry import Call, Reply, handles
from ..state import without, without_nulls
from ..validation import check_fields, refuse_fields
from .bodies import batch_of, objects_of
from .entry_filters import matches
from .journal_entries import is_v2
from .posting import SERVER_SET, prepare_draft, prepare_entry, with_leg

if TYPE_CHECKING:
    from ..state import Record, State
    from .posting import Prepared

_CREATE = OperationKey("POST", "Draft Journal Entries (v2)", "Create a draft journal entry (v2)")


@handles("GET", "Draft Journal Entries", "List draft journal entries")
@handles("GET", "Draft Journal Entries (v2)", "List draft journal entries (v2)")
def list_drafts(call: Call) -> Reply:
    """A page of drafts, newest first; all filters must hold, bounds are inclusive."""
    drafts = (_shown(call.state, one) for one in call.state.draft_entries)
    return Reply(page_of(sorted_by((one for one in drafts if matches(one, call.query)), {}), call.query))


@handles("POST", "Draft Journal Entries", "Create a draft journal entry")
@handles(_CREATE.method, _CREATE.tag, _CREATE.summary)
def create_draft(call: Call) -> Reply:
    """A draft."""
    return Reply(_store(call, prepare_draft(call.state, call.body, counter_side=is_v2(call))))


@handles("POST", "Draft Journal Entries", "Create multiple draft journal entries in batch")
@handles("POST", "Draft Journal Entries (v2)", "Create draft journal entries in batch (v2)")
def create_drafts(call: Call) -> Reply:
    """All drafts or none, in the order of the request. The name of their array isn't published."""
    name, elements = batch_of(call.body, "entries")
    prepared = [
        prepare_draft(call.state, body, f"{name}.{index}.", counter_side=is_v2(call))
        for index, body in enumerate(objects_of(elements, name))
    ]
    drafts = [_store(call, one) for one in prepared]
    return Reply({"totalCreated": len(drafts), "entries": drafts})


@handles("GET", "Draft Journal Entries", "Get a single draft journal entry")
@handles("GET", "Draft Journal Entries (v2)", "Get a single draft journal entry (v2)")
def get_draft(call: Call) -> Reply:
    """One draft."""
    return Reply(_shown(call.state, call.state.draft_entries.get(call.id)))


@handles("DELETE", "Draft Journal Entries", "Delete a draft journal entry")
@handles("DELETE", "Draft Journal Entries (v2)", "Delete a draft journal entry (v2)")
def delete_draft(call: Call) -> Reply:
    """Deletes a draft and its attachments."""
    _remove(call.state, call.state.draft_entries.get(call.id))
    return Reply()


@handles("PATCH", "Draft Journal Entries (v2)", "Update a draft journal entry (v2)")
def update_draft(call: Call) -> Reply:
    """Changes what is sent. The body isn't published: the fields of the create body are checked as there."""
    state, draft = call.state, call.state.draft_entries.get(call.id)
    refuse_fields(call.body, SERVER_SET)
    check_fields(call.document.schemas, call.document.by_key[_CREATE].body_schema, without_nulls(call.body))
    prepared = prepare_draft(state, _changed(draft, call.body), counter_side=_adds_leg(state, draft))
    stamps = {"id": draft["id"], "createdAt": draft["createdAt"], "updatedAt": state.now()}
    draft.clear()
    draft |= stamps | prepared.fields
    if "attachments" in call.body:
        state.attachments[call.id] = prepared.attachments
    return Reply(_shown(state, draft))


@handles("POST", "Draft Journal Entries", "Book a draft journal entry")
@handles("POST", "Draft Journal Entries (v2)", "Book a draft journal entry (v2)")
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
