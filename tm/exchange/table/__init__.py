"""Memories and glossaries as tables: CSV, TSV and spreadsheets, whose columns are told by their names or contents."""
