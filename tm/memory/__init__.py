"""What a memory must do, and how a lookup asks it."""
