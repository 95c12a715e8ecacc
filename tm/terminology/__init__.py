"""The glossary of United Nations terms that comes with the program."""
