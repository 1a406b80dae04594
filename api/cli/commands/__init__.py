"""One command per file; each is registered on the app of `api.cli.app`."""
