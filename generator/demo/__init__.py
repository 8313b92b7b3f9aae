"""Write a synthetic directory, shaped like real ones: an edge, called by `lodestar demo`."""

from generator.demo.folder import draw_people, write_demo
from generator.demo.simulation import PAST_DAYS
from generator.demo.threads import usual_number

__all__ = ["PAST_DAYS", "draw_people", "usual_number", "write_demo"]
