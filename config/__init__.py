"""Config: settings, addresses, wiring. The only place that knows everything, and holds no rule."""
