"""Examples of the OpenAPI document, made of the vocabulary so that they stay true."""
