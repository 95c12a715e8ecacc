"""Failures in the suite for all stores are to show their values, as failures in test modules do."""

import pytest

pytest.register_assert_rewrite("tests.stores.contract", "tests.stores.data")
