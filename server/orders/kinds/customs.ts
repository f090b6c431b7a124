import { declarationsOfOrders, entriesOf, openQuestionsOf } from "@/db/repositories/declarations";
import { versionsOfDeal } from "@/db/repositories/documents";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { originOfOrder } from "@/db/repositories/order-lists";
import { findRequest } from "@/db/repositories/requests";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { declarationFormat, numbersBySide } from "@/domain/clearance/declaration-number";
import { countryOfSide, sidesOf } from "@/domain/clearance/release";
import { isDeclaredIn } from "@/domain/orders/document-numbers";
import type { KeptEvidence } from "@/domain/orders/evidence";
import { storedSpec } from "@/domain/services/registry";
import { stateCharges } from "@/domain/bidding/bid";
import { paidTaxes } from "@/domain/clearance/paid-taxes";
import { customs } from "@/domain/services/customs/kind";
import { dayOf } from "@/domain/shared/time";
import { declarationTask } from "@/domain/clearance/declaration";
import {
  EXPORT_RELEASE_STEP,
  canFollowDeclaration,
  isReportedByHand,
  RELEASE_STEP,
  sideNumberedBy,
  transitionTo,
} from "@/domain/clearance/transitions";
import { currentOf } from "@/domain/documents/deal-document";
import { evidenceInDeclarations, heldOfDuties } from "@/domain/documents/deliverables";
import { filedInRoom } from "@/domain/documents/readiness";
import type { OrderTask } from "@/domain/orders/order";
import { shapeOf } from "@/domain/services/document-kind";
import { accept, refuse } from "@/domain/shared/result";
import { clearanceContext } from "../clearance-context";
import type { KindInOrder } from "./kind-in-order";
import { countriesOnWay } from "./way-countries";
import { countriesOf } from "@/server/hubs/queries/network";

export const customsInOrder: KindInOrder = {
  /** Steps follow from the declarations that are kept here; a clearance that keeps none reports them by hand. */
  async mayReport(db, order, code) {
    if (!canFollowDeclaration(code)) return accept(undefined);
    const declarations = await declarationsOfOrders(db, [order.id]);
    if (declarations.length === 0) return accept(undefined);
    if (isReportedByHand(code, { ...(await clearanceContext(db, order)), declarations })) return accept(undefined);
    const isRelease = code === RELEASE_STEP || code === EXPORT_RELEASE_STEP;
    return refuse(isRelease ? "declaration_unreleased" : "step_of_declaration", { code });
  },

  /**
   * The filing and the releases come with the number that the customs gave, where it stands with no step, declaration or paper yet. A country
   * whose numbers have no form here, a transit and a request that is read no longer are not asked for it.
   */
  async isSaid(db, order, { code, evidence }) {
    const request = await findRequest(db, order.requestId);
    const spec = storedSpec(customs, request?.spec);
    const side = spec && sideNumberedBy(code, sidesOf(spec));
    const country = side && countryOfSide(side, await countriesOf(db, order));
    if (!country || !isDeclaredIn(country)) return accept(undefined);
    const told = [evidence, ...order.milestones.map((step) => step.evidence)].flatMap(
      (one: KeptEvidence | null = null) => [...(one?.declarations ?? []), ...(one?.registered ?? [])],
    );
    if (told.some((one) => one.country === country)) return accept(undefined);
    const papers = currentOf(await versionsOfDeal(db, order.dealId));
    const filed = filedInRoom(await declarationsOfOrders(db, [order.id]));
    if ([...papers, ...filed].some(({ kind }) => kind === `${side}_declaration`)) return accept(undefined);
    return refuse("declaration_number_missing", { side, country, format: declarationFormat({ country, side }) });
  },

  /** They leave their origin and enter their destination; a transit may be opened wherever they pass. */
  async declaresIn(db, order) {
    const request = await findRequest(db, order.requestId);
    const spec = storedSpec(customs, request?.spec);
    if (!spec) return null;
    if (spec.side === "transit") {
      const countries = await countriesOnWay(db, order);
      return countries && { countries, side: "transit" };
    }
    const { origin, destination } = await countriesOf(db, order);
    return { countries: [origin, destination] };
  },

  /** By the estimates in its price or by what the customs have assessed. */
  async bearsStateCharges(db, order) {
    const origin = await originOfOrder(db, order);
    const chosen = origin?.content && contentOfAlternative(origin.content, origin.alternative);
    if (chosen && stateCharges(chosen).minor > 0n) return true;
    return (await declarationsOfOrders(db, [order.id])).some(({ assessment }) => assessment !== null);
  },

  async formOf(db, { id }, code) {
    const done = transitionTo(code, await declarationsOfOrders(db, [id]));
    return { room: "clearance", transition: done?.transition ?? null, of: done?.id ?? null };
  },

  async tasksOf(db, orders) {
    const ids = orders.map(({ id }) => id);
    const declarations = await declarationsOfOrders(db, ids);
    const waiting = declarations.filter(({ state }) => state === "questioned").map(({ id }) => id);
    const questions = await openQuestionsOf(db, waiting);
    const returned = declarations.filter(({ state }) => state === "returned").map(({ id }) => id);
    const entries = await entriesOf(db, returned);
    const sentBack = (id: string) =>
      entries.findLast(({ declarationId, event }) => declarationId === id && event === "send_back")?.words;
    return ids.flatMap((id): [string, OrderTask][] => {
      const own = declarations.filter(({ orderId }) => orderId === id);
      const asked = own.map((one) => ({
        ...{ ...one, question: questions.get(one.id) ?? null },
        sentBack: returned.includes(one.id) ? sentBack(one.id) : undefined,
      }));
      const task = declarationTask(asked);
      return task ? [[id, task]] : [];
    });
  },

  /** The numbers of what was declared, by the order's declarations and the papers of its deal, and the receipts of the duties. */
  async recordsOf(db, order, steps) {
    const { id, dealId } = order;
    const papers = currentOf(await versionsOfDeal(db, dealId)).filter(({ kind }) => shapeOf(kind) === "declaration");
    const declarations = await declarationsOfOrders(db, [id]);
    const numbers = [...papers, ...filedInRoom(declarations)].map(({ number }) => number);
    const paid = declarations.filter(({ paidMinor }) => paidMinor > 0n).map((declaration) => declaration.id);
    const entries = await entriesOf(db, paid);
    const receipts = entries.flatMap(({ event, words }) => (event === "pay" ? [words] : []));
    const told = steps.flatMap(({ evidence }) => evidence?.declarations ?? []);
    const of = { ends: await countriesOf(db, order), side: (await customsInOrder.declaresIn?.(db, order))?.side };
    return {
      ...{ held: heldOfDuties(receipts), evidence: evidenceInDeclarations(numbers) },
      declared: numbersBySide({ told, kept: declarations }, of),
    };
  },

  /** What the customs were paid, against the taxes in the price; nothing before all is paid. */
  async onTopOf(db, order, chosen) {
    if (!chosen) return {};
    const declarations = await declarationsOfOrders(db, [order.id]);
    const isCalledOff = order.state === "cancelled";
    const estimated = stateCharges(chosen);
    const isToCome = !isCalledOff || estimated.minor === 0n;
    if (isToCome && declarations.every(({ assessment }) => assessment === null)) return {};
    const { sides, asked } = await clearanceContext(db, order);
    const day = dayOf(order.contractedAt);
    const taxes = paidTaxes(
      { sides, asked, declarations },
      {
        estimated,
        dutyPaidBy: customs.termsSchema.safeParse(chosen.terms).data?.dutyPaidBy,
        ...{ day, rates: await ratesUpTo(db, day), isCalledOff },
      },
    );
    return { taxes };
  },
};
