"""Values to and from JSON: exact where it counts, lenient where the API may grow, and clear about what is wrong."""

from __future__ import annotations

import copy
import datetime as dt
import json
import math
import pickle
import string
import subprocess
import sys
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client.generated import decoding, encoding, enums, forms, urls
from ledgerbee_client.generated.errors import DecodeError, dotted
from ledgerbee_client.generated.models import CreateProductRequest, ProductType
from ledgerbee_client.generated.observing import Watch, irregular
from ledgerbee_client.generated.types import UNSET, Request, Unset

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
plain = st.from_regex(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?", fullmatch=True)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
moments = st.datetimes(timezones=offsets)


# ---------------------------------------------------------------------- decimals


@given(plain)
def test_a_decimal_survives_digit_for_digit(text: str) -> None:
    number = decoding.parse_decimal(text)
    assert isinstance(number, Decimal)
    assert encoding.encode_decimal(number, "x") == text
    assert encoding.encode_decimal(text, "x") == text


@given(decimals)
def test_a_decimal_is_never_written_with_an_exponent(number: Decimal) -> None:
    text = encoding.encode_decimal(number, "x")
    assert set(text) <= set("-.0123456789")
    assert Decimal(text) == number


@given(st.integers())
def test_an_integer_is_a_decimal(number: int) -> None:
    if len(str(abs(number))) <= 1000:
        assert encoding.encode_decimal(number, "x") == str(number)


@given(st.floats())
def test_a_float_is_refused(number: float) -> None:
    with pytest.raises(TypeError, match=r"x: .* is a float"):
        encoding.encode_decimal(number, "x")


@pytest.mark.parametrize("value", [True, None, b"1", [], UUID(int=1)])
def test_what_is_no_decimal_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match=r"must be a Decimal|None is sent as null"):
        encoding.encode_decimal(value, "x")


@pytest.mark.parametrize(
    "value", ["", "ten", "NaN", "Infinity", Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), "1e999999", "1,5"]
)
def test_no_amount_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="x: "):
        encoding.encode_decimal(value, "x")


@pytest.mark.parametrize(
    ("value", "number"), [(10, "10"), (0.1, "0.1"), ("1E-7", "1E-7"), ("+1.50", "1.50"), ("-0.00", "-0.00")]
)
def test_a_json_number_is_taken_by_its_digits(value: Any, number: str) -> None:
    assert str(decoding.parse_decimal(value)) == number


@pytest.mark.parametrize(
    "value",
    [
        "",
        "ten",
        "1_000",
        " 1",
        "1 ",
        "NaN",
        "Infinity",
        "-",
        "1e999999999",
        "١",
        "0x1",
        None,
        True,
        [],
        {},
        math.inf,
        math.nan,
    ],
)
def test_an_answer_that_is_no_decimal_is_an_error(value: Any) -> None:
    with pytest.raises(DecodeError, match="is not a decimal number"):
        decoding.parse_decimal(value)


@given(st.text(alphabet=string.printable))
def test_any_text_is_a_finite_decimal_or_an_error(text: str) -> None:
    try:
        number = decoding.parse_decimal(text)
    except DecodeError:
        return
    assert number.is_finite()
    assert len(encoding.encode_decimal(number, "x")) < 1100 + len(text)


# ---------------------------------------------------------------------- numbers, dates, date-times


@pytest.mark.parametrize(("value", "number"), [(1, 1), (1.5, 1.5), (Decimal("1.50"), 1.5), (Decimal(2), 2)])
def test_numbers(value: Any, number: float) -> None:
    assert encoding.encode_number(value, "x") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("1.5", 1.5), ("-2.50", -2.5), ("1e2", 100.0), ("0.12345678901234567891", 0.12345678901234568)],
)
def test_a_number_that_needs_no_digits_is_read_from_what_json_holds(text: str, number: float) -> None:
    read = decoding.parse_float(json.loads(text, parse_float=decoding.read_number))
    assert read == number
    assert not isinstance(read, Decimal)


@pytest.mark.parametrize("value", ["1", None, True, [], Decimal("Infinity"), Decimal("NaN"), Decimal("1e999")])
def test_what_is_no_number_that_a_float_holds_is_an_error(value: Any) -> None:
    with pytest.raises(DecodeError, match="is not a number"):
        decoding.parse_float(value)


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("7.0", 7), ("-7e2", -700), ("12345678901234567890.0", 12345678901234567890)]
)
def test_an_integer_may_be_written_with_a_fraction_of_zeros(text: str, number: int) -> None:
    read = decoding.parse_int(json.loads(text, parse_float=decoding.read_number))
    assert (read, type(read)) == (number, int)


@pytest.mark.parametrize("value", ["7", None, True, 7.5, Decimal("7.5"), math.inf, math.nan, Decimal("Infinity")])
def test_what_is_no_integer_is_an_error(value: Any) -> None:
    with pytest.raises(DecodeError, match="is not an integer"):
        decoding.parse_int(value)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (math.nan, ValueError),
        (math.inf, ValueError),
        ("1", TypeError),
        (True, TypeError),
        (Decimal("0.1234567890123456789"), ValueError),
    ],
)
def test_what_json_cannot_carry_is_refused(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="x: "):
        encoding.encode_number(value, "x")


@given(moments)
def test_an_instant_survives(moment: dt.datetime) -> None:
    text = encoding.encode_datetime(moment, "x", checked=True)
    assert decoding.parse_datetime(text) == moment
    assert encoding.encode_datetime(decoding.parse_datetime(text), "x") == text


INSTANT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-02T03:04:05Z", INSTANT),
        ("2026-01-02T05:04:05+02:00", INSTANT),
        ("2026-01-02T05:04:05+0200", INSTANT),
        ("2026-01-02T03:04:05.123Z", INSTANT.replace(microsecond=123000)),
        ("2026-01-02T03:04:05.123456789Z", INSTANT.replace(microsecond=123456)),
        ("2026-01-02T03:04:05,5Z", INSTANT.replace(microsecond=500000)),
        ("2026-01-02 03:04:05Z", INSTANT),
        ("20260102T030405Z", INSTANT),
        ("2026-01-02T24:00:00Z", dt.datetime(2026, 1, 3, tzinfo=dt.UTC)),  # only dateutil reads this
        ("2026-01", dt.datetime(2026, 1, 1)),  # and this  # noqa: DTZ001
        ("2026-01-02", dt.datetime(2026, 1, 2)),  # noqa: DTZ001
    ],
)
def test_date_times(text: str, moment: dt.datetime) -> None:
    assert decoding.parse_datetime(text) == moment


@pytest.mark.parametrize("value", ["", "yesterday", "2026-13-01T00:00:00Z", 7, None, [], "ünfug"])
def test_what_is_no_date_time_is_an_error(value: Any) -> None:
    with pytest.raises(DecodeError, match="is not a date-time"):
        decoding.parse_datetime(value)
    with pytest.raises(DecodeError, match="is not a date"):
        decoding.parse_date(value)


@given(st.dates())
def test_a_date_survives(day: dt.date) -> None:
    assert decoding.parse_date(encoding.encode_date(day, "x", checked=True)) == day
    assert encoding.encode_date(day.isoformat(), "x", checked=True) == day.isoformat()


def test_a_date_that_is_sent_as_a_date_time_is_kept_whole() -> None:
    assert decoding.parse_date("2026-01-02T03:04:05Z") == INSTANT


@pytest.mark.parametrize(
    ("encode", "value", "error"),
    [
        (encoding.encode_date, INSTANT, TypeError),
        (encoding.encode_date, "2026-01-02T03:04:05Z", ValueError),
        (encoding.encode_date, "soon", ValueError),
        (encoding.encode_date, 20260102, TypeError),
        (encoding.encode_datetime, dt.datetime(2026, 1, 2), ValueError),  # noqa: DTZ001
        (encoding.encode_datetime, "2026-01-02T03:04:05", ValueError),
        (encoding.encode_datetime, "soon", ValueError),
        (encoding.encode_datetime, dt.date(2026, 1, 2), TypeError),
    ],
)
def test_a_moment_or_day_that_is_none_is_refused(encode: Any, value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="x: "):
        encode(value, "x", checked=True)


def test_what_an_answer_holds_is_written_back_as_it_was() -> None:
    assert encoding.encode_datetime("2026-01-02T03:04:05", "x") == "2026-01-02T03:04:05"
    assert encoding.encode_datetime(dt.datetime(2026, 1, 2), "x") == "2026-01-02T00:00:00"  # noqa: DTZ001
    assert encoding.encode_date("anything", "x") == "anything"
    assert encoding.encode_any(dt.datetime(2026, 1, 2), "x", checked=False) == "2026-01-02T00:00:00"  # noqa: DTZ001


# ---------------------------------------------------------------------- open enums


class Level(enums.OpenIntEnum):
    LOW = 1


@given(st.text())
def test_an_unknown_value_is_as_good_as_its_string(text: str) -> None:
    value = ProductType(text)
    assert value == text
    assert hash(value) == hash(text)
    assert {value: 1}[text] == 1  # type: ignore[index]
    assert str(value) == text
    assert encoding.encode_enum(value) == text
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert type(copy.deepcopy(value)) is ProductType
    assert value.is_known == (text in set(ProductType))


@given(st.integers())
def test_an_unknown_number_is_as_good_as_its_integer(number: int) -> None:
    value = Level(number)
    assert value == number
    assert hash(value) == hash(number)
    assert encoding.encode_enum(value) == number
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert value.is_known == (number == 1)


def test_only_values_of_the_right_kind_are_members() -> None:
    for wrong in (7, None, [], b"a"):
        with pytest.raises(ValueError, match="is not a valid ProductType"):
            ProductType(wrong)
    for wrong in ("1", None, 1.5):
        with pytest.raises(ValueError, match="is not a valid Level"):
            Level(wrong)


def test_unknown_values_do_not_become_members_of_the_class() -> None:
    before = list(ProductType)
    ProductType("bundles")
    assert list(ProductType) == before


# ---------------------------------------------------------------------- URLs and headers


@given(st.text(min_size=1).filter(lambda text: text.strip() and text not in (".", "..")))
def test_a_path_segment_stays_one_segment(text: str) -> None:
    try:
        segment = urls.path_segment(text, "id")
    except UnicodeEncodeError:  # half of a surrogate pair: no text
        return
    assert not set(segment) & set("/?#\\ ")


@pytest.mark.parametrize("value", ["", ".", "..", " ", "\n", []])
def test_a_path_segment_that_would_reach_another_endpoint_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="id: "):
        urls.path_segment(value, "id")


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (1, "1"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (Decimal("1E+2"), "100"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (INSTANT, "2026-01-02T03:04:05+00:00"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Colour.RED, "red"),
        (ProductType("x"), "x"),
    ],
)
def test_scalars(value: Any, text: str) -> None:
    assert urls.scalar(value, "x") == text
    assert urls.query_pairs("x", value) == [("x", text)]


@pytest.mark.parametrize("value", [None, b"a", {}, object(), dt.datetime(2026, 1, 2)])  # noqa: DTZ001
def test_what_cannot_stand_in_a_url_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="x: "):
        urls.scalar(value, "x")


QUERIES: list[tuple[Any, str, bool, list[tuple[str, str]]]] = [
    (None, "form", True, []),
    (["a", "b"], "form", True, [("x", "a"), ("x", "b")]),
    (["a", "b"], "form", False, [("x", "a,b")]),
    (["a", "b"], "spaceDelimited", False, [("x", "a b")]),
    (["a", "b"], "pipeDelimited", False, [("x", "a|b")]),
    (["a", "b"], "pipeDelimited", True, [("x", "a"), ("x", "b")]),
    ([], "form", True, []),
    ({"a": 1, "b": None}, "form", True, [("a", "1")]),
    ({"a": 1, "b": None}, "form", False, [("x", "a,1")]),
    ({"a": {"b": [1, 2]}, "c": None}, "deepObject", True, [("x[a][b][]", "1"), ("x[a][b][]", "2")]),
    ({"a": Decimal("1.0")}, "json", True, [("x", '{"a":"1.0"}')]),
    ({"a": decoding.read_number("12345678901234567.89")}, "json", True, [("x", '{"a":12345678901234567.89}')]),
]


@pytest.mark.parametrize(("value", "style", "explode", "pairs"), QUERIES)
def test_query_styles(value: Any, style: str, explode: bool, pairs: list[tuple[str, str]]) -> None:
    assert urls.query_pairs("x", value, style, explode) == pairs


def test_a_model_can_be_a_query_parameter() -> None:
    model = CreateProductRequest(product_number="1", name="n", unit="u", product_group_id="g")
    assert urls.query_pairs("x", model, "deepObject")[0] == ("x[productNumber]", "1")


@pytest.mark.parametrize("text", ["a\r\nX: y", "a\nb", "a\0b"])
def test_a_header_cannot_be_broken_out_of(text: str) -> None:
    for encode in (urls.header_value, lambda value, name: urls.cookie_pair("c", value, name)):
        with pytest.raises(ValueError, match="x: a header can't hold line breaks"):
            encode(text, "x")


def test_headers_and_cookies() -> None:
    assert urls.header_value(["a", 1], "x") == "a,1"
    assert urls.cookie_pair("c", "a", "x") == "c=a"
    assert urls.cookie_pair("c", "a; admin=1", "x") == "c=a%3B%20admin%3D1"


# ---------------------------------------------------------------------- anything else


def test_anything_that_json_has() -> None:
    value = {
        "a": [
            1,
            decoding.read_number("1.5"),
            None,
            True,
            "x",
            ProductType("y"),
            Decimal("1.0"),
            dt.date(2026, 1, 2),
            INSTANT,
            UUID(int=1),
        ],
        1: (x for x in "ab"),
        "m": CreateProductRequest(product_number="1", name="n", unit="u", product_group_id="g"),
    }
    assert encoding.encode_any(value, "x") == {
        "a": [
            1,
            decoding.read_number("1.5"),
            None,
            True,
            "x",
            "y",
            "1.0",
            "2026-01-02",
            "2026-01-02T03:04:05+00:00",
            str(UUID(int=1)),
        ],
        "1": ["a", "b"],
        "m": {"productNumber": "1", "name": "n", "unit": "u", "productGroupId": "g"},
    }


@pytest.mark.parametrize("value", [object(), b"a", {"a": [object()]}, math.nan, dt.datetime(2026, 1, 2)])  # noqa: DTZ001
def test_anything_else_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="x"):
        encoding.encode_any(value, "x")


def test_a_float_is_refused_where_a_decimal_may_stand() -> None:
    with pytest.raises(TypeError, match="is a float"):
        encoding.encode_any({"a": 0.5}, "x")
    assert encoding.encode_any({"a": 0.5}, "x", checked=False) == {"a": 0.5}


@pytest.mark.parametrize("value", ["text", b"bytes", {}, 7, None])
def test_what_is_no_list_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match=r"must be a list|None is sent as null"):
        encoding.encode_list(value, str, "x")


@pytest.mark.parametrize("value", ["text", [], 7, None])
def test_what_is_no_mapping_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="x: "):
        encoding.encode_dict(value, str, "x")
    with pytest.raises(TypeError, match="x: "):
        encoding.encode_model(value, CreateProductRequest, "x")


def test_a_mapping_may_use_the_names_of_the_api_or_of_the_model() -> None:
    least = {"productNumber": "1", "name": "n", "unit": "u"}
    expected = {**least, "productGroupId": "g"}
    for key in ("productGroupId", "product_group_id"):
        assert encoding.encode_model({**least, key: "g"}, CreateProductRequest, "x") == expected
    with pytest.raises(TypeError, match="x: product_group_id is required"):
        encoding.encode_model(least, CreateProductRequest, "x")
    with pytest.raises(TypeError, match="x: product_group_id is given twice"):
        encoding.encode_model({**expected, "product_group_id": "h"}, CreateProductRequest, "x")


def test_errors_name_the_place() -> None:
    with pytest.raises(DecodeError, match=r"^\[1\]: 'x' is not a decimal number$"):
        decoding.parse_list(decoding.parse_decimal, ["1", "x"])
    with pytest.raises(DecodeError, match=r"^a: 'x' is not a decimal number$"):
        decoding.parse_dict(decoding.parse_decimal, {"a": "x"})
    with pytest.raises(DecodeError, match=r"^\[0\]: .*not a valid"):
        decoding.parse_list(ProductType, [7])
    with pytest.raises(DecodeError, match=r"^a: .*not a valid"):
        decoding.parse_dict(ProductType, {"a": 7})
    assert dotted(("data", 3, "tiers", 0, "flatFee")) == "data[3].tiers[0].flatFee"
    assert len(decoding.shown("x" * 1000)) == 60


# ---------------------------------------------------------------------- UNSET, and requests


def test_unset_is_one_thing() -> None:
    assert copy.copy(UNSET) is UNSET
    assert copy.deepcopy([UNSET])[0] is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert isinstance(UNSET, Unset)
    assert encoding.given(a=1, b=UNSET, c=None) == {"a": 1, "c": None}


def test_a_request_takes_what_the_document_does_not_know() -> None:
    request = Request("/a", json={"a": 1}).extended({"q": [1, 2]}, {"H": "v"}, {"b": Decimal("1.0")})
    assert (request.query, request.headers, request.json) == (
        [("q", "1"), ("q", "2")],
        {"H": "v"},
        {"a": 1, "b": "1.0"},
    )
    assert Request("/a").extended(None, None, {"b": 1}).json == {"b": 1}
    assert Request("/a", form={"a": "1"}).extended(None, None, {"b": [1, 2]}).form == {"a": "1", "b": ["1", "2"]}
    assert Request("/a", files=[]).extended(None, None, {"b": 1}).files == [("b", (None, "1"))]
    for request in (Request("/a", json=[1]), Request("/a", content=b"")):
        with pytest.raises(TypeError, match="extra_body"):
            request.extended(None, None, {"b": 1})


def test_forms_and_parts() -> None:
    assert forms.form_fields({"a": 1, "b": None, "c": [True], "d": {"e": 1}}, "x") == {
        "a": "1",
        "c": ["true"],
        "d": '{"e":1}',
    }
    digits = {"a": {"b": decoding.read_number("12345678901234567.89")}}
    assert forms.form_fields(digits, "x") == {"a": '{"b":12345678901234567.89}'}
    assert forms.multipart_parts(digits, "x") == [("a", (None, '{"b":12345678901234567.89}', "application/json"))]
    with pytest.raises(TypeError, match=r"x\.a"):
        forms.form_fields({"a": object()}, "x")
    with pytest.raises(TypeError, match="must be a file"):
        encoding.encode_file("text", "x")


def test_dateutil_is_imported_only_for_a_date_that_needs_it() -> None:
    code = """
import sys
from ledgerbee_client.models import ProductResponse
from ledgerbee_client.generated import decoding
decoding.parse_datetime("2026-11-22T10:00:00Z")
assert "dateutil" not in sys.modules
decoding.parse_datetime("2026-11-22T24:00")
assert "dateutil" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_watch_sees_what_is_irregular_inside_of_it_and_nothing_else() -> None:
    with Watch() as outer:
        with Watch() as inner:
            pass
        irregular()
    irregular()
    assert outer.irregular
    assert not inner.irregular
    with Watch() as later:
        pass
    assert not later.irregular


@pytest.mark.parametrize(
    ("value", "expected"), [(5, 5), ("a", "A"), ("2026-11-22", dt.date(2026, 11, 22)), (True, "of any kind")]
)
def test_of_several_kinds_the_first_that_takes_a_value_reads_it(value: Any, expected: Any) -> None:
    variants = (
        ("string", decoding.parse_date),
        ("number", decoding.parse_int),
        ("string", str.upper),
        ("any", lambda _value: "of any kind"),
    )
    assert decoding.parse_union(value, variants) == expected
