"""One module for each command: ``add_options`` says what it takes, ``run`` does it and gives the exit status."""
