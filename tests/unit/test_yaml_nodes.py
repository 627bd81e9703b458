"""YAML as texts with places: what is read as it stands, and what is refused."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.yaml_nodes import (
    MAX_BYTES,
    Mapping,
    Node,
    Scalar,
    Sequence,
    check_bytes,
    node_at,
    parse_yaml,
    path_of,
)


def plain(node: Node | None) -> object:
    """The tree without its places."""
    if isinstance(node, Mapping):
        return {key: plain(child) for key, (_, child) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.items]
    return node.text if node else None


def codes(data: bytes) -> list[str]:
    return [f"{problem.place} {problem.code}" for problem in parse_yaml(data, "f").problems]


def read(data: bytes) -> str:
    """What the first problem says was read."""
    return parse_yaml(data, "f").problems[0].values["read"]


@pytest.mark.parametrize(
    "text",
    ["010", "0x1F", "1_000", "2024-01-01", "yes", "No", "null", "~", "1e3", "2.50", ".inf", "12:30:45"],
)
def test_a_scalar_is_the_text_that_stands_there(text):
    parsed = parse_yaml(f"value: {text}\n".encode(), "f")

    assert plain(parsed.root) == {"value": text}
    assert parsed.problems == ()


def test_every_node_knows_its_place():
    root = parse_yaml("名称: 乡\nlist:\n  - a\n  - b: c\n".encode(), "f").root

    assert node_at(root, "名称") == Scalar("乡", 0, 4)
    assert node_at(root, "list", 1, "b") == Scalar("c", 3, 7)


def test_a_path_that_leads_nowhere_ends_at_the_nearest_node():
    root = parse_yaml(b"list:\n  - a\n", "f").root

    assert node_at(root, "list", 7, "b") == node_at(root, "list")
    assert path_of(("list", 7, "b")) == "list[7].b"


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\n\n"])
def test_a_file_without_value_has_no_tree_and_no_problem(data):
    parsed = parse_yaml(data, "f")

    assert parsed.root is None
    assert parsed.problems == ()


def test_a_key_without_value_is_a_blank():
    assert plain(parse_yaml(b"a:\nb: ''\n", "f").root) == {"a": "", "b": ""}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a: &x 1\nb: *x\n", ["f:1:4 yaml-anchor", "f:2:4 yaml-anchor"]),
        (b"a: &x [1]\n", ["f:1:4 yaml-anchor"]),
        (b"a: &x\n  b: 1\n", ["f:1:4 yaml-anchor"]),
        (b"a: !!str 1\n", ["f:1:4 yaml-tag"]),
        (b"a: !new {b: 1}\n", ["f:1:4 yaml-tag"]),
        (b"a: ! 1\n", ["f:1:4 yaml-tag"]),
        (b"a: !t &x 1\n", ["f:1:4 yaml-anchor", "f:1:4 yaml-tag"]),
        (b"a: 1\n---\nb: 2\n", ["f:2:1 yaml-documents"]),
        (b"? [a]\n: b\n", ["f:1:3 yaml-syntax"]),
        (b"<<: {a: 1}\na: 2\n", []),
    ],
)
def test_a_feature_of_yaml_that_hides_content_is_a_problem(data, found):
    assert codes(data) == found


def test_each_double_of_a_key_is_a_problem_and_the_first_value_stays():
    parsed = parse_yaml(b"a: 1\nb: 2\na: 3\na: 4\n", "f")

    assert [problem.place for problem in parsed.problems] == ["f:3:1", "f:4:1"]
    assert plain(parsed.root) == {"a": "1", "b": "2"}


def test_one_key_in_two_groups_is_no_double():
    assert codes(b"- a: 1\n- a: 2\n") == []


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_a_problem(mark):
    assert codes(mark + b"a: 1\n") == ["f:1:1 byte-order-mark"]


def test_bytes_of_another_encoding_are_a_problem_at_their_place():
    assert codes("名: 1\n乡é: 2\n".encode().replace("é".encode(), b"\xe9")) == ["f:2:2 encoding"]
    assert read(b"caf\xe9") == "0xe9"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: b\x00", "f:1:5"),
        ("名: 1\n乡: 2\x01\n".encode(), "f:2:5"),
        ("名称名称: \x7f\n".encode(), "f:1:7"),
        (b'a: "b\\0"\n', "f:1:4"),
        (b'a: "b\\a"\n', "f:1:4"),
        (b'a: "b\\r"\n', "f:1:4"),
    ],
)
def test_a_control_character_is_a_problem_at_its_place(data, place):
    assert codes(data) == [f"{place} yaml-syntax"]


@pytest.mark.parametrize(
    "data", [b"a: 'b\n", b"a: [b\n", b"a: b: c\n", b"\ta: 1\n", b"a: @b\n", b"{", b"- a\nb: 1\n"]
)
def test_what_is_no_yaml_is_one_problem_with_its_place(data):
    problems = parse_yaml(data, "f").problems

    assert [problem.code for problem in problems] == ["yaml-syntax"]
    assert problems[0].line >= 1
    assert problems[0].column >= 1


@pytest.mark.parametrize("data", [b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000 + b"a"])
def test_a_hundred_thousand_levels_are_one_problem(data):
    parsed = parse_yaml(data, "f")

    assert parsed.root is None
    assert [problem.code for problem in parsed.problems] == ["yaml-syntax"]


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not():
    head = b"a: 1\n#"

    assert check_bytes(head + b"x" * (MAX_BYTES - len(head)), "f") is None
    assert codes(head + b"x" * (MAX_BYTES - len(head) + 1)) == ["f file-too-large"]


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_any_text_gives_a_tree_or_problems(text):
    parsed = parse_yaml(text.encode("utf-8", "surrogatepass"), "f")

    assert not parsed.problems or all(problem.as_text("zh") for problem in parsed.problems)


@given(st.text(st.sampled_from(list("ab:-?[]{},&*!|>'\"%@`# \n\t0~乡"))))
def test_any_arrangement_of_signs_gives_a_tree_or_problems(text):
    parsed = parse_yaml(text.encode(), "f")

    assert all(problem.as_json() for problem in parsed.problems)


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]))
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(SCALARS, inner, min_size=1),
    max_leaves=12,
)


@given(TREES)
def test_what_was_written_is_read(tree):
    data = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=False, default_style='"').encode()

    parsed = parse_yaml(data, "f")

    assert parsed.problems == ()
    assert plain(parsed.root) == tree
