"""The learner's views: parse, load for this person, act, answer."""
