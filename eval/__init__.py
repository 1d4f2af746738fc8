"""The judge: question sets, measures, runs, reports."""
