"""XLIFF: read in all versions from 1.0 to 2.1, written as 1.2 or 2.1."""

from tm.exchange.xliff.read import read
from tm.exchange.xliff.record import Candidate, File, Note, Segment, State, Unit, Xliff
from tm.exchange.xliff.write import VERSIONS, write

__all__ = ["VERSIONS", "Candidate", "File", "Note", "Segment", "State", "Unit", "Xliff", "read", "write"]
