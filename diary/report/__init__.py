"""What is handed over to the doctor: one `Report` of facts, and its page, its PDF and its JSON."""
