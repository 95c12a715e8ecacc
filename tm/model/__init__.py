"""The records that every room speaks of; standard library only."""
