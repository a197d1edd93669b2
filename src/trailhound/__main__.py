"""Lets ``python -m trailhound`` do what the installed command does."""

from trailhound.cli import main

raise SystemExit(main())
