import { expect, test } from "vitest";
import { findChain } from "@/db/repositories/chains";
import { gateKey } from "@/domain/orders/chain/gate";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { awardBids } from "../../award/award-bids";
import { cancelRequest } from "../../requests/cancel-request";
import { changeRequest } from "../../requests/change-request";
import { SPEC as CUSTOMS, REASON } from "@/test/amend-market";
import { askAgain } from "../../requests/create-request";
import { closeDueRequest } from "../../requests/close-request";
import { changeGates } from "./gates";

const OPENED = later(CLOSES, HOUR_MS);
const SLOT = "slot>logistics.left_for_hub";
const OF_CUSTOMS = [
  "customs.documents_complete>logistics.slot_reserved",
  "customs.released>logistics.crossed_border",
] as const;
const PAPERS = { need: { kind: "papers" }, holds: { service: "logistics", code: "picked_up" } } as const;
const AFTER_CUSTOMS = {
  need: { kind: "step", step: { service: "customs", code: "released" } },
  holds: { service: "logistics", code: "crossed_border" },
} as const;

const SPEC = { equipment: "tilt_136", pickupFrom: "2026-12-20", pickupTo: "2026-12-22" };
const CHARGES = [{ code: "OFT", basis: "truck", unitPrice: { minor: 2_500_000, currency: "CNY" } }];

/** A deal by road over the border that asks for customs, with its chain and what its buyer does about it. */
async function market() {
  const of = await biddingMarket();
  await of.list("provider", "logistics");
  const haul = async (requestId: string, more: object = {}) =>
    (await of.bid(of.actors.provider, { ...offerOfThree(), charges: CHARGES, exclusions: [], ...more }, requestId)).id;
  return {
    ...of,
    haul,
    award: async (bidId: string) =>
      done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] })),
    change: (gates: readonly object[]) => of.run(changeGates, of.actors.buyer, { dealId: of.dealId, gates }),
    chain: async () => {
      const chain = await findChain(of.database.read, of.dealId);
      return { gates: chain?.gates.map(gateKey), fixedAt: chain?.fixedAt };
    },
  };
}

test("Gates that the buyer has taken out of its deal stay out with the first award and with every later one.", async () => {
  const of = await market();
  const carriage = await of.ask("logistics", SPEC);
  const [customs, truck] = [(await of.bid()).id, await of.haul(carriage)];
  done(await of.change([PAPERS]));
  const gates = [gateKey(PAPERS)];
  expect(await of.chain()).toEqual({ gates, fixedAt: null });
  for (const id of [of.requestId, carriage]) done(await of.closeAtItsTime(id));
  await of.award(truck);
  expect(await of.chain()).toEqual({ gates, fixedAt: OPENED });
  of.setClock(later(OPENED, HOUR_MS));
  await of.award(customs);
  expect(await of.chain()).toEqual({ gates, fixedAt: OPENED });
});

test("No gate waits for a step that the order will be made without, as the export's release where one side alone is declared.", async () => {
  const of = await market();
  await of.ask("logistics", SPEC);
  const step = { service: "customs", code: "export_released" } as const;
  expect(refusalOf(await of.change([{ ...AFTER_CUSTOMS, need: { kind: "step", step } }]))).toBe("gate_step_unknown");
  done(await of.change([AFTER_CUSTOMS]));
});

test("Where the buyer chose no gates a later award adds those of a service that was not asked for at the first.", async () => {
  const of = await market();
  const { id: bidId } = await of.bid();
  done(await of.closeAtItsTime());
  await of.award(bidId);
  expect(await of.chain()).toEqual({ gates: [], fixedAt: OPENED });
  const at = (days: number) => later(OPENED, days * DAY_MS);
  const carriage = await of.ask("logistics", SPEC, { closesAt: toIso(at(2)), decideBy: toIso(at(4)) });
  const truck = await of.haul(carriage, { validUntil: toIso(at(5)) });
  of.setClock(at(2));
  done(await of.run(closeDueRequest, SYSTEM, { requestId: carriage }));
  await of.award(truck);
  expect(await of.chain()).toEqual({ gates: [...OF_CUSTOMS, SLOT], fixedAt: OPENED });
});

test("No gate waits for a service whose request was called off, whether the buyer or an award says the gates.", async () => {
  const of = await market();
  const truck = await of.haul(await of.ask("logistics", SPEC));
  done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Not now" }));
  expect(refusalOf(await of.change([AFTER_CUSTOMS]))).toBe("gate_service_missing");
  done(await of.closeAtItsTime((await of.bidRow(truck)).requestId));
  await of.award(truck);
  expect((await of.chain()).gates).toEqual([SLOT]);
});

const IMPORTER = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };
const BOTH = { spec: { ...CUSTOMS, side: "both", importerOfRecord: IMPORTER } };

test("Gates that the buyer chose follow the side that its clearance is amended to, and those beside them stay.", async () => {
  const of = await market();
  await of.ask("logistics", SPEC);
  done(await of.change([PAPERS, AFTER_CUSTOMS]));
  const amend = (change: object) =>
    of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, reason: REASON, ...change });
  done(await amend(BOTH));
  expect((await of.chain()).gates).toEqual([gateKey(PAPERS), "customs.export_released>logistics.crossed_border"]);
  done(await amend({ spec: { ...CUSTOMS, declarations: 4 } }));
  expect((await of.chain()).gates).toEqual([gateKey(PAPERS), gateKey(AFTER_CUSTOMS)]);
});

test("Gates that an award has fixed follow a clearance that is amended before it is awarded itself, and nothing is closed by the old one.", async () => {
  const of = await market();
  const amend = (change: object) =>
    of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, reason: REASON, ...change });
  const at = (days: number) => toIso(later(CLOSES, days * DAY_MS));
  done(await amend({ bidding: { closesAt: at(2), decideBy: at(4) } }));
  const truck = await of.haul(await of.ask("logistics", SPEC));
  done(await of.closeAtItsTime((await of.bidRow(truck)).requestId));
  await of.award(truck);
  expect((await of.chain()).gates).toEqual([...OF_CUSTOMS, SLOT]);
  done(await amend(BOTH));
  const gates = [OF_CUSTOMS[0], "customs.export_released>logistics.crossed_border", SLOT];
  expect((await of.chain()).gates).toEqual(gates);
  expect((await findChain(of.database.read, of.dealId))?.closed).toEqual(gates);
});

test.each([
  ["export", CUSTOMS, "done"],
  ["both", BOTH.spec, "gate_never_opens"],
])("The crossing may wait for the release of a clearance of side %s: %s answers %s", async (_, spec, answer) => {
  const of = await market();
  await of.ask("logistics", SPEC);
  done(
    await of.run(changeRequest, of.actors.buyer, {
      requestId: of.requestId,
      spec: { ...spec, declarations: 2 },
      reason: REASON,
    }),
  );
  expect(refusalOf(await of.change([AFTER_CUSTOMS]))).toBe(answer);
});

test("Gates follow the side of a clearance that is asked again on another side.", async () => {
  const of = await market();
  const carriage = await of.ask("logistics", SPEC);
  done(await of.change([AFTER_CUSTOMS]));
  for (const id of [of.requestId, carriage]) done(await of.closeAtItsTime(id));
  const times = { closesAt: toIso(later(CLOSES, 5 * DAY_MS)), decideBy: toIso(later(CLOSES, 9 * DAY_MS)) };
  done(await of.run(askAgain, of.actors.buyer, { requestId: of.requestId, ...times, ...BOTH }));
  expect((await of.chain()).gates).toEqual(["customs.export_released>logistics.crossed_border"]);
});
