"""Doing the jobs that wait, in a child process at low priority."""
