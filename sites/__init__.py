"""Sites: what people see. Verbs, pages and interfaces; no tables."""
