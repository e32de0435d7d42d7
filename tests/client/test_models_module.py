"""`ledgerbee_client.models`: every model, under one name and once."""

from __future__ import annotations

import copy
import importlib
import pickle

import pytest

from ledgerbee_client import models
from ledgerbee_client.generated import models as generated


def test_every_generated_model_is_there_and_is_the_same_class() -> None:
    assert models.__all__ == generated.__all__
    for name in models.__all__:
        assert getattr(models, name) is getattr(generated, name)
    assert dir(models) == sorted(models.__all__)


def test_a_name_that_does_not_exist_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match=r"ledgerbee_client\.models.*'NoSuchModel'"):
        _ = models.NoSuchModel
    with pytest.raises(ImportError, match="NoSuchModel"):
        from ledgerbee_client.models import NoSuchModel  # noqa: F401


def test_it_is_no_package_so_that_no_class_exists_twice() -> None:
    assert not hasattr(models, "__path__")
    with pytest.raises(ModuleNotFoundError, match="is not a package"):
        importlib.import_module("ledgerbee_client.models.company_response")


def test_a_model_can_be_copied_and_pickled() -> None:
    known = {"id": "c1", "name": "Bee", "email": "bee@example.com", "address": "Hive 1"}
    company = models.CompanyResponse.from_dict({**known, "anything": 1})
    assert copy.deepcopy(company) == company
    assert pickle.loads(pickle.dumps(company)) == company
