"""Webhook endpoints. Deliveries are made by `deliveries`.

Of the bodies `url` and `enabledEvents` are published. Where none are given, the sandbox delivers all topics; it takes
`enabled`, too; other fields are kept and shown. After a roll only the new secret signs.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...webhooks.events import EVENTS
from ..http.errors import Constraints, absent, validation_failed
from ..http.lists import listed, sorted_by
from ..http.registry import Call, Reply, handles
from ..http.validation import refuse_fields
from . import known
from .deliveries import is_loopback

if TYPE_CHECKING:
    from ..state import Record, State

TEST_TOPIC = "webhook.test"
_COMPUTED = ("id", "secret", "createdAt", "updatedAt")
_PRIVATE_NAMES = (".local", ".internal", ".localdomain", ".home.arpa")


@handles("webhook_endpoints.list", gives=known.WEBHOOK_ENDPOINT)
def list_endpoints(call: Call) -> Reply:
    """A page of endpoints without secrets, newest first, in the envelope that this list has to itself."""
    return listed(call, sorted_by(call.state.webhook_endpoints, {}))


@handles("webhook_endpoints.create", takes=known.CREATE_WEBHOOK_ENDPOINT, gives=known.WEBHOOK_ENDPOINT_SECRET)
def create(call: Call) -> Reply:
    """An endpoint, with its signing secret this once."""
    state = call.state
    endpoint = state.webhook_endpoints.add({**state.stamped(), **_fields(call)})
    return Reply({**endpoint, "secret": _new_secret(state, endpoint["id"])})


@handles("webhook_endpoints.get", gives=known.WEBHOOK_ENDPOINT)
def get(call: Call) -> Reply:
    """One endpoint, without its secret."""
    return Reply(call.state.webhook_endpoints.get(call.id))


@handles("webhook_endpoints.update", takes=known.UPDATE_WEBHOOK_ENDPOINT, gives=known.WEBHOOK_ENDPOINT)
def update(call: Call) -> Reply:
    """Replaces what can be set; the secret stays."""
    state = call.state
    old = state.webhook_endpoints.get(call.id)
    fields = _fields(call)
    kept = {"id": old["id"], "createdAt": old["createdAt"], "updatedAt": state.now()}
    return Reply(state.webhook_endpoints.add({**kept, **fields}))


@handles("webhook_endpoints.delete")
def delete(call: Call) -> Reply:
    """Deletes an endpoint; deliveries to it that are under way fail."""
    call.state.webhook_endpoints.get(call.id)
    call.state.webhook_endpoints.remove(call.id)
    del call.state.webhook_secrets[call.id]
    return Reply()


@handles("webhook_endpoints.roll_secret", gives=known.WEBHOOK_ENDPOINT_SECRET)
def roll_secret(call: Call) -> Reply:
    """A new secret, shown this once. From now on it signs alone, retries included."""
    endpoint = call.state.webhook_endpoints.get(call.id)
    endpoint["updatedAt"] = call.state.now()
    return Reply({**endpoint, "secret": _new_secret(call.state, call.id)})


@handles("webhook_endpoints.send_test_event")
def send_test_event(call: Call) -> Reply:
    """Queues an event for this endpoint alone: `webhook.test`, or the `type` in the body (the sandbox's own)."""
    call.state.webhook_endpoints.get(call.id)
    topic = call.body.get("type", TEST_TOPIC)
    if not isinstance(topic, str) or not topic:
        raise validation_failed({"type": {"isString": "type must be a string"}})
    data: Record = {"test": True}
    if topic.startswith("subscription."):
        data |= {"subscriptionId": call.state.ids.next(), "versionId": call.state.ids.next()}
        data["partnerReferenceId"] = None
    event = call.state.emit(topic, data, endpoint_id=call.id)
    return Reply({"id": event.id, "type": event.type, "status": "queued"})


def _fields(call: Call) -> Record:
    body = call.body
    refuse_fields(body, _COMPUTED)
    found: Constraints = {}
    if "url" not in body:
        found["url"] = absent("url")
    elif not _is_public(body["url"]) and not (call.state.allow_local_webhooks and _is_web(body["url"])):
        found["url"] = {"isPublicHttpsUrl": "url must be a public https URL"}
    topics = body.get("enabledEvents", [])
    if not isinstance(topics, list) or not all(isinstance(one, str) for one in topics):
        found["enabledEvents"] = {"isArray": "enabledEvents must be an array of strings"}
    elif unknown := sorted(set(topics) - EVENTS.keys()):
        text = f"{unknown[0]} is none of the following values: {', '.join(EVENTS)}"
        found["enabledEvents"] = {"isEnum": f"each value in enabledEvents must be a known event: {text}"}
    if not isinstance(body.get("enabled", True), bool):
        found["enabled"] = {"isBoolean": "enabled must be a boolean value"}
    if found:
        raise validation_failed(found)
    return {"enabledEvents": [], "enabled": True, **body}


def _is_web(url: Any) -> bool:
    return bool(_host(url, ("http", "https")))


def _is_public(url: Any) -> bool:
    host = _host(url, ("https",))
    if is_loopback(host):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        # Names aren't resolved: the sandbox asks no network. One without a dot is of some private network.
        return "." in host and not host.endswith(_PRIVATE_NAMES)


def _host(url: Any, schemes: tuple[str, ...]) -> str:
    """The host that a URL names, without the dot of the root; empty where it is no URL of these schemes."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").rstrip(".") if parts.scheme in schemes else ""
    except (ValueError, AttributeError, TypeError):
        return ""


def _new_secret(state: State, endpoint_id: str) -> str:
    number = state.next_number("webhook-secret", 1)
    key = hashlib.sha256(f"webhook-secret/{number}".encode()).digest()[:24]
    secret = f"whsec_{base64.b64encode(key).decode()}"
    state.webhook_secrets[endpoint_id] = secret
    return secret
