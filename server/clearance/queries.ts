import "server-only";
import type { Reader } from "../../db/database";
import {
  declarationQuestionsOf,
  declarationsOfOrders,
  entriesOf,
  type StoredDeclaration,
  type StoredDeclarationQuestion,
  type StoredEntry,
} from "../../db/repositories/declarations";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { originOfOrder } from "../../db/repositories/order-lists";
import { findMilestones, findOrder, type StoredOrder } from "../../db/repositories/orders";
import { type Actor, may } from "../../domain/access/policy";
import { isOver } from "../../domain/orders/order";
import { due } from "../../domain/clearance/assessment";
import { compareDuties } from "../../domain/clearance/duty-comparison";
import { declaredGoods } from "../../domain/clearance/declaration-lines";
import type { Subcontractor } from "../../domain/bidding/offer/commercial-terms";
import type { DeclarationSide, DeclaredContent } from "../../domain/clearance/declaration";
import { transitionsOf } from "../../domain/clearance/transitions";
import { countryOfSide, currencyOfCountry, declarantOf, draftedFor } from "../../domain/clearance/release";
import { customs } from "../../domain/services/customs/kind";
import { assert } from "../../domain/shared/result";
import { dayOf, type Instant } from "../../domain/shared/time";
import { exitValue } from "../../domain/services/customs/customs-value";
import { convert } from "../../domain/shared/exchange-rate";
import { allocate, type Currency, type Money, money } from "../../domain/shared/money";
import type { Declaration, OrderDeclarations, SuggestedDeclaration } from "../../views/declarations";
import { type ClearanceContext, clearanceContext } from "../orders/clearance-context";
import { dutyEstimateOf } from "../tariff/duty-queries";

/** What the deal says of each line of its cargo. */
const goodsOf = ({ cargo }: Pick<ClearanceContext, "cargo">) =>
  cargo.map(({ description, ...goods }, at) => ({
    ...{ line: at + 1, description },
    goods: {
      ...{ packages: goods.packages, packageType: goods.packageType, originCountry: goods.originCountry },
      ...{ grossWeightGrams: goods.grossWeightGrams, netWeightGrams: goods.netWeightGrams },
      quantitiesMilli: goods.quantitiesMilli,
    },
  }));

type Around = {
  readonly context: ClearanceContext;
  /** Whom the bid that won named for parts of the work. */
  readonly subcontractors: readonly Subcontractor[];
  readonly side: "buyer" | "provider";
  readonly mayAct: boolean;
  readonly questions: readonly StoredDeclarationQuestion[];
  readonly entries: readonly StoredEntry[];
};

function shownDeclaration(declaration: StoredDeclaration, of: Around): Declaration {
  const { id, currency, lines, estimate, assessment } = declaration;
  const questions = of.questions.filter(({ declarationId }) => declarationId === id);
  const open = questions.find(({ answeredAt }) => answeredAt === null);
  const cargo = goodsOf(of.context);
  return {
    ...{ id, currency, number: declaration.number, side: declaration.side, country: declaration.country },
    ...{ state: declaration.state, version: declaration.version, revision: declaration.revision },
    declarant: declarantOf(of.subcontractors, declaration),
    ...{ remarks: declaration.remarks, registeredNumber: declaration.registeredNumber },
    ...{ approvedAt: declaration.approvedAt, filedAt: declaration.filedAt },
    lines: lines.map((line) => {
      const known = cargo[line.line - 1];
      assert(known, "a declared line is one of the cargo");
      const { description } = known;
      const shown = ({ hsCode, valueMinor, name = description, ...said }: DeclaredContent) => ({
        ...{ name, hsCode, customsValue: money(BigInt(valueMinor), currency) },
        goods: { ...known.goods, ...declaredGoods(said, known.goods) },
      });
      return { ...known, ...shown(line), before: line.before ? shown(line.before) : null };
    }),
    incoterm: of.context.incoterm,
    estimateDay: estimate?.day ?? null,
    hasFormE: estimate?.hasFormE ?? false,
    withFormE: estimate?.withFormE === undefined ? null : money(BigInt(estimate.withFormE), currency),
    isAssessed: assessment !== null,
    duties: compareDuties(declaration, { estimate, assessment }),
    due: due(declaration),
    questions: questions.map(({ declarationId: _, answeredByUserId: __, answerFileIds, ...question }) => ({
      ...question,
      answerFileIds: answerFileIds ?? [],
    })),
    entries: of.entries
      .filter(({ declarationId }) => declarationId === id)
      .map(({ seq, event, occurredAt, words, fileIds }) => ({ seq, event, occurredAt, words, fileIds })),
    transitions: of.mayAct ? transitionsOf(declaration, { side: of.side, answersBy: open?.answersBy ?? null }) : [],
  };
}

type OfDraft = { readonly order: StoredOrder; readonly context: ClearanceContext; readonly now: Instant };

type Values = readonly (Money | null)[];

/** What each line is worth at the exit, by its share of the price and at the rates of today; null where that is not known. */
async function exitValues(
  read: Reader,
  { spec, shipment, cargo }: ClearanceContext,
  { currency, now }: { readonly currency: Currency; readonly now: Instant },
): Promise<Values> {
  const value = exitValue(spec, shipment);
  const weights = cargo.map((line) => line.value?.minor ?? 0n);
  const day = dayOf(now);
  const converted = value && convert(value, currency, await ratesUpTo(read, day), day);
  if (!converted?.ok || weights.some((minor) => minor <= 0n)) return cargo.map(() => null);
  return allocate(converted.value.amount, weights);
}

/** What each line is worth where the goods come in, as the request's estimate has it. */
async function entryValues(read: Reader, { spec, shipment, cargo }: ClearanceContext, now: Instant): Promise<Values> {
  const shown = await dutyEstimateOf(read, { service: "customs", spec, shipment, now });
  return cargo.map(({ value }, at) => (shown?.estimate ? (shown.estimate.lines[at]?.customsValue ?? null) : value));
}

/** What a new draft of this side begins with: the codes of the bid's opinions, and the values that the request reckons with. */
async function suggestionFor(
  read: Reader,
  side: DeclarationSide,
  { order, context, now }: OfDraft,
): Promise<SuggestedDeclaration> {
  const { spec, shipment, cargo, ends } = context;
  const country = countryOfSide(side, ends) ?? spec.transit?.country ?? null;
  const goods = shipment.goodsValue.currency;
  const currency = country === null ? goods : currencyOfCountry(country, goods);
  const content = (await originOfOrder(read, order))?.content;
  const opinions = customs.termsSchema.safeParse(content?.terms).data?.hsOpinions ?? {};
  const values =
    side === "export" ? await exitValues(read, context, { currency, now }) : await entryValues(read, context, now);
  return {
    ...{ side, country, currency },
    lines: cargo.map(({ description, hsCode }, at) => {
      const known = values[at] ?? null;
      return {
        ...{ line: at + 1, description, hsCode: opinions[String(at + 1)]?.hsCode ?? hsCode },
        customsValue: known?.currency === currency ? known : null,
      };
    }),
  };
}

/** Steps that come of a declaration; told without one they were told by hand. */
const BY_HAND: ReadonlySet<string> = new Set(["draft_approved", "filed", "export_released", "released"]);

/** The declarations of a customs order with all that its parties see of them; null for everybody else and for other orders. */
export async function clearancePage(
  read: Reader,
  viewer: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<OrderDeclarations | null> {
  const order = await findOrder(read, orderId);
  if (order?.service !== "customs") return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const side = order.buyerOrganisationId === viewer.organisationId ? "buyer" : "provider";
  const context = await clearanceContext(read, order);
  const declarations = await declarationsOfOrders(read, [orderId]);
  const ids = declarations.map(({ id }) => id);
  const [questions, entries] = [await declarationQuestionsOf(read, ids), await entriesOf(read, ids)];
  const action = side === "buyer" ? "declaration.approve" : "declaration.change";
  const mayAct = !isOver(order) && may(viewer, action, order);
  const subcontractors = (await originOfOrder(read, order))?.content?.subcontractors ?? [];
  const around = { context, subcontractors, side, questions, entries, mayAct } as const;
  const mayDraft = (one: DeclarationSide) =>
    draftedFor({ ...context, state: order.state, declarations }, { side: one, country: "XX" }).ok;
  const open = around.mayAct && side === "provider" ? context.sides.filter(mayDraft) : [];
  const drafts: SuggestedDeclaration[] = [];
  const steps = declarations.length > 0 ? [] : await findMilestones(read, order);
  for (const one of open) drafts.push(await suggestionFor(read, one, { order, context, now }));
  return {
    orderId,
    declarations: declarations.map((one) => shownDeclaration(one, around)),
    ...{ cargo: goodsOf(context), incoterm: context.incoterm },
    drafts,
    isScheduled: order.state !== "placed",
    isByHand: steps.some(({ code, occurredAt }) => BY_HAND.has(code) && occurredAt !== null),
  };
}
