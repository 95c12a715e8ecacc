"""Hexapla: a multilingual translation memory for United Nations documents."""

__version__ = "0.1.0"
