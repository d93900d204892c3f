from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from classifier.bigram_table import BITS, MASK, BigramTable

# Few different words, and the greatest of all, so that what is sought is often there.
NUMBERS = st.one_of(st.integers(0, 5), st.sampled_from([1000, MASK - 1]))
PAIRS = st.builds(lambda left, right: left << BITS | right, NUMBERS, NUMBERS)


def table_of(columns: dict[int, int]) -> BigramTable:
    return BigramTable(
        np.array(list(columns), np.int64), np.array(list(columns.values()), np.int64)
    )


@given(st.dictionaries(PAIRS, st.integers(1, MASK)), st.lists(PAIRS | st.integers(-(2**20), -1)))
def test_each_pair_has_its_column_and_others_have_none(
    columns: dict[int, int], sought: list[int]
) -> None:
    pairs = table_of(columns)
    found = pairs.columns(np.array(sought, np.int64)).tolist()
    assert found == [columns.get(pair, 0) for pair in sought]
    assert found == pairs.columns_of_few(sought)


def test_many_pairs_are_all_found_though_some_share_a_slot() -> None:
    random = np.random.default_rng(1)
    pairs = np.unique(random.integers(0, 1 << (2 * BITS), 50_000))
    columns = random.permutation(len(pairs)) + 1
    table = BigramTable(pairs[::2], columns[::2])
    found = table.columns(pairs)
    assert (found[::2] == columns[::2]).all()
    assert not found[1::2].any()
    assert found.tolist() == table.columns_of_few(pairs.tolist())
