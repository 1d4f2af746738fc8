"""Privacy at the door: personal data is found in a file before anything of it is indexed."""
