import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { orderMilestones } from "@/db/schema/orders";
import { defaultGates } from "@/domain/orders/chain/deal-gates";
import { gateOfKey } from "@/domain/orders/chain/gate";
import { EXPORTER } from "@/domain/services/examples";
import { HOUR_MS } from "@/domain/shared/time";
import { done, refusalOf } from "@/test/bidding-market";
import { ASSESSED, clearanceMarket, IMPORT, LINES } from "@/test/clearance-market";
import { actorOf, DECLARED, EARLY } from "@/test/order-market";
import { layChain } from "@/test/settled-chains";
import { packsView } from "../documents/queries";
import { reportMilestone } from "../orders/report-milestone";
import { approveDraft } from "./review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "./acts";

const BOTH = { ...IMPORT, ...EXPORTER, side: "both", supervisionMode: "0110" };
const YUAN = LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency: "CNY" } }));
const NUMBERS = { export: "530320260123456789", import: "50417/241126/0012345" } as const;
type Side = keyof typeof NUMBERS;

/** A broker for both sides and a haul that waits for it, with the gates that such a deal has. */
async function market(
  gates = defaultGates({
    ...{ mode: "road", isBorderHub: false },
    services: [
      { service: "logistics", spec: {} },
      { service: "customs", spec: BOTH },
    ],
  }),
) {
  const of = await clearanceMarket(BOTH, ["customs", "logistics"]);
  const { database, orderId, orders, at, run } = of;
  const dealId = (await findOrder(database.read, orderId))?.dealId ?? "";
  const tell = (order: string, code: string) =>
    run("timur", reportMilestone, { orderId: order, code, occurredAt: at(), ...EARLY, ...DECLARED });
  const haulTo = async (...codes: readonly string[]) => {
    for (const code of codes) done(await tell(orders.logistics ?? "", code));
  };
  return {
    ...of,
    lay: () => database.write((tx) => layChain(tx, dealId, { gates, at: of.now() })),
    haulTo,
    haul: (code: string) => tell(orders.logistics ?? "", code),
    tell: (code: string) => tell(orderId, code),
    file: async (side: Side) => {
      const declarationId = await of.draft(side === "export" ? { side, lines: YUAN } : {});
      done(await run("lin", approveDraft, { declarationId }));
      done(await run("timur", fileDeclaration, { declarationId, number: NUMBERS[side], occurredAt: at() }));
      return declarationId;
    },
    act: (declarationId: string, act: "release" | "refuse") =>
      run("timur", recordAct, { declarationId, act, words: "Act 12", occurredAt: at() }),
    told: async () =>
      (await findMilestones(database.read, { id: orderId, service: "customs" })).flatMap(({ code, occurredAt }) =>
        occurredAt === null ? [] : [code],
      ),
    numbered: async () =>
      (await findMilestones(database.read, { id: orderId, service: "customs" })).flatMap(({ code, evidence }) =>
        evidence?.registered ? [[code, evidence.registered.map(({ number }) => number)]] : [],
      ),
  };
}

test("goods cross with the export's release, declared on one side and paid for on the other, and go on with the import's", async () => {
  const of = await market();
  await of.lay();
  done(await of.tell("documents_complete"));
  const [outward, inward] = [await of.file("export"), await of.file("import")];
  await of.haulTo("booked", "picked_up", "arrived_hub");
  of.wait(HOUR_MS);
  expect(refusalOf(await of.haul("crossed_border"))).toBe("gate_closed");
  // The far side's duties may be paid while the goods still stand before the near one.
  done(await of.run("timur", assessDuties, { declarationId: inward, ...ASSESSED, occurredAt: of.at() }));
  done(await of.run("timur", payDuties, { declarationId: inward, receipt: "P-77", occurredAt: of.at() }));
  expect(refusalOf(await of.haul("crossed_border"))).toBe("gate_closed");
  done(await of.act(outward, "release"));
  expect(await of.told()).toEqual([
    ...["documents_requested", "documents_complete", "draft_approved", "filed", "export_released", "duties_paid"],
  ]);
  await of.haulTo("crossed_border");
  expect(refusalOf(await of.haul("import_released"))).toBe("gate_closed");
  done(await of.act(inward, "release"));
  await of.haulTo("import_released");
  // Each step has the number of its own side, though both were filed before the first release.
  expect(await of.numbered()).toEqual([
    ["filed", [NUMBERS.export]],
    ["export_released", [NUMBERS.export]],
    ["released", [NUMBERS.import]],
  ]);
});

test("the declarations of both sides are among what is handed over, also while the far one has no step yet", async () => {
  const of = await market();
  await of.lay();
  const complete = { orderId: of.orderId, code: "documents_complete", occurredAt: of.at(), ...EARLY };
  done(await of.run("timur", reportMilestone, complete));
  for (const side of ["export", "import"] as const) await of.file(side);
  const viewer = actorOf("lin");
  const view = await packsView(of.database.read, viewer, { orderId: of.orderId, now: of.now() });
  expect(view?.deliverables.find(({ code }) => code === "declaration_copy")?.shownBy).toEqual({
    step: "filed",
    numbers: [
      { side: "export", number: `CN ${NUMBERS.export}` },
      { side: "import", number: `KZ ${NUMBERS.import}` },
    ],
  });
});

test("a declaration is filed with an office that is not known once that is said to be right, and its step keeps that", async () => {
  const of = await market();
  await of.lay();
  done(await of.tell("documents_complete"));
  const declarationId = await of.draft({ side: "export", lines: YUAN });
  done(await of.run("lin", approveDraft, { declarationId }));
  const number = "729920260123456789";
  const file = (more: object = {}) =>
    of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at(), ...more });
  expect(refusalOf(await file())).toBe("customs_office_unknown");
  done(await file({ isConfirmed: true }));
  const filed = (await findMilestones(of.database.read, { id: of.orderId, service: "customs" })).find(
    ({ code }) => code === "filed",
  );
  expect(filed?.evidence).toMatchObject({
    registered: [{ country: "CN", number }],
    confirmed: ["customs_office_unknown"],
  });
});

test("the export's release is not told by hand over what the customs say of it, and is where it is declared on paper", async () => {
  const of = await market();
  await of.lay();
  done(await of.tell("documents_complete"));
  const refused = await of.file("export");
  expect(refusalOf(await of.tell("export_released"))).toBe("declaration_unreleased");
  done(await of.act(refused, "refuse"));
  expect(refusalOf(await of.tell("export_released"))).toBe("declaration_unreleased");
  const onPaper = await market();
  await onPaper.lay();
  for (const code of ["documents_complete", "filed", "export_released"]) done(await onPaper.tell(code));
  await onPaper.haulTo("booked", "picked_up", "crossed_border");
});

test("goods cross with the release of both sides where nobody told of the export's alone", async () => {
  const of = await market();
  await of.lay();
  for (const code of ["documents_complete", "filed", "released"]) done(await of.tell(code));
  await of.haulTo("booked", "picked_up", "crossed_border", "import_released");
});

const BEFORE = gateOfKey("customs.filed>logistics.crossed_border");

test.each([
  ["and the gates of that time", BEFORE ? [BEFORE] : []],
  ["and the gates that a later award has added", undefined],
])(
  "an order from before the sides were told apart, %s, lets its goods cross once they are declared",
  async (_, gates) => {
    const of = await market(gates);
    const { database, orderId } = of;
    const step = and(eq(orderMilestones.orderId, orderId), eq(orderMilestones.code, "export_released"));
    await database.write((tx) => tx.delete(orderMilestones).where(step));
    await of.lay();
    done(await of.tell("documents_complete"));
    await of.haulTo("booked", "picked_up");
    expect(refusalOf(await of.haul("crossed_border"))).toBe("gate_closed");
    const outward = await of.file("export");
    await of.haulTo("crossed_border");
    done(await of.act(outward, "release"));
    expect(await of.told()).not.toContain("export_released");
    of.wait(HOUR_MS);
    done(await of.act(await of.file("import"), "release"));
    expect((await findOrder(database.read, orderId))?.state).toBe("delivered");
  },
);
