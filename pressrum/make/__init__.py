"""Outputs to bytes: pages from templates, calendars, feeds, style sheets, files for hosts.

A recipe here is a frozen value whose `make() -> bytes` looks at itself and nothing else.
No room here opens a file, reads the clock or knows how sources are written.
"""
