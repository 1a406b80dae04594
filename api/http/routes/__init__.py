"""One file of routes per concern; `api.http.app` joins them."""
