import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { toIso } from "@/domain/shared/instant";
import type { AmendmentView } from "@/domain/requests/amend/amendment-view";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { amendmentsOf } from "../queries/amendments";
import { listShape, pathId, timeText } from "../../platform/api/fields";

const changeShape = z
  .strictObject({
    path: z.string().meta({ description: "Where it stands, such as `spec.pickupFrom` or `closesAt`" }),
    before: z.unknown().meta({ description: "As it travels; null where nothing was said" }),
    after: z.unknown(),
  })
  .meta({ id: "AmendmentChange" });

const amendmentShape = z
  .strictObject({
    number: z.int(),
    at: timeText,
    reason: z.string(),
    isSpecChanged: z.boolean(),
    isExtended: z.boolean().meta({ description: "The market moved the close, because the amendment came late" }),
    staleCount: z.int().meta({ description: "Bids that stood and had to be confirmed" }),
    changes: z
      .array(changeShape)
      .meta({ description: "Without a key those of times only, since specs name addresses" }),
  })
  .meta({ id: "Amendment" });

const writeAmendment = ({ at, changes, times, by: _, ...amendment }: AmendmentView) => ({
  ...amendment,
  at: toIso(at),
  changes: (changes ?? times).map((change) => ({ ...change })),
});

export const listAmendments = queryEndpoint({
  name: "listAmendments",
  path: "/api/v1/requests/{requestId}/amendments",
  summary: "How a request was amended since it was published, the latest first",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  response: listShape(amendmentShape),
  async run({ actor, params }) {
    const found = await amendmentsOf(platform().database.read, actor, params.requestId);
    return found ? accept({ items: found.map(writeAmendment), nextCursor: null }) : refuse("not_found");
  },
});
