import type { Database } from "../db/database";
import { asc, eq } from "drizzle-orm";
import { findMilestones, findOrder } from "../db/repositories/orders";
import { insertRequest } from "../db/repositories/requests";
import { outbox } from "../db/schema/notices";
import { requests } from "../db/schema/requests";
import { defaultGates } from "../domain/orders/chain/deal-gates";
import type { Gate } from "../domain/orders/chain/gate";
import { stateOf } from "../domain/orders/order";
import { milestonesFor } from "../domain/services/registry";
import { type Service, SERVICES } from "../domain/shared/vocabulary";
import { toIso } from "../domain/shared/time";
import { layChain } from "./settled-chains";
import { acceptOrder } from "../server/orders/accept-order";
import { reportMilestone } from "../server/orders/report-milestone";
import type { Command } from "../server/platform/command";
import { execute, type Outcome } from "../server/platform/execute";
import { sendPayment } from "../server/remittance/send-payment";
import { newUetr } from "./new-uetr";
import { actorOf, EARLY, orderMarket, START } from "./order-market";

/** What the four requests of a deal through Horgos ask for, as far as gates follow from it. */
const ASKED = [
  { service: "logistics", spec: {} },
  { service: "payment", spec: { need: "supplier_payment" } },
  { service: "customs", spec: { side: "both" } },
  { service: "inspection", spec: { type: "pre_shipment" } },
] as const;

export const CHAIN_GATES: readonly Gate[] = defaultGates({ mode: "road", isBorderHub: true, services: ASKED });

/** A request of the deal that ended with nobody chosen, with all else as the others of its deal had it. */
async function askInVain(database: Database, of: { readonly dealId: string; readonly service: Service }) {
  const { dealId, service } = of;
  const [other] = await database.read.select().from(requests).where(eq(requests.dealId, dealId)).limit(1);
  if (!other) throw new Error("a deal has requests");
  const id = requestIdOf(service);
  const ended = { state: "no_bids", bidCount: 0 } as const;
  await database.write((tx) => insertRequest(tx, { ...other, id, reference: id, service, ...ended }));
}

/** The id of a request that nobody bid on. */
export const requestIdOf = (service: Service): string => `unfilled-${service}`;

/** A contracted deal of four services by road through Horgos, with the gates that follow from them; nobody bid on those that are `unfilled`. */
export async function chainMarket(gates: readonly Gate[] = CHAIN_GATES, unfilled: readonly Service[] = []) {
  const market = await orderMarket({ services: SERVICES.filter((service) => !unfilled.includes(service)) });
  const { database, orders, now } = market;
  // A model sends more in a moment than any rate allows.
  const on = { ...market.on, isMetered: false };
  const idOf = (service: Service) => orders[service] as string;
  const dealId = (await findOrder(database.read, idOf("logistics")))?.dealId as string;
  for (const service of unfilled) await askInVain(database, { dealId, service });
  await database.write((tx) => layChain(tx, dealId, { gates, at: START }));
  const run = <Input, Output>(who: Parameters<typeof actorOf>[0], verb: Command<Input, Output>, input: unknown) =>
    execute(verb, { actor: actorOf(who), input }, on);
  const report = (
    service: Service,
    code: string,
    more: object = {},
  ): Promise<Outcome<{ readonly version: number }>> => {
    const of = { orderId: idOf(service), occurredAt: toIso(now()) };
    // What is sent is told with its bank's reference.
    const sending = { referenceKind: "uetr", reference: newUetr(), amount: { minor: 1, currency: "CNY" } };
    return service === "payment" && code === "sent"
      ? run("timur", sendPayment, { ...of, ...sending })
      : run("timur", reportMilestone, { ...of, code, ...EARLY, ...more });
  };
  return {
    ...market,
    on,
    dealId,
    idOf,
    run,
    report,
    /** The same in a process that dies once all is written and before it is committed. */
    dyingOver: (service: Service, code: string) => {
      const dying: Database = {
        ...database,
        read: database.read,
        write: (work) =>
          database.write(async (tx) => {
            await work(tx);
            throw new Error("the process died");
          }),
      };
      const input = { orderId: idOf(service), code, occurredAt: toIso(now()), ...EARLY };
      return execute(reportMilestone, { actor: actorOf("timur"), input }, { ...on, database: dying });
    },
    accept: (service: Service) => run("lin", acceptOrder, { orderId: idOf(service) }),
    /** Reports steps one after the other up to and with this one; each has to be taken. */
    async reportTo(service: Service, last: string) {
      const milestones = milestonesFor(service, "road");
      const told = await this.told(service);
      for (const { code } of milestones.slice(0, milestones.findIndex((one) => one.code === last) + 1)) {
        if (told.includes(code)) continue;
        const outcome = await report(service, code);
        if (outcome.kind !== "done") throw new Error(`${service}.${code}: ${JSON.stringify(outcome)}`);
      }
    },
    async state(service: Service) {
      const order = await findOrder(database.read, idOf(service));
      return order && stateOf(order);
    },
    async told(service: Service) {
      const milestones = await findMilestones(database.read, { id: idOf(service), service });
      return milestones.flatMap(({ code, occurredAt }) => (occurredAt === null ? [] : [code]));
    },
    async events() {
      return (await database.read.select().from(outbox).orderBy(asc(outbox.id))).map((row) => row.event);
    },
  };
}
