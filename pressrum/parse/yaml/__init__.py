"""Strict YAML to nodes that know their places, and its slips in words of staff."""
