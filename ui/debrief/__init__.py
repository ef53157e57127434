"""The debrief of a finished run, and the tables and axes that other pages share with it."""
