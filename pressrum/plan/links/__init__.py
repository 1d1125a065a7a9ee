"""Where links and pictures lead: `web` is all there is, `targets` finds one, `resolve` all of a text."""
