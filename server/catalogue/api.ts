import { z } from "zod";
import { SERVICES } from "../../domain/shared/vocabulary";
import { accept, refuse } from "../../domain/shared/result";
import { provider, providerRow } from "../../views/providers";
import { listShape, paging, pathId, queryEndpoint, queryId } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { readCursor } from "../platform/api/cursor";
import { providerPage, searchProviders } from "./queries";

export const listProviders = queryEndpoint({
  name: "listProviders",
  path: "/api/v1/providers",
  summary: "The directory of listed providers",
  description: "In the order of Latin names.",
  scope: null,
  query: z.strictObject({
    q: z.string().max(200).optional().meta({ description: "Words of names, summaries and hubs, in any language" }),
    service: z.enum(SERVICES).optional(),
    hub: queryId.optional().meta({ description: "A hub's id" }),
    ...paging,
  }),
  response: listShape(providerRow),
  refusals: ["cursor_invalid"],
  async run({ query: { hub, ...question } }) {
    const cursor = readCursor(question.cursor, z.tuple([z.string().regex(/^[^\0]*$/), z.string().regex(/^[^\0]*$/)]));
    if (!cursor.ok) return cursor;
    const page = await searchProviders(platform().database.read, { ...question, hubId: hub ?? null });
    return accept(page);
  },
});

export const getProvider = queryEndpoint({
  name: "getProvider",
  path: "/api/v1/providers/{providerId}",
  summary: "One provider's public page",
  scope: null,
  params: z.strictObject({ providerId: pathId }),
  response: provider,
  async run({ params }) {
    const { database, clock } = platform();
    const found = await providerPage(database.read, params.providerId, clock());
    return found ? accept(found) : refuse("not_found");
  },
});
