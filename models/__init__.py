"""The vocabulary of Koalition: frozen, validated types without input or output."""
