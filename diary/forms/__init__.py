"""What the browser may send, checked before anything is kept."""
