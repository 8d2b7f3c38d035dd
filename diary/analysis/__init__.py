"""What the diary means: records and *now* in, frozen results out; no request, no clock, no HTML."""
