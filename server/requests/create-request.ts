import { z } from "zod";
import type { Reader } from "../../db/database";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { may } from "../../domain/access/policy";
import { endsOf } from "../../domain/deals/plan-deal";
import { biddingSchema } from "../../domain/requests/bidding-schema";
import { type SpecOf, kindOf } from "../../domain/services/registry";
import { specSoFar } from "../../domain/services/spec-rule";
import { isService, SERVICES, type Service } from "../../domain/shared/service";
import { readSoFar } from "../../domain/shared/read-members";
import { assert } from "../../domain/shared/assert";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { type RequestReceipt, type RequestRefusal, requestRefusals, writeRequest } from "../deals/write-request";
import { referenceData } from "../hubs/queries/network";
import { REQUEST_BODY } from "./examples";
import { receiptShape, requestHttp } from "./load-request";

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
