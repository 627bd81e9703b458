"""Lists across townships: what is kept for a page stays small."""

from generator.analyse.gathered import Gathering, gather, most_frequent


def test_the_first_of_each_section_are_kept_and_all_are_counted():
    gathered = gather([("a", 1), ("b", 2), ("a", 3), ("a", 4)], limit=2)

    assert gathered.first == {"a": (1, 3), "b": (2,)}
    assert gathered.counts == {"a": 3, "b": 1}
    assert gathered.count == 4


def test_disclosures_are_joined_in_their_order_up_to_the_limit():
    gathering: Gathering[int] = Gathering(limit=3)

    gathering.add(gather([("a", 1), ("a", 2)], left_out=1, tally=["x", "x"]))
    gathering.add(gather([("a", 3), ("a", 4), ("b", 5)], left_out=2, tally=["y"]))

    result = gathering.result()
    assert result.first == {"a": (1, 2, 3), "b": (5,)}
    assert result.counts == {"a": 4, "b": 1}
    assert (result.left_out, result.tally) == (3, {"x": 2, "y": 1})


def test_the_most_frequent_come_first_and_equal_ones_in_the_order_of_the_text():
    assert most_frequent({"b": 1, "a": 1, "c": 5}, limit=2) == [("c", 5), ("a", 1)]
