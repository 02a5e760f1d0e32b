"""`python -m juche_toolkit` is `juche`."""

from juche_toolkit.cli import main

if __name__ == "__main__":
    main()
