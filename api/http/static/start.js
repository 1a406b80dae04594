// A file of its own, since the page's policy allows no script inside the page.
"use strict";
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  validatorUrl: null,
});
