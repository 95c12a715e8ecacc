"""Databases that keep a memory."""
