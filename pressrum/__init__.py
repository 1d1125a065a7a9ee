"""Press releases and a tour plan, from text files to a static site.

The rooms follow the flow: `parse` (text to values), `plan` (values and a moment to
outputs), `make` (an output to bytes); `edges` alone opens files. `fields`, `written` and
the modules here are the words all rooms share, and import nothing but each other.
"""

VERSION = "1.0.0"
"""As pyproject.toml has it."""
