import type { Reader } from "../../db/database";
import { hasOriginPaper } from "../../db/repositories/documents";
import { dutyRatesUpTo } from "../../db/repositories/duty-rates";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import {
  DECLARATION_SIDES,
  type DeclarationSide,
  type DeclaredLine,
  type KeptEstimate,
} from "../../domain/clearance/declaration";
import type { DutyFigure } from "../../domain/tariff/duty-estimate";
import { DUTY_CURRENCY } from "../../domain/tariff/duty-rate";
import { estimateDuty, estimateWithFormE } from "../../domain/tariff/estimate-duty";
import { dutyQuestionOf } from "../../domain/services/customs/duties";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf, type Instant } from "../../domain/shared/time";
import { type Currency, money, sum } from "../../domain/shared/money";
import { type ClearanceContext, clearanceContext } from "../orders/clearance-context";
import { z } from "zod";
import { appendEntry, declarationsOfOrders, insertDeclaration } from "../../db/repositories/declarations";
import { type LinesRefusal, declaredGoods, declareLines, markChanged } from "../../domain/clearance/declaration-lines";
import {
  currencyOfCountry,
  draftedFor,
  type DraftRefusal,
  mayPassThrough,
  transitCountries,
  type TransitRefusal,
} from "../../domain/clearance/release";
import type { StoredOrder } from "../../db/repositories/orders";
import { countriesOnWay } from "../orders/kinds/way-countries";
import { orderFacts } from "../../domain/orders/order";
import {
  type DeclarationReceipt,
  type MoveRefusal,
  loadDeclaration,
  moveDeclaration,
  lockDealOfDeclaration,
} from "./move-declaration";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import {
  TRANSITION_REFUSALS,
  EXAMPLE_LINES,
  LINE_REFUSALS,
  transitionHttp,
  draftFields,
  ofDeclaration,
} from "./declaration-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** Whether a draft may be declared to a country: of a transit one that its goods pass. */
async function mayDeclareTo(
  db: Reader,
  order: Pick<StoredOrder, "dealId" | "hubId">,
  { spec, country }: Pick<ClearanceContext, "spec"> & { readonly country: string },
): Promise<Result<void, TransitRefusal>> {
  if (spec.side !== "transit") return accept(undefined);
  return mayPassThrough(country, transitCountries(spec, await countriesOnWay(db, order)));
}

type Draft = {
  readonly side: DeclarationSide;
  readonly currency: Currency;
  readonly lines: readonly DeclaredLine[];
};

const digits = ({ amount }: DutyFigure): string | null => (amount ? `${amount.minor}` : null);

/** What the market's rates of today make of a draft, by its own codes and values; null where the tariff charges nothing for this side. */
async function estimateDraft(
  db: Reader,
  { spec, shipment, cargo }: Pick<ClearanceContext, "spec" | "shipment" | "cargo">,
  { side, currency, lines, dealId, now }: Draft & { readonly dealId: string; readonly now: Instant },
): Promise<KeptEstimate | null> {
  const asked = side === "import" ? dutyQuestionOf(spec, shipment) : null;
  if (!asked || DUTY_CURRENCY[asked.country] !== currency) return null;
  const declared = lines.map(({ line, hsCode, valueMinor, ...said }) => {
    const known = asked.lines[line - 1];
    const ofDeal = cargo[line - 1];
    assert(known && ofDeal, "a declared line is one of the cargo");
    const { grossWeightGrams, netWeightGrams, quantitiesMilli } = declaredGoods(said, ofDeal);
    return {
      ...{ ...known, hsCode, value: money(BigInt(valueMinor), currency) },
      quantities: { kg: netWeightGrams ?? grossWeightGrams, ...quantitiesMilli },
    };
  });
  const customsValue = sum(
    declared.map(({ value }) => value),
    currency,
  );
  const day = dayOf(now);
  const exchange = { rates: await ratesUpTo(db, day), day };
  const rates = await dutyRatesUpTo(db, asked.country, day);
  // A broker declares values that hold what belongs to them.
  const about = {
    country: asked.country,
    declarations: 1,
    leftOut: [],
    hasFormE: await hasOriginPaper(db, dealId, now),
  };
  const question = { ...about, lines: declared, customsValue };
  const estimated = estimateDuty(question, { rates, exchange });
  if (!estimated.ok) return null;
  const withFormE = estimateWithFormE(question, { rates, exchange });
  return {
    day,
    hasFormE: question.hasFormE,
    ...(withFormE?.isComplete ? { withFormE: `${withFormE.total.minor}` } : {}),
    lines: estimated.value.lines.map(({ duty, excise, vat }, at) => ({
      line: lines[at]?.line ?? 0,
      ...{ duty: digits(duty), excise: digits(excise), vat: digits(vat) },
    })),
    fee: digits(estimated.value.fee),
  };
}

const draftInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  side: z.enum(DECLARATION_SIDES, "unknown_choice"),
  ...draftFields,
});

/** The provider drafts a declaration of one side; the buyer reads it before it is filed. */
export const draftDeclaration = command({
  name: "clearance.draft-declaration",
  action: "declaration.change",
  input: draftInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/declarations",
    status: 201,
    summary: "The provider drafts the declaration of one side; the buyer approves it before it is filed",
    example: { side: "import", lines: EXAMPLE_LINES, remarks: "" },
    refusals: [
      ...TRANSITION_REFUSALS,
      ...LINE_REFUSALS,
      "order_not_scheduled",
      "order_over",
      "side_not_asked",
      "side_declared",
      "country_needed",
      "country_not_passed",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, side, country: through, lines, remarks, ...confirmed },
  ): Promise<
    Result<DeclarationReceipt, LoadRefusal | DraftRefusal | TransitRefusal | LinesRefusal | Refusal<"not_found">>
  > {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    if (order.service !== "customs") return refuse("not_found");
    const clearance = await clearanceContext(tx, order);
    const declarations = await declarationsOfOrders(tx, [orderId]);
    const country = draftedFor({ ...clearance, state: order.state, declarations }, { side, country: through ?? null });
    if (!country.ok) return country;
    const passes = await mayDeclareTo(tx, order, { spec: clearance.spec, country: country.value });
    if (!passes.ok) return passes;
    const currency = currencyOfCountry(country.value, clearance.shipment.goodsValue.currency);
    const declared = declareLines(lines, {
      ...{ cargo: clearance.cargo, asked: clearance.asked, currency, country: country.value, ...confirmed },
    });
    if (!declared.ok) return declared;
    const id = newId();
    const draft = { side, currency, lines: declared.value };
    const estimate = await estimateDraft(tx, clearance, { ...draft, dealId: order.dealId, now });
    await insertDeclaration(tx, {
      ...{ id, orderId, number: declarations.length + 1, country: country.value, ...draft },
      ...{ state: "drafted", remarks, revision: 1, estimate, paidMinor: 0n, createdAt: now, version: 1 },
    });
    const by = { occurredAt: now, recordedAt: now, byUserId: actor.userId };
    await appendEntry(tx, { declarationId: id, event: "draft", ...by, words: "", fileIds: [] });
    publish({ type: "declaration.drafted", declarationId: id, side, ...orderFacts(order) });
    concerns(id);
    return accept({ id, orderId, state: "drafted", version: 1 });
  },
});

const reviseInput = z.strictObject({ ...ofDeclaration, ...draftFields });

/** The provider changes its draft before it is filed; an approval was of what the buyer had read, and falls with it. */
export const reviseDeclaration = command({
  name: "clearance.revise-declaration",
  action: "declaration.change",
  input: reviseInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/revision",
    summary: "The provider changes its draft; an approval falls with it",
    example: { lines: EXAMPLE_LINES, remarks: "Line 1 by the maker's data sheet" },
    refusals: [...TRANSITION_REFUSALS, ...LINE_REFUSALS, "country_not_passed"],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, country: through, lines, remarks, ...confirmed },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | TransitRefusal | LinesRefusal>> {
    const { tx, actor, now } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const { declaration, order } = loaded.value;
    const clearance = await clearanceContext(tx, order);
    const { side } = declaration;
    const country = side === "transit" ? (through ?? declaration.country) : declaration.country;
    const passes = await mayDeclareTo(tx, order, { spec: clearance.spec, country });
    if (!passes.ok) return passes;
    const currency = currencyOfCountry(country, clearance.shipment.goodsValue.currency);
    const declared = declareLines(lines, {
      ...{ cargo: clearance.cargo, asked: clearance.asked, currency, country, ...confirmed },
      revised: declaration.lines,
    });
    if (!declared.ok) return declared;
    const changed = markChanged(declared.value, declaration, currency);
    const draft = { side, currency, lines: changed };
    const estimate = await estimateDraft(tx, clearance, { ...draft, dealId: order.dealId, now });
    return moveDeclaration(context, loaded.value, {
      ...{ event: "revise", occurredAt: now, isAct: false },
      change: {
        ...{ country, currency, lines: changed, remarks, estimate },
        ...{ revision: declaration.revision + 1, approvedAt: null, approvedByUserId: null },
      },
    });
  },
});
