"""Reference policies: what a rule of thumb or a level's own plan would decide."""
