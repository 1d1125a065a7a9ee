"""Files for web hosts, search engines, and whoever finds a security hole."""
