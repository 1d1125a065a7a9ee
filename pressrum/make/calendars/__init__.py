"""Meetings to calendars that phones subscribe to (RFC 5545)."""
