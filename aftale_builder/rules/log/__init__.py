"""Rules on the logic of the effort: problem, delmål, aktivitet, indikator, budget."""
