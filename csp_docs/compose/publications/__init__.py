"""Plans and strategic assessments."""
