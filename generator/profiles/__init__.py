"""Turn what people wrote, as bytes, into a checked directory, or into problems with places and fixes."""
