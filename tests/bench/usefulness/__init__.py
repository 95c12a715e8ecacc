"""What the benchmark of usefulness is made of: texts, rankings, scores and the table."""
