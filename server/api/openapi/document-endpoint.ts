import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { type Endpoint, queryEndpoint } from "../../platform/api/endpoint-kinds";
import { documentOf, type Room } from "./document";

/** The endpoint that describes the others, and itself. */
export function documentEndpoint(rooms: readonly Room[]): Endpoint {
  let known: ReturnType<typeof documentOf> | undefined;
  const endpoint = queryEndpoint({
    name: "getDocument",
    path: "/api/v1/openapi.json",
    summary: "This description, in OpenAPI 3.1",
    scope: null,
    response: z.looseObject({ openapi: z.string() }),
    run: async () => {
      known ??= documentOf([...rooms, { room: "api", endpoints: [endpoint] }]);
      return accept({ ...known });
    },
  });
  return endpoint;
}
