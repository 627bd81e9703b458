"""A published document → a draft of `disclosure.yaml`, an outline for `overview.md`, and a report.

Nothing imported is published unseen: the draft is for a person, with the line of each value. Reader → blocks →
recognisers → draft; only the reader knows the file format.
"""

from generator.importing.import_problems import ImportProblem
from generator.importing.importer import ImportResult, import_archive, import_document, import_folder
from generator.importing.readers import EXTENSIONS
from generator.importing.report import ImportReport

__all__ = [
    "EXTENSIONS",
    "ImportProblem",
    "ImportReport",
    "ImportResult",
    "import_archive",
    "import_document",
    "import_folder",
]
