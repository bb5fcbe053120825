"""`python -m gkstd` and the `gkstd` program."""

from gkstd.cli.main import main

if __name__ == "__main__":
    main()
