"""Everything that can happen to a sitting, by noun: sittings, answers, learners."""
