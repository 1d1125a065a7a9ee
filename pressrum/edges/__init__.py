"""The only rooms that open files, ask for the time, and talk to people.

All between is functions of values; here they are tied to the disk, the clock and the terminal.
"""
