"""What readers see: the kinds of page, and all that a template is shown and told."""
