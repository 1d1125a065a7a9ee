"""What programs read, part by part: `feeds`, `calendars`, and `hosts` for robots and web hosts."""
