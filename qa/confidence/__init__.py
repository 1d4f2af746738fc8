"""How far a hit or an answer can be believed: features, a logistic model, and probes to fit it on."""
