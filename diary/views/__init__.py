"""HTTP only: fetch through the person, ask the form or the analysis, render or redirect."""
