"""Outputs to bytes: pages from templates, calendars, feeds, style sheets, files for hosts.

A recipe here is a frozen value whose `make() -> bytes` looks at itself and nothing else. What commands
write is made here too, by functions: the public `record`, a `release_file`, a meeting in a `tour_file`, a
`schema`. No room here opens a file or reads the clock.
"""
