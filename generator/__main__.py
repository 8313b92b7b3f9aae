"""Let `python -m generator` be `lodestar`."""

from generator.cli import main

main(prog_name="lodestar")
