"""Examples of registrations."""

REGISTRATION = {
    "an association": {
        "value": {
            "name": "Odlarna i Lund",
            "sector": "förening",
            "place": "Lund",
            "description": "Vi odlar grönsaker tillsammans på tak och innergårdar.",
            "offers": "en lokal med kök",
            "seeks": "någon som kan sprida recept",
            "languages": ["sv", "en"],
            "email": "odlarna@example.org",
            "consents": ["matching", "shown", "statistics"],
        }
    }
}
REGISTERED = {"state": "accepted", "warnings": []}
CONFIRMED = {"actor": "01k8z5w8m3n4p5q6r7s8t9v0wj", "name": "Odlarna i Lund"}
