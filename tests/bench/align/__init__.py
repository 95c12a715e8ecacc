"""Documents with gold alignments, peers, and figures."""
