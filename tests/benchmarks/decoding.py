"""What decoding a page of 100 products costs."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from ledgerbee_client import _json as wire
from ledgerbee_client.generated.decoding import parse_list
from ledgerbee_client.models import ProductListItem

from .calls import FAST, PLAIN, read_json_with
from .measure import Row, sprint
from .models import MsgspecPage, PydanticPage, same
from .server import PAGE_OF_100


def _without_a_field(content: bytes) -> bytes:
    body = json.loads(content)
    for item in body["data"]:
        del item["description"]
    return json.dumps(body).encode()


def _with_a_new_field(content: bytes) -> bytes:
    body = json.loads(content)
    for item in body["data"]:
        item["barcode"] = "5701234567890"
    return json.dumps(body).encode()


def ours(content: bytes) -> list[ProductListItem]:
    return parse_list(ProductListItem.from_dict, wire.loads(content)["data"])


def measure(rounds: int, calls: int = 20) -> list[Row]:
    limit = msgspec.json.Decoder(MsgspecPage)
    bodies = {
        "": PAGE_OF_100,
        ", a field missing": _without_a_field(PAGE_OF_100),
        ", a new field": _with_a_new_field(PAGE_OF_100),
    }
    rows = []
    for kind, content in bodies.items():
        assert all(map(same, ours(content), PydanticPage.model_validate_json(content).data))

        def plain(content: bytes = content) -> Any:
            read_json_with(PLAIN)
            try:
                return ours(content)
            finally:
                read_json_with(FAST)

        contenders = {
            "speed": lambda content=content: ours(content),
            "plain": plain,
            "pydantic": lambda content=content: PydanticPage.model_validate_json(content),
            "msgspec, closed models": lambda content=content: limit.decode(content),
        }
        times = sprint(contenders, rounds, calls)
        what = f"decoding 100 products{kind}"
        rows.append(times.row(f"{what}, extra speed", "speed", "pydantic", bar=1.0 if kind else 0.75))
        rows.append(times.row(what, "plain", "pydantic"))
        if not kind:
            rows.append(times.row(f"{what}, extra speed", "speed", "msgspec, closed models"))
    return rows


def encoding(rounds: int, calls: int = 20) -> list[Row]:
    """A body of 100 models, from models to bytes."""
    items = ours(PAGE_OF_100)
    peers = PydanticPage.model_validate_json(PAGE_OF_100)
    contenders = {
        "to_dict": lambda: wire.dumps({"data": [item.to_dict() for item in items]}),
        "pydantic": lambda: peers.model_dump_json(by_alias=True, exclude_unset=True),
    }
    return [sprint(contenders, rounds, calls).row("encoding 100 products", "to_dict", "pydantic")]
