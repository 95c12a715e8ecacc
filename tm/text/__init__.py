"""Strings: normalization, tokens, inline codes, placeables."""
