import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { toIso } from "../../domain/shared/instant";
import type { AmendmentView } from "../../domain/requests/amend/amendment-view";
import { confirmBid } from "../commands/bidding/stale/confirm-bid";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { amendmentsOf } from "../queries/amendments";
import { REPRICING } from "./bidding";
import { idText, listShape, pathId, timeText } from "./shapes/fields";

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

export const postConfirm = commandEndpoint({
  name: "confirmBid",
  method: "POST",
  path: "/api/v1/bids/{bidId}/confirm",
  summary: "Say that your bid holds for the request as it was amended",
  description:
    "Prices, days and terms stay as you typed them. Where the request's new quantities make another total of them, it is a new version; otherwise the version stands. A bid that no longer fits is revised instead.",
  scope: "bids:write",
  params: z.strictObject({ bidId: pathId }),
  body: z.strictObject({
    amendment: z.int().min(1).optional().meta({ description: "The one that you read; a later one is refused" }),
  }),
  example: { amendment: 1 },
  response: z.strictObject({ id: idText, version: z.int() }),
  refusals: ["wrong_state", "amended_again", ...REPRICING],
  command: confirmBid,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, ifVersion: version }),
  toBody: ({ bidId, version }) => ({ id: bidId, version }),
  versionOf: (output) => output.version,
  status: 200,
});
