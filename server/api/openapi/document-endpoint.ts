import { z } from "zod";
import { dayOf, type LocalDate } from "@/domain/shared/local-date";
import { accept } from "@/domain/shared/result";
import { type Endpoint, queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { documentOf, type Room } from "./document";

/** The endpoint that describes the others, and itself. */
export function documentEndpoint(rooms: readonly Room[]): Endpoint {
  let known: { readonly today: LocalDate; readonly document: ReturnType<typeof documentOf> } | undefined;
  const endpoint: Endpoint = queryEndpoint({
    name: "getDocument",
    path: "/api/v1/openapi.json",
    summary: "This description, in OpenAPI 3.1",
    scope: null,
    response: z.looseObject({ openapi: z.string() }),
    run: async () => {
      const today = dayOf(platform().clock());
      if (known?.today !== today)
        known = { today, document: documentOf([...rooms, { room: "api", endpoints: [endpoint] }], today) };
      return accept({ ...known.document });
    },
  });
  return endpoint;
}
