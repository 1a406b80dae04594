"""The edge: command line, HTTP server, reports; joins the engine and the data."""
