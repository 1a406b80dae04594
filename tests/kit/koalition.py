"""The command, run as a module of its own process."""

from api.cli import main

if __name__ == "__main__":
    main()
