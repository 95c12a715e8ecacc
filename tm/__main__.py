"""`python -m tm`."""

from tm.cli.main import run

if __name__ == "__main__":
    run()
