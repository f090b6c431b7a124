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
import { originOfOrder } from "../../db/repositories/order-lists";
import { findMilestones, findOrder, type StoredOrder } from "../../db/repositories/orders";
import type { Actor } from "../../domain/access/actor";
import { isOver } from "../../domain/orders/order";
import { may } from "../../domain/access/policy";
import { due } from "../../domain/clearance/assessment";
import { compareDuties } from "../../domain/clearance/duty-comparison";
import type { DeclarationSide, DeclaredContent } from "../../domain/clearance/declaration";
import type { ClearancePage, ShownDeclaration, Suggestion } from "../../domain/clearance/declaration-view";
import { transitionsOf } from "../../domain/clearance/transitions";
import { countryOfSide, currencyOfCountry, draftedFor } from "../../domain/clearance/declaration-sides";
import { customs } from "../../domain/services/customs/kind";
import type { Instant } from "../../domain/shared/instant";
import { money } from "../../domain/shared/money";
import { type ClearanceContext, clearanceContext } from "../orders/clearance-context";
import { dutyEstimateOf } from "../tariff/duty-queries";

type Around = {
  readonly context: ClearanceContext;
  readonly side: "buyer" | "provider";
  readonly mayAct: boolean;
  readonly questions: readonly StoredDeclarationQuestion[];
  readonly entries: readonly StoredEntry[];
};

function shownDeclaration(declaration: StoredDeclaration, of: Around): ShownDeclaration {
  const { id, currency, lines, estimate, assessment } = declaration;
  const questions = of.questions.filter(({ declarationId }) => declarationId === id);
  const open = questions.find(({ answeredAt }) => answeredAt === null);
  return {
    ...{ id, currency, number: declaration.number, side: declaration.side, country: declaration.country },
    ...{ state: declaration.state, version: declaration.version, revision: declaration.revision },
    ...{ remarks: declaration.remarks, registeredNumber: declaration.registeredNumber },
    ...{ approvedAt: declaration.approvedAt, filedAt: declaration.filedAt },
    lines: lines.map((line) => {
      const description = of.context.cargo[line.line - 1]?.description ?? "";
      const shown = ({ hsCode, valueMinor, name = description }: DeclaredContent) => ({
        ...{ name, hsCode, value: money(BigInt(valueMinor), currency) },
      });
      return { line: line.line, description, ...shown(line), before: line.before ? shown(line.before) : null };
    }),
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

/** What a new draft of this side begins with: the codes of the bid's opinions, and for an import the customs value that the request's estimate is of. */
async function suggestionFor(
  read: Reader,
  side: DeclarationSide,
  { order, context, now }: OfDraft,
): Promise<Suggestion> {
  const { spec, shipment, cargo, ends } = context;
  const country = countryOfSide(side, ends);
  const goods = shipment.goodsValue.currency;
  const currency = country === null ? goods : currencyOfCountry(country, goods);
  const content = (await originOfOrder(read, order))?.content;
  const opinions = customs.termsSchema.safeParse(content?.terms).data?.hsOpinions ?? {};
  const shown = side === "import" ? await dutyEstimateOf(read, { service: "customs", spec, shipment, now }) : null;
  const estimate = shown?.estimate ?? null;
  return {
    ...{ side, country, currency },
    lines: cargo.map(({ description, hsCode, value }, at) => {
      const known = estimate ? (estimate.lines[at]?.customsValue ?? null) : value;
      return {
        ...{ line: at + 1, description, hsCode: opinions[String(at + 1)]?.hsCode ?? hsCode },
        value: known?.currency === currency ? known : null,
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
): Promise<ClearancePage | null> {
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
  const around = { context, side, questions, entries, mayAct: !isOver(order) && may(viewer, action, order) } as const;
  const mayDraft = (one: DeclarationSide) =>
    draftedFor({ ...context, state: order.state, declarations }, { side: one, country: "XX" }).ok;
  const open = around.mayAct && side === "provider" ? context.sides.filter(mayDraft) : [];
  const drafts: Suggestion[] = [];
  const steps = declarations.length > 0 ? [] : await findMilestones(read, order);
  for (const one of open) drafts.push(await suggestionFor(read, one, { order, context, now }));
  return {
    orderId,
    declarations: declarations.map((one) => shownDeclaration(one, around)),
    cargo: context.cargo.map(({ description }, at) => ({ line: at + 1, description })),
    drafts,
    isScheduled: order.state !== "placed",
    isByHand: steps.some(({ code, occurredAt }) => BY_HAND.has(code) && occurredAt !== null),
  };
}
