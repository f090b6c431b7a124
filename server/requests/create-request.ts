import { z } from "zod";
import type { Reader } from "../../db/database";
import { findDeal, type StoredDeal, lockDeal } from "../../db/repositories/deals";
import { may } from "../../domain/access/policy";
import { endsOf } from "../../domain/deals/plan-deal";
import { biddingSchema } from "../../domain/requests/bidding-schema";
import { kindOf, type SpecOf } from "../../domain/services/registry";
import { specSoFar } from "../../domain/services/spec-rule";
import { isService, type Service, SERVICES } from "../../domain/shared/vocabulary";
import { readSoFar } from "../../domain/shared/wire-fields";
import { assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command, type CommandContext } from "../platform/command";
import { type RequestReceipt, type RequestRefusal, requestRefusals, writeRequest } from "../deals/write-request";
import { referenceData } from "../hubs/queries/network";
import { REQUEST_BODY } from "./examples";
import {
  type LoadRefusal,
  loadRequest,
  ofRequest,
  receiptShape,
  requestHttp,
  specField,
  lockWithDeal,
} from "./load-request";
import { hasActiveListing } from "../../db/repositories/listings";
import { saveFallback, type StoredRequest } from "../../db/repositories/requests";
import { chooseFallback } from "../../domain/requests/request";
import { readSpec, type SpecRefusal } from "./plan-amendment";
import { followRequest } from "../orders/chain/fix-chain";
import { dealFacts, readChain, settleChain, waitingFor } from "../orders/chain/settle-chain";
import { biddingOf } from "../deals/posting-rules";

const common = z.object({
  dealId: z.string().min(1).max(64),
  bidding: biddingSchema,
  publish: z.boolean().default(false),
});

type NewRequest = { readonly [S in Service]: z.output<typeof common> & { service: S; spec: SpecOf<S> } }[Service];

const shapes = SERVICES.map((service) =>
  z.strictObject({ ...common.shape, service: z.literal(service), spec: kindOf(service).specSchema }),
);
const [first, ...others] = shapes;
assert(first, "the market has services");

/** The wire form of a new request: each service has a spec of its own. */
export const newRequestSchema = z.discriminatedUnion("service", [first, ...others]) as unknown as z.ZodType<
  NewRequest,
  { readonly [S in Service]: z.input<typeof common> & { service: S; spec: unknown } }[Service]
>;

const UNKNOWN_SERVICE = { service: undefined, spec: undefined };

async function withEnds(db: Reader, deal: StoredDeal) {
  const known = await referenceData(db);
  const ends = endsOf(known, deal);
  assert(ends.ok, "the ends of a stored deal are known places");
  return { deal, ends: ends.value, referenceData: known };
}

/** Asks for one service of a deal, as a draft or published at once. */
export const createRequest = command({
  name: "requests.create-request",
  action: "request.create",
  input: newRequestSchema,
  http: {
    ...requestHttp,
    path: "/requests",
    status: 201,
    summary: "Ask for one service of a deal, as a draft or published at once",
    description:
      "A deal asks for each service once. The least time that a request stays open is a dated rule of the market.",
    example: REQUEST_BODY,
    output: receiptShape,
    refusals: [
      "service_requested_already",
      "spec_invalid",
      "mode_not_offered",
      "opening_without_seal",
      "feedback_of_sealed",
      "questions_end_after_close",
      "nobody_invited",
      "provider_unknown",
      "closes_too_soon",
      "decides_before_close",
      "window_too_long",
    ],
  },
  lock: (tx, { dealId }) => lockDeal(tx, dealId),
  async refusedSoFar({ read, actor, now }, { dealId, service, spec, bidding, publish }) {
    if (typeof dealId !== "string") return [];
    const deal = await findDeal(read, dealId);
    if (!deal || !may(actor, "request.create", deal)) return [refuse("not_found").refusal];
    const isKnown = typeof service === "string" && isService(service);
    const asked = isKnown ? { service, ...specSoFar(kindOf(service).specSchema, spec) } : UNKNOWN_SERVICE;
    return requestRefusals({ db: read, now }, await withEnds(read, deal), {
      ...asked,
      bidding: readSoFar(biddingSchema, bidding).value,
      publish: publish === true,
    });
  },
  async run(context, input): Promise<Result<RequestReceipt, RequestRefusal | Refusal<"not_found">>> {
    const deal = await findDeal(context.tx, input.dealId);
    if (!deal || !may(context.actor, "request.create", deal)) return refuse("not_found");
    const written = await writeRequest(context, await withEnds(context.tx, deal), input);
    if (written.ok) context.concerns(written.value.id);
    return written;
  },
});

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
  lock: lockWithDeal,
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
    await followRequest(context, request);
    const { dealId, service } = request;
    const providerOrganisationIds = waitingFor(await readChain(tx, dealId), service);
    const told = { ...(await dealFacts(context, dealId)), service, fallback: chosen.value, providerOrganisationIds };
    publish({ type: "chain.fallback_chosen", ...told });
    await settleChain(context, dealId);
    concerns(written.value.id);
    return written;
  },
});
