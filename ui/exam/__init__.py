"""The test before and after: eight questions one by one, then the comparison."""
