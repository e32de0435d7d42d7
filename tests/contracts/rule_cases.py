"""One table of changes, and what each means to who sends the data and to who reads it."""

from __future__ import annotations

from typing import Any

from tests.contracts.support import STRING, Json, object_of


def told(*forms: Json) -> Json:
    """A union whose forms are told apart by the constant `kind`."""
    return {"oneOf": [object_of(("kind",), kind={"const": chr(97 + n)}, **form) for n, form in enumerate(forms)]}


A, B, C = {"a": STRING}, {"b": STRING}, {"c": STRING}
PAIR: Json = {"type": "array", "prefixItems": [STRING, {"type": "number"}]}
EITHER: Json = {**object_of(a=STRING, b=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}


def mapped(**values: str) -> Json:
    forms = [{"$ref": f"#/components/schemas/{name}"} for name in sorted(set(values.values()))]
    mapping = {value: f"#/components/schemas/{name}" for value, name in values.items()}
    return {"oneOf": forms, "discriminator": {"propertyName": "kind", "mapping": mapping}}


COMPONENTS: dict[str, Any] = {
    "Card": object_of(("kind",), kind=STRING, number=STRING),
    "Cash": object_of(("kind",), kind=STRING, amount={"type": "number"}),
}

#: What changed, the old schema, the new one, the bump when it is sent, the bump when it is read.
RULE_CASES: list[tuple[str, Json, Json, str, str]] = [
    # what, old schema, new schema, bump when sent, bump when read
    ("optional field added", object_of(a=STRING), object_of(a=STRING, b=STRING), "minor", "minor"),
    ("required field added", object_of(a=STRING), object_of(("b",), a=STRING, b=STRING), "major", "minor"),
    ("field removed", object_of(a=STRING, b=STRING), object_of(a=STRING), "major", "major"),
    ("field now required", object_of(a=STRING), object_of(("a",), a=STRING), "major", "minor"),
    ("field now optional", object_of(("a",), a=STRING), object_of(a=STRING), "minor", "major"),
    ("field that is listed nowhere now optional", object_of(("b",), a=STRING), object_of(a=STRING), "minor", "patch"),
    ("type changed", STRING, {"type": "boolean"}, "major", "major"),
    ("type widened", {"type": "integer"}, {"type": "number"}, "minor", "major"),
    ("type narrowed", {"type": "number"}, {"type": "integer"}, "major", "patch"),
    ("any type from one", STRING, {}, "minor", "major"),
    ("one type from any", {}, STRING, "major", "patch"),
    ("format of another Python type", STRING, {"type": "string", "format": "date"}, "major", "major"),
    ("format without effect", STRING, {"type": "string", "format": "email"}, "patch", "patch"),
    ("enum grown", {"enum": ["a"]}, {"enum": ["a", "b"]}, "minor", "minor"),
    ("enum shrunk", {"enum": ["a", "b"]}, {"enum": ["a"]}, "major", "patch"),
    ("enum closed", STRING, {"type": "string", "enum": ["a"]}, "major", "patch"),
    ("enum opened", {"type": "string", "enum": ["a"]}, STRING, "minor", "minor"),
    ("now nullable", STRING, {"type": "string", "nullable": True}, "minor", "major"),
    ("no longer nullable", {"type": ["string", "null"]}, STRING, "major", "patch"),
    ("upper limit lowered", {"maximum": 9}, {"maximum": 8}, "major", "patch"),
    ("upper limit raised", {"maximum": 8}, {"maximum": 9}, "minor", "patch"),
    ("lower limit raised", {"minLength": 1}, {"minLength": 2}, "major", "patch"),
    ("limit added", STRING, {"type": "string", "pattern": "^a"}, "major", "patch"),
    ("limit removed", {"type": "string", "maxLength": 3}, STRING, "minor", "patch"),
    ("limit that is no number", {"maximum": "9"}, {"maximum": 8}, "major", "patch"),
    ("pattern changed", {"pattern": "^a"}, {"pattern": "^b"}, "major", "patch"),
    ("pattern loosened", {"pattern": "^[a-z]{3}$"}, {"pattern": "^[a-z]{3,5}$"}, "minor", "patch"),
    ("pattern tightened", {"pattern": "^[a-z]{3,5}$"}, {"pattern": "^[a-z]{3}$"}, "major", "patch"),
    ("pattern removed", {"type": "string", "pattern": "^a"}, STRING, "minor", "patch"),
    ("limit no longer allowed itself", {"minimum": 0}, {"minimum": 0, "exclusiveMinimum": True}, "major", "patch"),
    ("limit allowed itself", {"exclusiveMaximum": 9}, {"maximum": 9}, "minor", "patch"),
    ("limit lower, and no longer allowed itself", {"minimum": 1}, {"exclusiveMinimum": 0}, "minor", "patch"),
    ("multiple of less", {"multipleOf": 0.1}, {"multipleOf": 0.01}, "minor", "patch"),
    ("multiple of more", {"multipleOf": 2}, {"multipleOf": 4}, "major", "patch"),
    ("multiple of nothing", {"multipleOf": 2}, {"multipleOf": 0}, "major", "patch"),
    ("default changed", {"default": "a"}, {"default": "b"}, "minor", "patch"),
    ("choice added", {"oneOf": [object_of(a=STRING), object_of(b=STRING)]},
     {"oneOf": [object_of(a=STRING), object_of(b=STRING), object_of(c=STRING)]}, "minor", "major"),
    ("choice removed", {"oneOf": [object_of(a=STRING), object_of(b=STRING), object_of(c=STRING)]},
     {"oneOf": [object_of(a=STRING), object_of(b=STRING)]}, "major", "patch"),
    ("choice instead of one form", object_of(a=STRING), {"anyOf": [object_of(a=STRING), object_of(b=STRING)]},
     "minor", "major"),
    ("other fields refused", object_of(a=STRING), {**object_of(a=STRING), "additionalProperties": False},
     "major", "patch"),
    ("other fields allowed", {**object_of(a=STRING), "additionalProperties": False}, object_of(a=STRING),
     "minor", "patch"),
    ("other fields get a type", object_of(a=STRING), {**object_of(a=STRING), "additionalProperties": STRING},
     "major", "patch"),
    ("type of other fields", {"additionalProperties": STRING}, {"additionalProperties": {"type": "boolean"}},
     "major", "major"),
    ("items changed", {"type": "array", "items": STRING}, {"type": "array", "items": {"type": "boolean"}},
     "major", "major"),
    ("deprecated", object_of(a=STRING), object_of(a={**STRING, "deprecated": True}), "minor", "minor"),
    ("not deprecated", object_of(a={**STRING, "deprecated": True}), object_of(a=STRING), "patch", "patch"),
    ("form added, told apart", told(A, B), told(A, B, C), "minor", "minor"),
    ("form removed, told apart", told(A, B, C), told(A, B), "major", "patch"),
    ("forms in another order", told(A, B), {"oneOf": told(A, B)["oneOf"][::-1]}, "none", "none"),
    ("field of one form", told(A, B), told({"a": {"type": "number"}}, B), "major", "major"),
    ("field beside the forms", {**object_of(x=STRING), **told(A, B)}, {**object_of(x={"type": "number"}), **told(A, B)},
     "major", "major"),
    ("fields spread over forms", object_of(a=STRING, b=STRING), {"oneOf": [object_of(("a",), a=STRING),
        object_of(("b",), b=STRING)]}, "minor", "major"),
    ("one enum becomes the constants of forms", object_of(("kind",), kind={"enum": ["a", "b"]}, x=STRING),
     told({"x": STRING}, {"x": STRING}), "minor", "major"),
    ("field in none of the forms", object_of(a=STRING, b=STRING), {"oneOf": [object_of(a=STRING), object_of(c=STRING)]},
     "major", "major"),
    ("field moved into forms", object_of(a=STRING, b=STRING), {**object_of(a=STRING), "oneOf": [
        object_of(b=STRING), object_of(c=STRING)]}, "minor", "major"),
    ("field moved out of forms", {**object_of(a=STRING), **told(B, C)},
     {**object_of(a=STRING, b=STRING), **told({}, C)}, "patch", "patch"),
    ("field moved out of forms, required no more", {"oneOf": [
        object_of(("kind", "b"), kind={"const": "a"}, b=STRING), object_of(("kind",), kind={"const": "b"})]},
     {**object_of(b=STRING), **told({}, {})}, "minor", "major"),
    ("discriminator value", mapped(a="Card", b="Cash"), mapped(x="Card", b="Cash"), "major", "major"),
    ("discriminator value added", mapped(a="Card", b="Cash"), mapped(a="Card", b="Cash", c="Cash"), "minor", "minor"),
    ("nullable, and always null now", object_of(a={"type": ["string", "null"]}), object_of(a={"type": "null"}),
     "major", "patch"),
    ("always null by its only value", object_of(a=STRING), object_of(a={"type": "string", "enum": [None]}),
     "major", "major"),
    ("always null", object_of(a=object_of(x=STRING, y=STRING)), object_of(a={"type": "null"}), "major", "major"),
    ("null only before", object_of(a={"type": "null"}), object_of(a=STRING), "major", "major"),
    ("null only becomes nullable", {"type": "null"}, {"type": ["string", "null"]}, "minor", "major"),
    ("item of a tuple", PAIR, {**PAIR, "prefixItems": [STRING, STRING]}, "major", "major"),
    ("needed together", object_of(a=STRING, b=STRING),
     {**object_of(a=STRING, b=STRING), "dependentRequired": {"a": ["b"]}}, "major", "patch"),
    ("no longer needed together", {**object_of(a=STRING, b=STRING), "dependentRequired": {"a": ["b"]}},
     object_of(a=STRING, b=STRING), "minor", "patch"),
    ("one of needed", object_of(a=STRING, b=STRING), EITHER, "major", "patch"),
    ("one of no longer needed", EITHER, object_of(a=STRING, b=STRING), "minor", "patch"),
    ("dict becomes a class", object_of(a={"type": "object"}), object_of(a=object_of(x=STRING)), "minor", "major"),
    ("format uuid", {"type": "string", "format": "uuid"}, STRING, "patch", "patch"),
    ("description", STRING, {**STRING, "description": "A name."}, "patch", "patch"),
    ("unknown form documented", {"type": "object", "x-incomplete": True}, object_of(("a",), a=STRING),
     "minor", "major"),
    ("open object given a form", {"type": "object"}, object_of(("a",), a=STRING), "major", "major"),
    ("read-only field", object_of(a=STRING), object_of(("b",), a=STRING, b={**STRING, "readOnly": True}),
     "patch", "minor"),
    ("write-only field", object_of(a=STRING), object_of(("b",), a=STRING, b={**STRING, "writeOnly": True}),
     "major", "patch"),
]  # fmt: skip
