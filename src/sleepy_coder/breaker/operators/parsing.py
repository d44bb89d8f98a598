"""Breaks that the parser reports: they have no error code, and they hide every other error of the file."""

from random import Random

from sleepy_coder.breaker.syntax import Break, Syntax


def semicolon(syntax: Syntax, rng: Random) -> list[Break]:
    """The `;` of a statement removed, unless it ends its block."""
    found = []
    for node in syntax.all("let_declaration", "expression_statement", "use_declaration", "const_item"):
        after = node.next_sibling
        if syntax.source[node.end_byte - 1 : node.end_byte] == b";" and after is not None and after.type != "}":
            found.append(Break.one(node.end_byte - 1, node.end_byte))
    return found


def parenthesis(syntax: Syntax, rng: Random) -> list[Break]:
    """The closing parenthesis of a call, a macro or a parameter list removed."""
    return [
        Break.one(node.end_byte - 1, node.end_byte)
        for node in syntax.all("arguments", "token_tree", "parameters", "parenthesized_expression")
        if syntax.source[node.end_byte - 1 : node.end_byte] == b")"
    ]
