"""Identifiers and the addresses made of them. Pure, a leaf; the only place where an address is put together.

An address begins and ends with `/` and is relative to the site's root: `/projects/130324-shuangwang-2024-01/`.
"""

import re

from generator.problems import UserError

_TOWNSHIP_ID = re.compile(r"([0-9]{6})-([a-z0-9]+(?:-[a-z0-9]+)*)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def township_id(county_code: str, slug: str) -> str:
    return f"{county_code}-{slug}"


def split_township_id(text: str) -> tuple[str, str]:
    """County code and slug. Raises `UserError` for what is no township id."""
    match = _TOWNSHIP_ID.fullmatch(text)
    if match is None:
        raise UserError(
            f"“{text}”不是乡镇编号；应形如 130324-shuangwang：六位县级代码、连字符、小写短名。",
            f"“{text}” is no township id; expected one like 130324-shuangwang: county code, hyphen, lower-case slug.",
        )
    return match[1], match[2]


def check_year(text: str) -> None:
    """Raises `UserError` for what is no year."""
    if not _YEAR.fullmatch(text):
        raise UserError(f"“{text}”不是年度；应为四位年份。", f"“{text}” is no year; expected four digits.")


def disclosure_id(township: str, year: str) -> str:
    return f"{township}-{year}"


def split_disclosure_id(disclosure: str) -> tuple[str, str]:
    """Township id and year."""
    township, _, year = disclosure.rpartition("-")
    return township, year


def disclosure_of(project: str) -> str:
    """The id of the disclosure that a project's id begins with; `""` for none."""
    return project.rpartition("-")[0]


def project_id(disclosure: str, number: str) -> str:
    """`number` is the printed one; it is given at least two digits."""
    return f"{disclosure}-{number.zfill(2)}"


def indicator_id(project: str, row: int) -> str:
    """`row` counts from 1 in the order of the printed table."""
    return f"{project}-{row:02d}"


def row_anchor(row: int) -> str:
    return f"row-{row:02d}"


def line_anchor(line: str) -> str:
    return f"L{line}"


def province_anchor(county_code: str) -> str:
    """The first two digits of a code are its province's (GB/T 2260)."""
    return f"province-{county_code[:2]}"


PATTERNS = {
    "home": "/",
    "townships": "/townships/",
    "township": "/townships/{}/",
    "disclosure": "/townships/{}/{}/",
    "source": "/townships/{}/{}/source/",
    "projects": "/projects/",
    "project": "/projects/{}/",
    "programmes": "/programmes/",
    "programme": "/programmes/{}/",
    "indicators": "/indicators/",
    "indicator": "/indicators/{}/",
    "counties": "/counties/",
    "county": "/counties/{}/",
    "years": "/years/",
    "year": "/years/{}/",
    "themes": "/themes/",
    "theme": "/themes/{}/",
    "amounts": "/amounts/",
    "amount": "/amounts/{}/",
    "checks": "/checks/",
    "check": "/checks/{}/",
    "questions": "/questions/",
    "question": "/questions/{}/",
    "target_values": "/method/target-values/",
    "search": "/search/",
    "compare": "/compare/",
    "data": "/data/",
    "page": "/{}/",
    "code": "/code/{}/",
}
"""Every kind of page and where its pages stand."""


def address(kind: str, *ids: str) -> str:
    """The address of a page: `address("disclosure", "130324-shuangwang", "2024")`.

    Raises `KeyError` for an unknown kind and `IndexError` for too few ids: both are faults of ours.
    """
    return PATTERNS[kind].format(*ids)


def part(list_address: str, number: int) -> str:
    """A part of a long list; the first stands at the list's own address: `/projects/part-2/`."""
    return list_address if number == 1 else f"{list_address}part-{number}/"


def language_prefix(language: str) -> str:
    """Where the pages of a language stand that is not the first of the site: `en` → `en/`, `zh-CN` → `zh/`."""
    return f"{language.partition('-')[0].lower()}/"


def leads_on(page_address: str) -> bool:
    """Whether a page does no more than lead to another: `/code/…/`."""
    return page_address.startswith("/code/")


def in_language(page_address: str, prefix: str) -> str:
    """A page's address in a language: `/about/` and `en/` → `/en/about/`."""
    return f"/{prefix}{page_address[1:]}"


def page_path(page_address: str) -> str:
    """The file that answers an address, relative to the output folder: `/about/` → `about/index.html`."""
    return f"{page_address.lstrip('/')}index.html"


def twin_path(page_address: str, extension: str) -> str:
    """The machine-readable twin of a page: `/projects/` and `csv` → `projects/index.csv`."""
    return f"{page_address.lstrip('/')}index.{extension}"


def column_path(kind: str, id_: str) -> str:
    """The file with what a project, township or programme shows beside others."""
    return f"{address('compare').lstrip('/')}{kind}/{id_}.json"


def choices_path(id_: str) -> str:
    """The file with projects to choose from: of a township, or number `id_` of those with shared names."""
    return f"{address('compare').lstrip('/')}choices/{id_}.json"


def find_shard(key: str, count: int) -> int:
    """In which of `count` files a name stands; in arithmetic that is exact in JavaScript too."""
    number = 0
    for character in key:
        number = (number * 31 + ord(character)) % 65_521
    return number % count


_CODE_IN_ADDRESS = re.compile(r"[0-9A-Za-z]{4,}")


def is_addressable_code(code: str | None) -> bool:
    """Whether a printed 项目编码 can stand in `/code/…/`; dashes printed for an absent code cannot."""
    return bool(code and _CODE_IN_ADDRESS.fullmatch(code))
