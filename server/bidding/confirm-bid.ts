import { z } from "zod";
import { saveBidAmended } from "../../db/repositories/amendments";
import { insertVersion, type StoredBid, saveRevision } from "../../db/repositories/bidding";
import { loadBid, lockRequestOfBid, standingContent, stillChecked } from "./bid-context";
import type { StoredRequest } from "../../db/repositories/requests";
import { bidFacts, confirm } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/vocabulary";
import { isPricedAlike, offerOf } from "../../domain/bidding/bid-content";
import type { Extension } from "../../domain/bidding/soft-close";
import { instant } from "../../domain/shared/time";
import { accept, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { type CommandContext, command } from "../platform/command";
import { priceFinished } from "./pricing";
import { extend, placeBid } from "./place-bid";
import { makeVersion, REPRICING, type StoredVersion } from "./make-version";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  ifVersion: z.int().optional(),
  amendment: z.int().min(1).optional().meta({ description: "The one that you read; a later one is refused" }),
});

type Standing = { readonly request: StoredRequest; readonly bid: StoredBid; readonly state: BidState };

/** The next version where the same offer comes to something else now; null where the version that stands says it all. */
async function repriced({ tx, actor, now }: CommandContext, { request, bid }: Standing) {
  const standing = await standingContent(tx, bid);
  const offer = offerOf(standing);
  const priced = await priceFinished(tx, request, { bidderId: bid.providerOrganisationId, offer, now });
  if (!priced.ok) return priced;
  if (isPricedAlike(standing, priced.value)) return accept(null);
  return makeVersion(tx, { request, bid, version: bid.version + 1, offer, userId: actor.userId, now });
}

type Stood = { readonly version: number; readonly extension: Extension | null };

async function stand(context: CommandContext, of: Standing): Promise<Result<Stood>> {
  const { tx, now } = context;
  const { request, bid, state } = of;
  const made = await repriced(context, of);
  if (!made.ok) return made;
  // Where bidding is open it takes its place anew: others may have come level with it meanwhile.
  const open = made.value || request.bidMode === "sealed" ? (made.value?.open ?? null) : await standingContent(tx, bid);
  const placed = await placeBid(context, { request, bid, content: open });
  if (!placed.ok) return placed;
  const amendment = request.amendmentCount;
  const version = made.value?.row.version ?? bid.version;
  if (made.value === null) await saveBidAmended(tx, bid.id, { state, amendment, updatedAt: now });
  else {
    await insertVersion(tx, made.value.row);
    await saveRevision(tx, bid.id, { state, version, amendment, now, ...made.value.shown });
  }
  return accept({ version, extension: placed.value });
}

/**
 * The bidder says that its offer holds for the request as it was amended. Charges, days and terms stay as they were typed; where the
 * request's new quantities make something else of them, that is a new version with a receipt of its own, else the version stands.
 */
export const confirmBid = command({
  name: "bidding.confirm-bid",
  action: "bid.change",
  input,
  http: {
    method: "POST",
    path: "/bids/{bidId}/confirm",
    scope: "bids:write",
    status: 200,
    summary: "Say that your bid holds for the request as it was amended",
    description:
      "Prices, days and terms stay as you typed them. Where the request's new quantities make another total of them, it is a new version; otherwise the version stands. A bid that no longer fits is revised instead.",
    example: { amendment: 1 },
    output: z.strictObject({ id: idText, version: z.int() }),
    refusals: ["wrong_state", "amended_again", ...REPRICING],
  },
  lock: lockRequestOfBid,
  async run(context, { bidId, ifVersion, amendment }): Promise<Result<Omit<StoredVersion, "receipt">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const { validUntil } = await standingContent(tx, bid);
    const state = confirm(request, { state: bid.state, validUntil: instant(validUntil), seen: amendment }, now);
    if (!state.ok) return state;
    const checked = await stillChecked(tx, { request, bid }, now);
    if (!checked.ok) return checked;
    const stood = await stand(context, { request, bid, state: state.value });
    if (!stood.ok) return stood;
    const { version, extension } = stood.value;
    publish({
      type: "bid.confirmed",
      version,
      amendment: request.amendmentCount,
      ...bidFacts(request, bid),
    });
    if (extension) await extend(context, request, extension);
    concerns(bidId);
    return accept({ id: bidId, version });
  },
});
