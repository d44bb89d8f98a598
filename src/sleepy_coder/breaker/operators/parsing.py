"""Breaks that the parser reports: most have no error code, and they hide every other error of the file."""

from random import Random

from tree_sitter import Node

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


def brace(syntax: Syntax, rng: Random) -> list[Break]:
    """A closing brace removed, with its line where it stands alone."""
    return [
        _without_line(syntax, node.children[-1])
        for node in syntax.all(
            "block", "match_block", "declaration_list", "field_declaration_list", "enum_variant_list"
        )
        if node.children and node.children[-1].type == "}"
    ]


def _without_line(syntax: Syntax, node: Node) -> Break:
    start = node.start_byte - len(syntax.line_indent(node.start_byte))
    alone = syntax.source[start - 1 : start] == b"\n" and syntax.source[node.end_byte : node.end_byte + 1] == b"\n"
    return Break.one(start, node.end_byte + 1) if alone else Break.one(node.start_byte, node.end_byte)


def comma(syntax: Syntax, rng: Random) -> list[Break]:
    """The comma between two entries of a list removed."""
    lists = syntax.all(
        "arguments",
        "array_expression",
        "parameters",
        "tuple_expression",
        "field_initializer_list",
        "enum_variant_list",
        "field_declaration_list",
        "use_list",
    )
    return [
        Break.one(child.start_byte, child.end_byte)
        for node in lists
        for child in node.children
        if child.type == "," and child.next_sibling is not None and child.next_sibling.is_named
    ]


def arm_arrow(syntax: Syntax, rng: Random) -> list[Break]:
    """`=>` of a match arm made `->` or `=`."""
    return [
        Break.one(mark.start_byte, mark.end_byte, rng.choice([b"->", b"="]))
        for node in syntax.all("match_arm")
        for mark in node.children
        if mark.type == "=>"
    ]


def keyword(syntax: Syntax, rng: Random) -> list[Break]:
    """`fn` left out, `let mut x` made `mut x`, `let x` made `var x` or `auto x`."""
    found = []
    for node in syntax.all("function_item", "let_declaration"):
        word = next((child for child in node.children if child.type in ("fn", "let")), None)
        after = word.next_sibling if word is not None else None
        if word is None or after is None:
            continue
        if word.type == "fn" or after.type == "mutable_specifier":
            found.append(Break.one(word.start_byte, after.start_byte))
        elif after.type == "identifier":
            found.append(Break.one(word.start_byte, word.end_byte, rng.choice([b"var", b"auto"])))
    return found


def path_colon(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name::new` made `Name:new`."""
    return [
        Break.one(mark.start_byte, mark.end_byte, b":")
        for node in syntax.all("scoped_identifier", "scoped_type_identifier")
        for mark in node.children
        if mark.type == "::" and mark.prev_sibling is not None
    ]


def logic_word(syntax: Syntax, rng: Random) -> list[Break]:
    """`&&` made `and`, `||` made `or`."""
    words = {"&&": b"and", "||": b"or"}
    return [
        Break.one(mark.start_byte, mark.end_byte, words[mark.type])
        for node in syntax.all("binary_expression")
        if (mark := node.children[1]).type in words
    ]


def increment(syntax: Syntax, rng: Random) -> list[Break]:
    """`x += 1` made `x++`, `x -= 1` made `x--`."""
    found = []
    for node in syntax.all("compound_assignment_expr"):
        left, mark, right = node.children[0], node.children[1], node.children[-1]
        if mark.type in ("+=", "-=") and syntax.text(right) == "1":
            found.append(Break.one(left.end_byte, node.end_byte, mark.type[:1].encode() * 2))
    return found


def foreign_comparison(syntax: Syntax, rng: Random) -> list[Break]:
    """`==` made `===`, `!=` made `!==` or `<>`."""
    words = {"==": (b"===",), "!=": (b"!==", b"<>")}
    return [
        Break.one(mark.start_byte, mark.end_byte, rng.choice(words[mark.type]))
        for node in syntax.all("binary_expression")
        if (mark := node.children[1]).type in words
    ]


def quote(syntax: Syntax, rng: Random) -> list[Break]:
    """The closing quote of a file's last string removed; an earlier one would turn all later text inside out."""
    strings = [
        node for node in syntax.all("string_literal") if syntax.source[node.end_byte - 1 : node.end_byte] == b'"'
    ]
    last = strings[-1:]
    return [Break.one(node.end_byte - 1, node.end_byte) for node in last]
