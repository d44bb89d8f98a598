"""Which operator makes which family: the one registry of breaks."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from sleepy_coder.breaker.company import Company, company_of
from sleepy_coder.breaker.families import FAMILIES, Codes
from sleepy_coder.breaker.operators import (
    bindings,
    borrows,
    branches,
    casts,
    definitions,
    editions,
    fields,
    generics,
    implementations,
    insertions,
    items,
    members,
    moves,
    outlives,
    parsing,
    patterns,
    removals,
    results,
    types,
    typos,
)
from sleepy_coder.breaker.syntax import Break, Syntax

Sites = Callable[[Syntax, Random], list[Break]]


@dataclass(frozen=True, slots=True)
class Operator:
    """Proposes breaks of one family; only rustc knows which of them come to exactly one error of `codes`.

    `sites` returns the same number of breaks in the same order for every renaming of a program, so that a site is known
    again by its ordinal; the generator decides only what a break looks like.
    """

    name: str
    codes: Codes
    sites: Sites
    company: Company


_SITES: dict[str, Sites] = {
    "E0382-clone-removed": removals.clone,
    "E0382-loop-moved": moves.loop_borrow,
    "E0382-match-moved": moves.matched_borrow,
    "E0382-closure-moved": moves.move_added,
    "E0381-initialiser-removed": borrows.initialiser,
    "E0384-mut-removed": bindings.mut_local,
    "E0596-mut-removed": bindings.mut_borrowed,
    "E0594-self-ref": bindings.mut_self_assigned,
    "E0594-mut-removed": bindings.mut_assigned,
    "E0594-shared-reference": borrows.shared,
    "E0596-shared-reference": borrows.shared,
    "E0308-to-string-removed": removals.to_string,
    "E0308-reference-removed": removals.reference,
    "E0308-some-removed": removals.some,
    "E0308-ok-removed": removals.ok,
    "E0308-tail-semicolon": insertions.tail_semicolon,
    "E0308-question-removed": removals.question,
    "E0308-deref-removed": removals.deref,
    "E0425-typo": typos.expression_name,
    "E0425-self-removed": removals.self_prefix,
    "E0609-typo": typos.field_read,
    "E0560-typo": typos.field_written,
    "E0433-use-removed": fields.use_item,
    "E0432-import-typo": typos.imported,
    "E0369-derive-removed": bindings.derive,
    "E0106-lifetime-removed": types.lifetime,
    "E0261-lifetime-undeclared": types.undeclared_lifetime,
    "E0309-outlives-removed": outlives.bound,
    "lifetime-bound-removed": outlives.bound,
    "lifetime-elided": outlives.result_lifetime,
    "E0373-move-removed": removals.move,
    "E0615-parens-removed": removals.method_parens,
    "E0603-pub-removed": bindings.pub_item,
    "E0616-pub-removed": bindings.pub_field,
    "E0061-extra-argument": insertions.extra_argument,
    "E0782-dyn-removed": types.dyn,
    "E0507-borrow-removed": removals.borrow,
    "E0507-match-borrow-removed": moves.matched_borrow,
    "E0505-clone-removed": removals.clone,
    "E0505-use-removed": editions.use_bound,
    "E0506-borrow": insertions.long_borrow,
    "E0515-local-returned": outlives.local_returned,
    "E0521-owned-removed": moves.owned,
    "E0716-owner-removed": borrows.temporary,
    "E0424-self-param-removed": bindings.self_parameter,
    "E0282-turbofish-removed": types.annotation,
    "E0449-pub-added": members.pub_added,
    "E0276-bound-added": generics.bound_added,
    "E0185-self-added": members.self_added,
    "E0117-orphan": implementations.orphan,
    "E0369-bound-removed": generics.arithmetic_bound,
    "E0392-lifetime-added": generics.unused_lifetime,
    "E0186-self-removed": members.self_removed,
    "E0038-sized-removed": generics.sized_bound,
    "E0046-type-removed": members.associated_type,
    "E0107-arguments-removed": generics.arguments,
    "E0107-argument-added": generics.argument_added,
    "E0403-parameter-twice": generics.parameter_again,
    "E0404-not-a-trait": definitions.not_a_trait,
    "E0405-trait-name": definitions.trait_name,
    "E0407-method-typo": members.method_name,
    "E0425-type-typo": definitions.type_name,
    "E0592-method-twice": implementations.method_twice,
    "E0252-import-twice": definitions.import_twice,
    "E0023-pattern-field-removed": fields.pattern_field,
    "E0026-field-typo": typos.field_matched,
    "E0027-rest-removed": fields.rest,
    "E0423-struct-parens": items.struct_call,
    "E0005-else-removed": patterns.else_of_let,
    "E0040-drop-method": items.drop_method,
    "E0610-field": insertions.field,
    "E0308-int-width": casts.integer_width,
    "E0308-ok-method-removed": results.ok_method,
    "E0308-box-removed": results.boxed,
    "E0308-if-assign": branches.assigned_condition,
    "E0308-match-arm": branches.arm_type,
    "E0308-else-type": branches.else_type,
    "E0015-const-removed": items.constant_function,
    "E0268-break": branches.break_for_return,
    "E0416-bound-twice": patterns.bound_twice,
    "E0531-variant-typo": patterns.variant_name,
    "E0532-arguments-removed": patterns.variant_arguments,
    "parse-quote": parsing.quote,
    "parse-semicolon": parsing.semicolon,
    "parse-paren": parsing.parenthesis,
    "parse-brace": parsing.brace,
    "parse-comma": parsing.comma,
    "parse-arrow": parsing.arm_arrow,
    "parse-keyword": parsing.keyword,
    "parse-colon": parsing.path_colon,
    "parse-and": parsing.logic_word,
    "parse-increment": parsing.increment,
    "parse-comparison": parsing.foreign_comparison,
    "E0604-char-cast": casts.char_through_byte,
    "E0606-deref-removed": casts.cast_reference,
    "E0608-tuple-index": casts.tuple_index,
    "E0277-compare-reference": casts.compared_reference,
    "E0317-else-removed": branches.missing_else,
    "edition-unsafe-extern": editions.unsafe_extern,
    "edition-unsafe-attribute": editions.unsafe_attribute,
    "edition-gen-keyword": editions.raw_name,
    "edition-binding-modifier": editions.binding_modifier,
    "static_mut_refs-raw-removed": editions.raw_reference,
    "E0599-method-typo": typos.method_name,
    "E0599-variant-typo": typos.variant_name,
    "E0434-closure-removed": items.capturing_function,
    "E0435-const-removed": items.local_constant,
    "E0070-deref-removed": items.assigned_reference,
    "E0004-range-end": patterns.range_end,
    "E0004-guard": patterns.needless_guard,
    "E0277-question-on-result": results.tried_result,
    "E0277-map-err-removed": results.error_mapping,
    "E0277-question-in-unit": results.tried_in_unit,
    "E0277-index-cast": removals.index_cast,
    "E0277-collect-ref": removals.copied,
    "E0277-range": removals.range_start,
    "E0277-int-float": removals.float_cast,
    "E0599-not-iterator": removals.iterator,
    "E0201-method-twice": implementations.trait_method_twice,
    "E0072-unboxed": definitions.unboxed,
    "E0255-import-clash": definitions.imported_and_defined,
    "E0050-parameter-count": members.parameter_count,
    "E0191-binding-removed": generics.binding,
    "E0220-typo": definitions.associated_name,
    "E0428-item-twice": definitions.item_twice,
    "E0053-parameter-type": members.parameter_type,
    "E0119-derived-too": implementations.derived_too,
    "E0204-copy-derived": implementations.copy_derived,
    "E0277-bound-removed": generics.other_bound,
    "E0599-bound-removed": generics.other_bound,
    "E0614-deref": insertions.star,
    "E0618-call": insertions.call,
    "E0063-field": fields.initialiser,
    "E0133-unsafe": removals.unsafe_block,
    "E0502-borrow": insertions.long_borrow,
    "E0499-second-borrow": borrows.second_mutable,
    "E0597-inner-scope": outlives.inner_scope,
    "E0310-static-removed": outlives.bound,
    "E0621-lifetime-removed": outlives.parameter_lifetime,
    "E0600-negate": insertions.negate,
    "E0062-field-twice": fields.initialiser_twice,
    "E0605-cast": insertions.cast,
}

# Where it does not follow from the codes: some often keep rustc from the later phases, some always.
_COMPANY = {
    "E0117-orphan": Company.ALONE,  # implementations for types of the library are seen by all programs of a crate
    "E0405-trait-name": Company.STOPPED,
    "E0404-not-a-trait": Company.STOPPED,
    "E0433-use-removed": Company.IMPORTED,
    "E0432-import-typo": Company.IMPORTED,
    "parse-semicolon": Company.PARSED,
    "parse-paren": Company.ALONE,
    "parse-quote": Company.ALONE,
    "parse-brace": Company.ALONE,
    "parse-comma": Company.PARSED,
    "parse-arrow": Company.PARSED,
    "parse-keyword": Company.PARSED,
    "parse-colon": Company.PARSED,
    "parse-and": Company.PARSED,
    "parse-increment": Company.PARSED,
    "parse-comparison": Company.PARSED,
    "static_mut_refs-raw-removed": Company.ALONE,  # rustc tells once a crate why the lint is an error
}

OPERATORS: dict[str, Operator] = {
    family.name: Operator(
        family.name, family.codes, _SITES[family.name], _COMPANY.get(family.name, company_of(family.codes))
    )
    for family in FAMILIES
}
