"""What a directory is made of: frozen values that know no file, clock or network."""
