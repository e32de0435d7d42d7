"""Projects and subprojects.

A project has a dimension, and its subprojects are the values of it, under the same ids; one of them, the default, is
made with the project. Bodies aren't published: the fields of the answer can be sent, others are kept as they are. An
update sets what is sent and leaves the rest. Archiving happens in the app: set `isArchived` in
`sandbox.state.projects`; from then on every change is refused.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .. import money
from ..http.bodies import check_open, text_of
from ..http.errors import missing, not_found, refused
from ..http.registry import Call, Reply, handles
from ..ledger.posting import tags_of
from ..money import BASE_CURRENCY
from ..state import without
from . import known

if TYPE_CHECKING:
    from ..state import Record, State

_READ_ONLY = ("id", "isArchived", "dimensionId", "defaultSubprojectId", "subprojects", "createdAt", "updatedAt")


@handles("projects.list", gives=known.PROJECT, query=("includeArchived",))
def list_projects(call: Call) -> Reply:
    """Every project; archived ones on demand."""
    archived = call.query.get("includeArchived", False)
    return Reply([_shown(call.state, one) for one in call.state.projects if archived or not one["isArchived"]])


@handles("projects.upsert", takes=known.UPSERT_PROJECT, gives=known.PROJECT)
def upsert_project(call: Call) -> Reply:
    """200 when a project with the `externalReference` was there and is updated in place, 201 when one is made."""
    _check(call)
    if call.body.get("externalReference") is None:
        raise missing("externalReference")
    found = call.state.projects.where(externalReference=call.body["externalReference"])
    if found:
        return Reply(_update(call, found[0]), status=200)
    project = _add(call.state, call.body)
    return Reply(_shown(call.state, project), status=201)


@handles("projects.create", gives=known.PROJECT)
def create_project(call: Call) -> Reply:
    """A project with its default subproject."""
    _check(call)
    return Reply(_shown(call.state, _add(call.state, call.body)))


@handles("projects.get", gives=known.PROJECT)
def get_project(call: Call) -> Reply:
    """One project with its subprojects."""
    return Reply(_shown(call.state, call.state.projects.get(call.id)))


@handles("projects.update", gives=known.PROJECT)
def update_project(call: Call) -> Reply:
    """Sets what is sent."""
    project = call.state.projects.get(call.id)
    _check(call)
    return Reply(_update(call, project))


@handles("projects.profit")
def get_project_profit(call: Call) -> Reply:
    """Revenue, cost and profit: the customer and supplier invoices in the journal that a subproject's id tags.

    Neither the fields nor the rule are published; these are the sandbox's own.
    """
    project = call.state.projects.get(call.id)
    revenue = _posted(call.state, project, "CUSTOMER_INVOICE")
    cost = _posted(call.state, project, "SUPPLIER_INVOICE")
    return Reply(
        {
            "projectId": project["id"],
            "currency": project["currency"],
            "revenue": money.wire(revenue),
            "cost": money.wire(cost),
            "profit": money.wire(revenue - cost),
        }
    )


@handles("projects.create_subproject", gives=known.SUBPROJECT)
def create_subproject(call: Call) -> Reply:
    """A subproject, after the others unless `sortOrder` says otherwise."""
    project = _editable(call)
    _check_subproject(call)
    return Reply(_shown_subproject(_add_subproject(call.state, project, call.body)))


@handles("projects.update_subproject", gives=known.SUBPROJECT)
def update_subproject(call: Call) -> Reply:
    """Sets what is sent."""
    _editable(call)
    subproject = _subproject(call)
    _check_subproject(call)
    subproject |= call.body
    call.state.dimension_values.get(subproject["id"])["name"] = subproject["name"]
    return Reply(_shown_subproject(subproject))


@handles("projects.delete_subproject")
def delete_subproject(call: Call) -> Reply:
    """Deletes a subproject, but not the default one."""
    project, subproject = _editable(call), _subproject(call)
    if subproject["id"] == project["defaultSubprojectId"]:
        raise refused("The default subproject cannot be deleted")
    call.state.subprojects.remove(subproject["id"])
    call.state.dimension_values.remove(subproject["id"])
    return Reply()


def _add(state: State, fields: Record) -> Record:
    if fields.get("externalReference") is not None:
        state.projects.require_unique("externalReference", fields["externalReference"])
    stamps = state.stamped()
    name = fields.get("name", f"Project {len(state.projects) + 1}")
    dimension = state.dimensions.add({"id": state.ids.next(), "name": _free_name(state, name), "isUnique": True})
    project = state.projects.add(
        {
            **stamps,
            "currency": BASE_CURRENCY,
            "customerId": None,
            "budgetHours": None,
            "budgetAmount": None,
            "startDate": None,
            "endDate": None,
            "externalReference": None,
            "color": None,
            **fields,
            "name": name,
            "isArchived": False,
            "dimensionId": dimension["id"],
        }
    )
    project["defaultSubprojectId"] = _add_subproject(state, project, {"name": "General"})["id"]
    return project


def _update(call: Call, project: Record) -> Record:
    _refuse_archived(project)
    reference = call.body.get("externalReference")
    if reference is not None:
        call.state.projects.require_unique("externalReference", reference, other_than=project["id"])
    if "name" in call.body and call.body["name"] != project["name"]:
        dimension = call.state.dimensions.get(project["dimensionId"])
        dimension["name"] = _free_name(call.state, call.body["name"])
    project |= call.body | {"updatedAt": call.state.now()}
    return _shown(call.state, project)


def _add_subproject(state: State, project: Record, fields: Record) -> Record:
    others = state.subprojects.where(projectId=project["id"])
    subproject: Record = {
        "name": f"Subproject {len(others) + 1}",
        "sortOrder": max((one["sortOrder"] for one in others), default=-1) + 1,
        **fields,
        "id": state.ids.next(),
        "projectId": project["id"],
    }
    state.dimension_values.add(
        {
            "id": subproject["id"],
            "name": subproject["name"],
            "parentId": None,
            "dimensionId": project["dimensionId"],
        }
    )
    return state.subprojects.add(subproject)


def _free_name(state: State, name: str) -> str:
    """A name for a project's dimension: names of dimensions are unique, those of projects aren't."""
    taken = {one["name"] for one in state.dimensions}
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _check(call: Call) -> None:
    check_open(call, _READ_ONLY)
    if call.body.get("customerId") is not None:
        call.state.customers.refer(call.body["customerId"], "customerId")


def _check_subproject(call: Call) -> None:
    check_open(call, ("id", "projectId"))
    if "name" in call.body and text_of(call.body, "name") is None:
        raise missing("name")


def _editable(call: Call) -> Record:
    project = call.state.projects.get(call.ids[0])
    _refuse_archived(project)
    return project


def _refuse_archived(project: Record) -> None:
    if project["isArchived"]:
        raise refused("Project is archived and cannot be changed")


def _subproject(call: Call) -> Record:
    for subproject in call.state.subprojects.where(id=call.id, projectId=call.ids[0]):
        return subproject
    raise not_found("Subproject")


def _shown(state: State, project: Record) -> Record:
    subprojects = sorted(state.subprojects.where(projectId=project["id"]), key=lambda one: one["sortOrder"])
    return {**project, "subprojects": [_shown_subproject(one) for one in subprojects]}


def _shown_subproject(subproject: Record) -> Record:
    return without(subproject, "projectId")


def _posted(state: State, project: Record, entry_type: str) -> Decimal:
    subprojects = {one["id"] for one in state.subprojects.where(projectId=project["id"])}
    amounts = (
        money.parse(entry.get("originalAmount"))
        for entry in state.journal_entries.where(entryType=entry_type)
        if subprojects.intersection(tags_of(entry))
    )
    return sum((one for one in amounts if one is not None), Decimal())
