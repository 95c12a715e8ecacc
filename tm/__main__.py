"""`python -m tm`."""

from tm.cli.start import run

if __name__ == "__main__":
    run()
