"""The public record, taken a step on: `addresses`, `meetings`, and where old addresses lead now."""
