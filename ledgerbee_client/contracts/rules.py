"""The rule table: what a change means to a user who sends the data, and to one who reads it.

The same change has opposite meanings: a field that becomes required breaks who sends it, not who reads it. What this
package reads tolerantly is open and breaks nobody: a new field, a new value of an enum, a new form of a union whose
forms are told apart by a value, a new form of an error.
"""

from __future__ import annotations

from dataclasses import dataclass

from .levels import Direction, Level

NONE, PATCH, MINOR, MAJOR = Level.NONE, Level.PATCH, Level.MINOR, Level.MAJOR


@dataclass(frozen=True)
class Rule:
    """The level of a change in each direction, and what to do where it breaks.

    Attributes:
        request: the level for who sends it.
        response: the level for who reads it in a successful response.
        to_send: what to do about it in requests.
        to_read: what to do about it in everything that is read.
        error: the level in error bodies, where it differs from `response`.
        webhook: the level in webhooks, where it differs from `response`.
        alert: a pinned contract fails for it, although it isn't a break yet.
    """

    request: Level
    response: Level
    to_send: str = ""
    to_read: str = ""
    error: Level | None = None
    webhook: Level | None = None
    alert: bool = False

    def level(self, direction: Direction) -> Level:
        """Return the level in a direction.

        Args:
            direction: of the place that changed.
        """
        if direction is Direction.REQUEST:
            return self.request
        own = {Direction.ERROR: self.error, Direction.WEBHOOK: self.webhook}.get(direction)
        return self.response if own is None else own

    def action(self, direction: Direction, place: str = "") -> str:
        """Return what to do about it at a place; empty where nothing breaks.

        Args:
            direction: of the place that changed.
            place: where it is in its operation.
        """
        if self.level(direction) is not MAJOR and not self.alert:
            return ""
        if direction is not Direction.REQUEST:
            return self.to_read
        within = self.to_send == _PASS and any(one in place for one in ".[(")
        return _PASS_WITHIN if within else self.to_send


#: What is within an object or a list is passed with it only.
_PASS, _PASS_WITHIN = "Pass it in every call.", "Pass it wherever you pass what holds it."
_SEND = "Check the values that you send."
_READ = "Check the code that reads it."

#: Fields and their values.
_FIELDS: dict[str, Rule] = {
    "added": Rule(MINOR, MINOR),
    "added-required": Rule(MAJOR, MINOR, _PASS),
    "removed": Rule(MAJOR, MAJOR, "Stop passing it: the API refuses what it does not know.", "Stop reading it."),
    "required": Rule(MAJOR, MINOR, _PASS),
    "optional": Rule(MINOR, MAJOR, "", "Expect it to be missing."),
    "unlisted-optional": Rule(MINOR, PATCH),
    "type-changed": Rule(MAJOR, MAJOR, "Pass the new type.", "Read the new type."),
    "always-null": Rule(MAJOR, MAJOR, "Pass None.", "Expect None, and nothing else."),
    "null-left": Rule(MAJOR, PATCH, "Pass None."),  # of a value that could be null before
    "type-widened": Rule(MINOR, MAJOR, "", _READ),
    "type-narrowed": Rule(MAJOR, PATCH, _SEND),
    "format-changed": Rule(MAJOR, MAJOR, "Pass the new type.", "Read the new type."),
    "format-noted": Rule(PATCH, PATCH),
    "enum-grown": Rule(MINOR, MINOR),
    "enum-replaced": Rule(MAJOR, MAJOR, "Pass the new values.", "Compare with the new values."),
    "enum-shrunk": Rule(MAJOR, PATCH, "Stop passing the removed values."),
    "enum-closed": Rule(MAJOR, PATCH, _SEND),
    "enum-opened": Rule(MINOR, MINOR),
    "nullable": Rule(MINOR, MAJOR, "", "Expect None."),
    "not-nullable": Rule(MAJOR, PATCH, "Stop passing None."),
    "bound-tightened": Rule(MAJOR, PATCH, _SEND),
    "bound-loosened": Rule(MINOR, PATCH),
    # Two regular expressions of which neither is seen to take all that the other takes: it may refuse what was valid.
    "pattern-changed": Rule(MAJOR, PATCH, "Check the values that you send against the new pattern."),
    "default": Rule(MINOR, PATCH),
    "additional-closed": Rule(MAJOR, PATCH, "Stop passing fields that are not listed."),
    "additional-typed": Rule(MAJOR, PATCH, "Check the fields that you pass beside those that are listed."),
    "additional-opened": Rule(MINOR, PATCH),
    # A dict of anything that gets fields of its own: who reads it gets an object of a class instead of the dict.
    "dict-now-class": Rule(MINOR, MAJOR, "", "Read attributes: it was a dict, and is an object of a class now."),
    "dict-now-class-required": Rule(MAJOR, MAJOR, "Pass the required fields.", "Read attributes: it was a dict."),
    # And the other way round.
    "class-now-dict": Rule(MAJOR, MAJOR, "Pass a dict.", "Read items: it was an object of a class, and is a dict now."),
    "fields-unlisted": Rule(MAJOR, MAJOR, "Check what is still taken.", "Stop reading them: nothing is said of them."),
    "shape-known": Rule(MINOR, MINOR),
    "shape-fixed": Rule(MAJOR, MINOR, "Pass the required fields."),
    "together": Rule(MAJOR, PATCH, "Pass these fields together."),
    "not-together": Rule(MINOR, PATCH),
    "one-of-needed": Rule(MAJOR, PATCH, "Pass the fields of one of the groups."),
    "one-of-not-needed": Rule(MINOR, PATCH),
    "deprecated": Rule(MINOR, MINOR),
    "not-deprecated": Rule(PATCH, PATCH),
    "announced": Rule(PATCH, PATCH),
    "text": Rule(PATCH, PATCH),
}

#: Unions. Forms are told apart by a value (a discriminator, a constant), or they aren't.
_UNIONS: dict[str, Rule] = {
    "form-added": Rule(MINOR, MINOR),
    "form-added-untold": Rule(MINOR, MAJOR, "", "Handle the new form.", error=MINOR),
    "form-removed": Rule(MAJOR, PATCH, "Send one of the remaining forms."),
    "union-now": Rule(MINOR, MAJOR, "", "Handle each of the forms.", error=MINOR),
    "union-no-more": Rule(MAJOR, PATCH, "Send the remaining form."),
    "discriminator-added": Rule(MINOR, MINOR),
    "discriminator-removed": Rule(MINOR, MINOR),
    "discriminator-lost": Rule(MINOR, MAJOR, "", "Tell the forms apart by their fields.", error=MINOR),
    "discriminator": Rule(MAJOR, MAJOR, "Send the new field.", "Read the new field."),
    "discriminator-value": Rule(MAJOR, MAJOR, "Send the new value.", "Compare with the new value."),
}

#: Whole operations, and what surrounds their bodies.
_OPERATIONS: dict[str, Rule] = {
    "operation-added": Rule(MINOR, MINOR),
    "operation-removed": Rule(MAJOR, MAJOR),
    "webhook-added": Rule(MINOR, MINOR),
    "webhook-removed": Rule(MAJOR, MAJOR, "", "Stop waiting for it."),
    "webhook-method": Rule(MAJOR, MAJOR, "", "Accept the new method."),
    "callback-url": Rule(MINOR, MINOR),
    "class-added": Rule(MINOR, MINOR),
    "class-removed": Rule(MAJOR, MAJOR, "", "Stop importing it."),
    "operation-moved": Rule(MINOR, MINOR, "Upgrade: older releases call the old path.", alert=True),
    "operation-found": Rule(PATCH, PATCH),  # it moved from a path that was only inferred
    "body-removed": Rule(MAJOR, MAJOR, "Stop passing a body."),
    "body-added": Rule(MINOR, MINOR),
    "body-added-required": Rule(MAJOR, MAJOR, "Pass a body."),
    "body-required": Rule(MAJOR, MAJOR, "Pass a body in every call."),
    "body-optional": Rule(MINOR, MINOR),
    "parameter-moved": Rule(
        MAJOR, MAJOR, "Upgrade: older releases send it in the old place. Raw requests must follow."
    ),
    "style": Rule(MINOR, MINOR, "Upgrade: older releases write it the old way.", alert=True),
    "content-removed": Rule(MAJOR, MAJOR, "Stop passing a body.", "Stop reading a body.", error=PATCH),
    "content-added": Rule(MINOR, MINOR),
    "content-type-changed": Rule(MAJOR, MAJOR, "Send the new content type.", "Read the new content type.", error=PATCH),
    "content-type-narrowed": Rule(MAJOR, PATCH, "Send this content type.", error=PATCH),
    "content-type-widened": Rule(MINOR, MAJOR, "", "Read other content types, too.", error=PATCH),
    "content-type-removed": Rule(MAJOR, MAJOR, "Send another content type.", "Read another content type.", error=PATCH),
    "content-type-added": Rule(MINOR, MINOR),
    "encoding": Rule(MINOR, MINOR, "Upgrade: older releases write it the old way.", alert=True),
    "status-changed": Rule(PATCH, PATCH),
    "status-removed": Rule(MAJOR, MAJOR, "", "Check what is returned instead.", error=PATCH),
    "status-added": Rule(MINOR, MINOR, error=PATCH),
    "scope-added": Rule(MAJOR, MAJOR),
    "scope-removed": Rule(PATCH, PATCH),
    "scopes-known": Rule(PATCH, PATCH),  # they were only inferred
    "license-added": Rule(MAJOR, MAJOR, "Check that the company has the license."),
    "license-removed": Rule(PATCH, PATCH),
    "credential-needed": Rule(MAJOR, MAJOR),
    "credential-refused": Rule(MAJOR, MAJOR),
    "credential-added": Rule(MINOR, MINOR),
    "server": Rule(MINOR, MINOR, "Upgrade: older releases call the old host. Check firewall rules.", alert=True),
    "operation-deprecated": Rule(MINOR, MINOR, alert=True),
    "operation-not-deprecated": Rule(PATCH, PATCH),
    "sunset": Rule(PATCH, PATCH, alert=True),
    "successor": Rule(PATCH, PATCH),
    "idempotency": Rule(MINOR, MINOR, "Check what happens after an unknown outcome: retries follow this.", alert=True),
    "idempotency-better": Rule(PATCH, PATCH),
    "read-back": Rule(PATCH, PATCH),
}

#: What belongs to no operation, or to names only.
_DOCUMENT: dict[str, Rule] = {
    "api-version": Rule(PATCH, PATCH),
    "openapi-version": Rule(NONE, NONE),
    "scheme-removed": Rule(PATCH, PATCH),
    "scheme-added": Rule(MINOR, MINOR),
    "scheme-changed": Rule(MINOR, MINOR),
    "mark-resolved": Rule(PATCH, PATCH),
    "mark-added": Rule(PATCH, PATCH),
    "marks-on-fields": Rule(PATCH, PATCH),
    "path-parameter-renamed": Rule(PATCH, PATCH),
    "tag": Rule(PATCH, PATCH),
    "operation-id": Rule(PATCH, PATCH),
    "schema-renamed": Rule(PATCH, PATCH),
    "unread": Rule(PATCH, PATCH),
    "notation": Rule(PATCH, PATCH),
    "form": Rule(NONE, NONE),
}

RULES: dict[str, Rule] = {**_FIELDS, **_UNIONS, **_OPERATIONS, **_DOCUMENT}


def alerts(kind: str, level: Level) -> bool:
    """Return whether code that relies on an old contract has to know of a change.

    Args:
        kind: of the change, as in `RULES`.
        level: of the change, in its direction.
    """
    rule = RULES.get(kind)
    return level is MAJOR or (rule is not None and rule.alert)
