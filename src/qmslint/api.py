"""The door: all that a rule, reader, extractor, renderer or script may import.

Everything public is named in `__all__`; what is not there is the house's own and may change any day.
"""

from __future__ import annotations

from qmslint.model import kinds
from qmslint.model.base import Confidence, Level
from qmslint.model.document import (
    Block, Cell, Comment, Document, Margin, Note, Paragraph, Properties, Record, Run, Sheet, SourceFile, Table,
    paragraphs, tables,
)
from qmslint.model.errors import QmslintError, UnreadableDocument, UsageError
from qmslint.model.facts import (
    Abbreviation, AbbreviationUse, Annex, Approval, Audit, AuditFinding, Citation, ContentsEntry, ControlBlock,
    CorrectiveAction, Duration, EncodingDefect, Extra, FormEntry, Identity, ListedDocument, ListedLaw, ListedTthc,
    ManagementReview, Objective, ObjectivePlanRow, Objectives, Person, Phrase, Placeholder, Policy, Procedure,
    Publication, QualityDocument, RecordEntry, Reference, ReviewAction, ReviewInput, Revision, Risk, Role, Section,
    Signature, Step, StepTime, TimeLimit, TthcItem, Unit, WrittenDate,
)
from qmslint.model.finding import Finding, Fix, Related
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.kinds import Kind
from qmslint.model.legal import Certainty, LegalDocument, PartInForce, Relation, RelationKind
from qmslint.model.location import WHOLE, Location, Place
from qmslint.model.report import Report
from qmslint.model.settings import Settings
from qmslint.model.text import INVISIBLE, Folded, Text, fold, fold_with_offsets, same, shorten
from qmslint.model.workspace import Workspace, fold_code
from qmslint.plugins.hookspecs import hookimpl
from qmslint.plugins.pack import catalogues_of, extractors_of, rules_of
from qmslint.plugins.parts import Catalogue, Extractor, Limits, Reader, Renderer, RenderOptions
from qmslint.plugins.reading import Line, Reading
from qmslint.plugins.rule import Context, NoOptions, Rule, World, document_rule, workspace_rule

__all__ = [
    "Abbreviation",
    "AbbreviationUse",
    "Annex",
    "Approval",
    "Audit",
    "AuditFinding",
    "Block",
    "Catalogue",
    "Cell",
    "Certainty",
    "Citation",
    "Comment",
    "Confidence",
    "ContentsEntry",
    "Context",
    "ControlBlock",
    "CorrectiveAction",
    "Document",
    "Duration",
    "EncodingDefect",
    "Extra",
    "Extractor",
    "Finding",
    "Fix",
    "Folded",
    "FormEntry",
    "INVISIBLE",
    "Identity",
    "Inspection",
    "Kind",
    "LegalDocument",
    "Level",
    "Limits",
    "Line",
    "ListedDocument",
    "ListedLaw",
    "ListedTthc",
    "Location",
    "ManagementReview",
    "Margin",
    "NoOptions",
    "Note",
    "Objective",
    "ObjectivePlanRow",
    "Objectives",
    "Paragraph",
    "PartInForce",
    "Person",
    "Phrase",
    "Place",
    "Placeholder",
    "Policy",
    "Problem",
    "Procedure",
    "Properties",
    "Publication",
    "QmslintError",
    "QualityDocument",
    "Reader",
    "Reading",
    "Record",
    "RecordEntry",
    "Reference",
    "Related",
    "Relation",
    "RelationKind",
    "RenderOptions",
    "Renderer",
    "Report",
    "ReviewAction",
    "ReviewInput",
    "Revision",
    "Risk",
    "Role",
    "Rule",
    "Run",
    "Section",
    "Settings",
    "Sheet",
    "Signature",
    "SourceFile",
    "Step",
    "StepTime",
    "Table",
    "Text",
    "TimeLimit",
    "TthcItem",
    "Unit",
    "UnreadableDocument",
    "UsageError",
    "WHOLE",
    "Workspace",
    "World",
    "WrittenDate",
    "catalogues_of",
    "document_rule",
    "extractors_of",
    "fold",
    "fold_code",
    "fold_with_offsets",
    "hookimpl",
    "kinds",
    "paragraphs",
    "rules_of",
    "same",
    "shorten",
    "tables",
    "workspace_rule",
]
