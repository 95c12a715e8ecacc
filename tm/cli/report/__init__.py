"""What the checks found, as text, JSON, SARIF or one HTML page."""
