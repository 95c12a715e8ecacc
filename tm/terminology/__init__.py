"""Recognition of terms and the rules of session ordinals."""
