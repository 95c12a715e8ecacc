"""Sentences: SRX rules and the splitter."""
