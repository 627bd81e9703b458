"""Document libraries run in a process of their own, within limits of time and memory.

A hostile file can make any of them run for ever, take all memory or break down with the whole process; here it costs
the worker, and the next document gets a new one. The worker stays for the documents that follow.
"""

import atexit
import importlib
import importlib.util
import logging
import multiprocessing
import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from generator.importing.blocks import Document
from generator.importing.import_problems import ImportProblem
from generator.importing.readers.refusal import Refused
from generator.problems import OutsideError

SECONDS = 180
MEMORY = 3 * 1024**3
"""Bytes."""

_Answer = Document | ImportProblem | OutsideError
"""What the worker sends back."""


def read_apart(module: str, data: bytes, name: str) -> Document:
    """Let a module of this package read a document of the format `name`. Raises `Refused` and `OutsideError`."""
    answer = _WORKER.ask(module, data, name)
    if isinstance(answer, OutsideError):
        raise answer
    if isinstance(answer, ImportProblem):
        raise Refused(answer.code, **answer.values)
    return answer


@dataclass(slots=True)
class _Worker:
    _process: BaseProcess | None = None
    _connection: Connection | None = None

    def ask(self, module: str, data: bytes, name: str) -> _Answer:
        connection = self._connected()
        try:
            connection.send((module, data, name))
            if connection.poll(SECONDS):
                answer: _Answer = connection.recv()
                return answer
        except (EOFError, OSError):
            # It broke down: out of memory, or inside a library that is not Python.
            pass
        self.stop()
        return _too_slow()

    def _connected(self) -> Connection:
        if self._connection is None or self._process is None or not self._process.is_alive():
            self.stop()
            # A fresh interpreter, not a copy of this one: copies of a process with threads can hang.
            context = multiprocessing.get_context("spawn")
            self._connection, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other, MEMORY), daemon=True)
            self._process.start()
            other.close()
        return self._connection

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


_WORKER = _Worker()
atexit.register(_WORKER.stop)


# In the worker


def _serve(connection: Connection, memory: int) -> None:
    _set_limits(memory)
    logging.disable()
    while True:
        try:
            module, data, name = connection.recv()
        except EOFError:
            return
        connection.send(_answer(module, data, name))


def _answer(module: str, data: bytes, name: str) -> _Answer:
    try:
        reader = importlib.import_module(f"generator.importing.readers.{module}")
    except ImportError as error:
        return _missing(error.name or str(error))
    try:
        document: Document = getattr(reader, f"read_{module}")(data, name)
    except Refused as refused:
        return refused.problem
    except MemoryError:
        return _too_slow()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - libraries raise anything on a damaged file, one not even an Exception
        return ImportProblem("import-damaged", 0, {"format": name, "read": type(error).__name__})
    return document


def _too_slow() -> ImportProblem:
    return ImportProblem(
        "import-too-slow", 0, {"seconds": str(SECONDS), "memory": f"{MEMORY // 1024**3} GiB"}
    )


_PACKAGES = {"docx": "python-docx", "bs4": "beautifulsoup4", "python_calamine": "python-calamine"}
"""Module → the package that has it, where the names differ."""


def _missing(module: str) -> OutsideError:
    library = _PACKAGES.get(module.partition(".")[0], module)
    return OutsideError(
        f"读取这种文件需要 {library}，没有安装。请运行 make importer（或 pip install 'township-targets[import]'）。",
        f"{library}, which reads this kind of file, is not installed. Run make importer "
        "(or pip install 'township-targets[import]').",
    )


def _set_limits(memory: int) -> None:
    """Memory where the system can limit it; nothing of what libraries say goes to the terminal."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    if importlib.util.find_spec("resource"):
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
