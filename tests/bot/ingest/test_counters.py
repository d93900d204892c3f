from bot.ingest.counters import Counters


def test_the_end_is_told_in_words_and_only_of_what_there_was() -> None:
    assert Counters(accepted=3, stored=3).in_words() == "3 events counted"
    assert Counters(stored=1, backfilled=1).in_words() == (
        "1 event counted, 1 message read from the past"
    )
    assert Counters(stored=1234, ignored=5, refused=2, lost=1, backfilled=9).in_words() == (
        "1,234 events counted, 9 messages read from the past, "
        "5 left out as their channel or author is, "
        "2 refused while the queue was full or closing, 1 lost"
    )
