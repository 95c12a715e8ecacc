"""Document formats: bytes to blocks and back, sliced and never reprinted."""
