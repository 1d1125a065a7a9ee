"""What web hosts, search engines and finders of holes are told of the site."""
