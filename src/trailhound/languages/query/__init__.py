"""The filter text of the event list: free words and fields. Standard library only.

``parse`` reads it, ``print_query`` writes it, ``FIELDS`` explains it, ``context`` says what is being typed.
"""

from trailhound.languages.query.completion import Context, context
from trailhound.languages.query.fields import FIELDS, Field, FieldKind
from trailhound.languages.query.parser import parse
from trailhound.languages.query.predicate import reads, row_predicate
from trailhound.languages.query.printer import exactly, literal, print_query
from trailhound.languages.query.query import EVERYTHING, Query, Term, Value, narrows, words

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "Context",
    "Field",
    "FieldKind",
    "Query",
    "Term",
    "Value",
    "context",
    "exactly",
    "literal",
    "narrows",
    "parse",
    "print_query",
    "reads",
    "row_predicate",
    "words",
]
