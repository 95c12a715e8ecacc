"""Similarity, ranking and carrying translations over an edit; pure functions."""
