import { apiRouter } from "@/server/api/router";

const answer = (request: Request) => apiRouter().fetch(request);

// In development alone, where the framework compiles it anew with each change; in service the front door has the API answer before it asks here.
export {
  answer as GET,
  answer as POST,
  answer as PUT,
  answer as PATCH,
  answer as DELETE,
  answer as HEAD,
  answer as OPTIONS,
};
