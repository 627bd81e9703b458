"""Templates compiled to shorter Python than Jinja writes for templates that may hold anything.

Ours receive objects with attributes and call functions that ask for no context. So an attribute is looked up and a
function is called as in Python; and what is put out is escaped as plain text, since it is joined at once and a `Markup`
of each piece would be thrown away.
"""

import re
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']")


def _escape_sign(sign: re.Match[str]) -> str:
    return escape(sign[0])


def escape_output(value: Any) -> str:
    """The text of `markupsafe.escape(value)`."""
    if type(value) is str:
        return _SPECIAL.sub(_escape_sign, value)
    return value if type(value) is Markup else escape(value)


class _ShortCode(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write("environment.escape_output(")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    @optimizeconst
    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("* and ** are not known here", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class Environment(jinja2.Environment):
    code_generator_class = _ShortCode
    escape_output = staticmethod(escape_output)
