"""How the incidents in ``sample_data/`` are made: seeded, deterministic, invented from end to end."""
