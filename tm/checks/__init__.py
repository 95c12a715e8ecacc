"""What we know about quality: checks turn units into findings."""
