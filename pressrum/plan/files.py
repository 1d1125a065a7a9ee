"""The sources that are no texts of ours."""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.pictures import Picture, Unusable


@dataclass(frozen=True)
class Files:
    """Pictures, other files, assets and templates."""

    content: dict[str, str]
    """Pictures and other files below content/: path to SHA-256."""
    pictures: dict[str, Picture | Unusable]
    """What is known of the pictures, by path; of those among the assets too."""
    assets: dict[str, str]
    """Files below templates/assets/: name there to SHA-256."""
    templates: tuple[tuple[str, str], ...]
    """Names below templates/ and their texts, sorted."""
