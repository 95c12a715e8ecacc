"""What the benchmark of the checks is made of: pairs, defects, the peer, judgements and the table."""
