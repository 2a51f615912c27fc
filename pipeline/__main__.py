"""`python -m pipeline`, the same as the command `crosstrack`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
