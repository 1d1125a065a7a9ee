"""Days and hours as running words tell of them, in texts and fields: where they are, and which are wrong."""
