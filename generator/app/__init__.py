"""The use cases: join the pure rooms with the edges, one module for each thing that people ask of Lodestar."""
