"""How quick the diary is: measured on invented diaries, as ratios to a bare Django page.

Machines are noisy, so these figures are printed, not tested; the tests hold that queries do not grow.
"""
