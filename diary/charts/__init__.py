"""Pictures of the diary as SVG: labels and numbers in, a `Chart` out; no model, no analysis, no request."""
