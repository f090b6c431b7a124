import { z } from "zod";
import { insertReroute } from "@/db/repositories/chains";
import { may } from "@/domain/access/policy";
import { mayAsk, REROUTE_WORDS_MAX, type UnderwayRefusal } from "@/domain/orders/reroute";
import { longText } from "@/domain/shared/wire-fields";
import { assert } from "@/domain/shared/assert";
import { MINOR_MAX } from "@/domain/shared/money";
import { moneySchema } from "@/domain/shared/money-schema";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { type CarriageRefusal, loadCarriage, plannedThrough, rerouteFacts } from "./load-carriage";

const receiptShape = z.strictObject({ dealId: idText, number: z.int() });
type RerouteReceipt = Readonly<z.output<typeof receiptShape>>;

type AskRefusal =
  | CarriageRefusal
  | UnderwayRefusal
  | Refusal<"reroute_same_hub" | "reroute_no_way" | "reroute_currency" | "amount_too_large" | "amount_malformed">;

/** One side of a deal's carriage asks the other to go by another hub, and says why and what the buyer would pay for it beyond the contract. */
export const askReroute = command({
  name: "reroute.ask-reroute",
  action: "route.change",
  input: z.strictObject({
    dealId: z.string().min(1).max(64),
    hubId: z.string().min(1).max(64),
    reason: longText(REROUTE_WORDS_MAX),
    extra: moneySchema
      .nullable()
      .prefault(null)
      .meta({ description: "What the buyer would pay on top of the contract price, in its currency" }),
  }),
  http: {
    method: "POST",
    path: "/deals/{dealId}/reroutes",
    scope: "orders:write",
    status: 201,
    summary: "Ask the other side of the carriage to go by another hub, by the same mode, before the goods cross",
    example: { hubId: "alashankou", reason: "The road at Horgos is closed for three days", extra: null },
    output: receiptShape,
    refusals: [
      "reroute_no_carriage",
      "reroute_crossed",
      "reroute_bids_out",
      "reroute_running",
      "reroute_too_many",
      "reroute_same_hub",
      "reroute_no_way",
      "reroute_currency",
      "amount_malformed",
      "amount_too_large",
      "wrong_state",
      "not_permitted",
    ],
  },
  async run(context, { dealId, hubId, reason, extra }): Promise<Result<RerouteReceipt, AskRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadCarriage(context, dealId);
    if (!loaded.ok) return loaded;
    const of = loaded.value;
    const { deal, carriage, reroutes, side: askedBy } = of;
    const free = mayAsk({ ...of, hubId: deal.hubId }, hubId);
    if (!free.ok) return free;
    const currency = carriage.contractCurrency;
    if (extra && extra.currency !== currency) return refuse("reroute_currency", { currency });
    // It binds the buyer's money, as an award does.
    if (extra && extra.minor > 0n && askedBy === "buyer" && !may(actor, "route.pay", deal))
      return refuse("not_permitted");
    if (extra && extra.minor < 0n) return refuse("amount_malformed");
    if (extra && extra.minor > MINOR_MAX) return refuse("amount_too_large");
    const planned = await plannedThrough(context, of, hubId);
    if (!planned) return refuse("reroute_no_way");
    assert(actor.userId, "who asks has a name");
    const number = reroutes.length + 1;
    await insertReroute(tx, {
      ...{ dealId, number, state: "asked", reason, askedBy, version: 1 },
      ...{ fromHubId: deal.hubId, toHubId: hubId },
      ...{ extraMinor: extra?.minor ?? 0n, extraCurrency: currency },
      laterMs: planned.laterMs,
      furtherKm: planned.furtherKm,
      askedByUserId: actor.userId,
      askedAt: now,
    });
    publish({ type: "chain.reroute_asked", reason, ...rerouteFacts(of, { number, askedBy }, planned.hub) });
    concerns(dealId);
    return accept({ dealId, number });
  },
});
