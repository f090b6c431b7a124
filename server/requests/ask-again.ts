import { z } from "zod";
import { findDeal } from "../../db/repositories/deals";
import { hasActiveListing } from "../../db/repositories/listings";
import { saveFallback, type StoredRequest } from "../../db/repositories/requests";
import { endsOf } from "../../domain/deals/plan-deal";
import { chooseFallback } from "../../domain/requests/fallback";
import { biddingSchema } from "../../domain/requests/bidding-schema";
import { kindOf } from "../../domain/services/registry";
import { assert } from "../../domain/shared/assert";
import { type Refusal, type Result } from "../../domain/shared/result";
import { readSpec, type SpecRefusal } from "./plan-amendment";
import { dealFacts, readChain, waitingFor } from "../orders/chain/read-chain";
import { settleChain } from "../orders/chain/settle-chain";
import { type CommandContext, command } from "../platform/command";
import { biddingOf } from "../deals/posting-rules";
import { type RequestReceipt, type RequestRefusal, writeRequest } from "../deals/write-request";
import { referenceData } from "../hubs/queries/network";
import { type LoadRefusal, loadRequest, ofRequest, receiptShape, requestHttp, specField } from "./load-request";

const { closesAt, decideBy, visibility, invitedIds } = biddingSchema.shape;

const input = z.strictObject({
  ...ofRequest,
  // What may differ from the request in whose place the new one is asked; all else is as it was.
  closesAt,
  decideBy,
  visibility: visibility.unwrap().optional(),
  invitedIds: invitedIds.unwrap().optional(),
  spec: specField,
});
type Asked = z.output<typeof input>;

/** Who was invited before is invited again, but for those who have left the service since. */
async function invitedAgain({ tx }: CommandContext, { service }: StoredRequest, before: readonly string[]) {
  const still: string[] = [];
  for (const id of before) if (await hasActiveListing(tx, id, service)) still.push(id);
  return still;
}

async function writeAgain(context: CommandContext, request: StoredRequest, asked: Asked) {
  const { tx, now } = context;
  const deal = await findDeal(tx, request.dealId);
  assert(deal, "a request has its deal");
  const known = await referenceData(tx);
  const ends = endsOf(known, deal);
  assert(ends.ok, "the ends of a stored deal are known places");
  const wire = await readSpec(tx, request, asked.spec ?? request.spec, now);
  if (!wire.ok) return wire;
  const before = await biddingOf(tx, request);
  const bidding = {
    ...before,
    closesAt: asked.closesAt,
    decideBy: asked.decideBy,
    visibility: asked.visibility ?? before.visibility,
    invitedIds: asked.invitedIds ?? (await invitedAgain(context, request, before.invitedIds)),
  };
  const { service, id: replacesId } = request;
  const spec = kindOf(service).specSchema.parse(wire.value);
  const of = { deal, ends: ends.value, referenceData: known };
  return writeRequest(context, of, { service, spec, bidding, publish: true, replacesId });
}

/**
 * Asks for a service again where nobody was chosen for it: a new request with all that the old one said, but for its times and what the
 * buyer changes, which takes the old one's place in the deal. Who waits for the service is told.
 */
export const askAgain = command({
  name: "requests.ask-again",
  action: "request.change",
  input,
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/again",
    status: 201,
    summary: "Nobody was chosen: ask for the service again, by a request that takes the old one's place",
    description:
      "All that is not said is as the old request had it. It opens for bids at once, and whoever is named is invited.",
    example: { closesAt: "2026-11-29T10:00:00Z", decideBy: "2026-12-02T10:00:00Z", visibility: "open" },
    output: receiptShape,
    refusals: [
      "wrong_state",
      "spec_invalid",
      "nobody_invited",
      "provider_unknown",
      "closes_too_soon",
      "decides_before_close",
      "window_too_long",
    ],
  },
  async run(
    context,
    asked,
  ): Promise<Result<RequestReceipt, LoadRefusal | RequestRefusal | SpecRefusal | Refusal<"wrong_state">>> {
    const { tx, actor, now, publish, concerns } = context;
    const { requestId, version } = asked;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const chosen = chooseFallback(request, "ask_again");
    if (!chosen.ok) return chosen;
    // Out of the way first: a deal asks for each service once at a time.
    await saveFallback(tx, request, { fallback: chosen.value, fallbackAt: now, fallbackByUserId: actor.userId });
    const written = await writeAgain(context, request, asked);
    if (!written.ok) return written;
    const { dealId, service } = request;
    const providerOrganisationIds = waitingFor(await readChain(tx, dealId), service);
    const told = { ...(await dealFacts(context, dealId)), service, fallback: chosen.value, providerOrganisationIds };
    publish({ type: "chain.fallback_chosen", ...told });
    await settleChain(context, dealId);
    concerns(written.value.id);
    return written;
  },
});
