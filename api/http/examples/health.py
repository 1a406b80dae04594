"""Health."""

LIVE = {"status": "live"}
READY = {"status": "ready"}
