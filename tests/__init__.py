"""Tests: unit (pure rules), integration (actions and pages, on both databases), e2e (a browser), guards."""
