"""Readers: one module for each family of formats, bytes → `blocks.Document`.

Only the registry knows which there are. The document libraries are imported by the modules that need them, and
these are loaded in a process of their own when a document of that format comes.
"""

from generator.importing.readers.archive import Member, members_of_folder, members_of_zip
from generator.importing.readers.refusal import Refused
from generator.importing.readers.registry import EXTENSIONS, Reading, read_document

__all__ = [
    "EXTENSIONS",
    "Member",
    "Reading",
    "Refused",
    "members_of_folder",
    "members_of_zip",
    "read_document",
]
