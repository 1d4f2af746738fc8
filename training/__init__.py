"""How the adaptation of the embedded model is made from written pairs; not installed with the program."""
