"""What a build notes so that the next need not do it again; taking it away costs time alone."""
