"""How a reader says that it cannot read: with a problem for the person, not with a traceback."""

from generator.importing.import_problems import ImportProblem


class Refused(Exception):  # noqa: N818 - it is no error of the program
    """Caught where the reader was chosen; `problem` says what to do."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.problem = ImportProblem(code, 0, values)


def check_limit(what: str, read: int, limit: int) -> None:
    if read > limit:
        raise Refused("import-too-large", what=what, read=f"{read:,}", expected=f"{limit:,}")
