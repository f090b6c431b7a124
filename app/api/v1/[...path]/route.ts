import { apiRouter } from "@/server/api/router";

const router = apiRouter();
const answer = (request: Request) => router.fetch(request);

// In development, where the framework compiles it anew with each change. In service the front door has the API answer before it asks here, but for
// a request that names its address with the host.
export {
  answer as GET,
  answer as POST,
  answer as PUT,
  answer as PATCH,
  answer as DELETE,
  answer as HEAD,
  answer as OPTIONS,
};
