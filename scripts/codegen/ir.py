"""What the generator knows of a document once it has read it: plain data, no behaviour to speak of.

Everything downstream (naming, code, templates, the reference page) works on these and never on raw JSON.
"""

from __future__ import annotations

from typing import Any, Literal

from attrs import define, evolve, field

Kind = Literal[
    "any",
    "str",
    "int",
    "float",
    "bool",
    "none",
    "decimal",
    "date",
    "datetime",
    "bytes",
    "enum",
    "model",
    "list",
    "map",
    "union",
]


@define
class Type:
    """A type in the document. `model` and `enum` point to what they refer to, so that a late rename reaches all."""

    kind: Kind
    nullable: bool = False
    model: Model | None = field(default=None, repr=False)
    enum: Enum | None = field(default=None, repr=False)
    items: Type | None = None
    variants: tuple[Type, ...] = ()
    discriminator: str | None = None
    mapping: dict[str, Type] = field(factory=dict)
    #: The document gives no mapping: values may be called otherwise than the classes, and then the best fit decides.
    implied: bool = False
    #: Of a decimal: it is written as a JSON number.
    number: bool = False
    #: Of something sent whose form is unknown: what it holds has the API's names, and those have no underscores.
    has_wire_names: bool = False
    #: The only value that the document allows.
    const: Any = None

    def bare(self) -> Type:
        """The same without null."""
        return evolve(self, nullable=False)

    def or_none(self) -> Type:
        """The same or null."""
        return self if self.kind in ("any", "none") else evolve(self, nullable=True)

    def models(self) -> list[Model]:
        """The models that a value of this type can hold directly (not through another model)."""
        found = [self.model] if self.model is not None else []
        for inner in (self.items, *self.variants, *self.mapping.values()):
            if inner is not None:
                found += inner.models()
        return found

    def enums(self) -> list[Enum]:
        """Return the enums in a type."""
        found = [self.enum] if self.enum is not None else []
        for inner in (self.items, *self.variants):
            if inner is not None:
                found += inner.enums()
        return found


@define(eq=False)
class Enum:
    """An open enumeration: the values known today."""

    values: tuple[str | int, ...]
    name: str = ""
    description: str = ""
    #: Where an inline enum stands: (owner, property name). Decides its name.
    places: list[tuple[str, str]] = field(factory=list)

    @property
    def base(self) -> Literal["str", "int"]:
        """The type of the values."""
        return "int" if isinstance(self.values[0], int) else "str"


@define
class Field:
    """A property of a model."""

    wire: str
    python: str
    type: Type
    required: bool
    description: str = ""
    example: Any = None
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    inferred: bool = False
    #: The document doesn't require it, but responses are thought to have it.
    inferred_required: bool = False
    #: None may be sent, as null.
    takes_null: bool = False


@define(eq=False)
class Model:
    """An object schema that becomes a class."""

    name: str
    description: str = ""
    fields: list[Field] = field(factory=list)
    additional: Type | None = None
    in_request: bool = False
    in_response: bool = False
    inferred: bool = False
    incomplete: bool = False
    #: The class that says, for type checkers, what a mapping in its place may hold; empty where it is never sent.
    dict_name: str = ""
    component: bool = False  # a schema of the document's own, not an inline one
    broken: str = ""  # why no class can be made of it

    def types(self) -> list[Type]:
        """The types of its fields, and of what else it may hold."""
        return [one.type for one in self.fields] + ([self.additional] if self.additional is not None else [])


@define
class Parameter:
    """A parameter of an operation."""

    wire: str
    python: str
    location: Literal["path", "query", "header", "cookie"]
    type: Type
    required: bool
    style: str
    explode: bool
    description: str = ""
    default: Any = None
    example: Any = None
    bounds: str = ""
    #: The smallest and the largest whole number that the document allows.
    minimum: int | None = None
    maximum: int | None = None
    inferred: bool = False
    deprecated: bool = False


@define
class Body:
    """The body of an operation."""

    content_type: str
    encoding: Literal["json", "form", "multipart", "content"]
    type: Type
    required: bool
    #: Its fields are not published, but concluded from those of a sibling.
    inferred: bool = False


@define
class Success:
    """A successful response of an operation."""

    status: int | None  # None: any (a range, or 'default')
    decoding: Literal["json", "bytes", "text", "empty"]
    type: Type


@define
class Pagination:
    """How the responses of a list are paged: the names of its parameters and fields."""

    page_parameter: str
    limit_parameter: str | None
    items: str
    total: str | None
    page: str | None
    limit: str | None
    total_pages: str | None
    item_type: Type
    items_inferred: bool = False
    #: The largest limit that the document allows, and the one that the API takes when none is sent.
    max_limit: int | None = None
    default_limit: int | None = None


@define(eq=False)
class Operation:
    """One operation with all that a client, a test or a page of documentation needs to know of it."""

    http_method: str
    path: str
    tag: str
    summary: str
    description: str
    operation_id: str | None
    parameters: list[Parameter] = field(factory=list)
    body: Body | None = None
    successes: list[Success] = field(factory=list)
    errors: list[tuple[str, str]] = field(factory=list)
    scopes: tuple[str, ...] = ()
    scopes_inferred: bool = False
    path_inferred: bool = False
    auth: tuple[str, ...] = ()
    idempotency: str = "none"
    idempotency_header: str | None = None
    pagination: Pagination | None = None
    deprecated: bool = False
    successor: str | None = None
    #: The Python name of the successor, filled in by `naming`.
    successor_name: str | None = None
    sunset: str | None = None
    #: Licenses of the company, one of which is needed.
    licenses: tuple[str, ...] = ()
    #: Field of the body, its value, and the licenses all of which are needed then.
    licenses_when: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    read_back: str | None = None
    #: How an unknown outcome is settled: arguments of the generated `Settlement`.
    settlement: dict[str, Any] | None = None
    #: The class name that inline schemas of the operation are named after.
    inline_owner: str = ""
    # Python names, filled in by `naming`
    resource: str = ""
    name: str = ""
    module: str = ""

    @property
    def key(self) -> str:
        """METHOD and path: how a person names the operation."""
        return f"{self.http_method} {self.path}"

    @property
    def python(self) -> str:
        """`resource.method`: how Python code names the operation."""
        return f"{self.resource}.{self.name}"


@define
class Loss:
    """Something of the document that the package does not offer."""

    operation: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.what}: {self.why}"


@define
class Api:
    """The whole document, read."""

    title: str
    version: str
    server: str
    operations: list[Operation]
    models: list[Model]
    enums: list[Enum]
    losses: list[Loss] = field(factory=list)
    notes: list[str] = field(factory=list)
