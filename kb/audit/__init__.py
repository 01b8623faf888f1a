"""Checks: one question a function, each answer a finding."""
