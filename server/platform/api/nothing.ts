import { z } from "zod";
import { refuse } from "@/domain/shared/result";
import { queryEndpoint } from "./endpoint-kinds";

/** Everything under `/api/v1` that is no endpoint answers as one that finds nothing, in the API's own form. */
export const nothing = queryEndpoint({
  name: "nothing",
  path: "/api/v1/{path}",
  summary: "Not an endpoint",
  scope: null,
  query: z.looseObject({}),
  response: z.never(),
  run: async () => refuse("not_found"),
});
