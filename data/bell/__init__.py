"""Telling other processes that something in the database changed."""
