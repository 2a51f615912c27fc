"""Crosstrack: career-transition guides in, typed data and a cross-linked site out."""
