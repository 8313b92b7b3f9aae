"""Write a synthetic directory, shaped like real ones: an edge, called by `lodestar demo`."""

from generator.demo.folder import DemoTrouble, write_demo

__all__ = ["DemoTrouble", "write_demo"]
