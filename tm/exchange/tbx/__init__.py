"""Glossaries as TBX (ISO 30042): read in its older and its newer form and in both styles, written in either form."""

from tm.exchange.tbx.read import Glossary, gather, read
from tm.exchange.tbx.write import write

__all__ = ["Glossary", "gather", "read", "write"]
