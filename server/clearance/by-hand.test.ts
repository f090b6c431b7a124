import { EXPORTER } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { layChain } from "@/test/settled-chains";
import { ASSESSED, clearanceMarket, IMPORT, LINES } from "@/test/clearance-market";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { acceptOrder, requestChanges } from "../orders/accept-order";
import { cancelOrder } from "../orders/cancel-order";
import { reportMilestone } from "../orders/report-milestone";
import { orderPage } from "../orders/queries/orders";
import { answerQuestion, askQuestion } from "./questions";
import { approveDraft } from "./review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "./acts";
import { actorOf, DECLARED, EARLY } from "@/test/order-market";
import { clearancePage } from "./queries";

type Market = Awaited<ReturnType<typeof clearanceMarket>>;

const BOTH = { ...IMPORT, ...EXPORTER, side: "both", supervisionMode: "0110" };
const EXPORT = { ...EXPORTER, side: "export", supervisionMode: "0110" };
const YUAN = LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency: "CNY" } }));

let serial = 0;
/** A number that no other declaration of this file has. */
const numberOf = (side: string): string => {
  serial += 1;
  return side === "export"
    ? `5303202601${`${serial}`.padStart(8, "0")}`
    : `50417/241126/${`${serial}`.padStart(7, "0")}`;
};

const release = (of: Market) =>
  of.run("timur", reportMilestone, {
    orderId: of.orderId,
    code: "released",
    occurredAt: of.at(),
    ...EARLY,
    ...DECLARED,
  });
const act = async (of: Market, declarationId: string, name: "release" | "refuse") =>
  done(await of.run("timur", recordAct, { declarationId, act: name, words: "Act 12", occurredAt: of.at() }));
const stateOf = async (of: Market) => (await findOrder(of.database.read, of.orderId))?.state;

async function approved(of: Market, more: object = {}): Promise<string> {
  const declarationId = await of.draft(more);
  done(await of.run("lin", approveDraft, { declarationId }));
  return declarationId;
}

/** A declaration that the customs have registered. */
async function filed(of: Market, side: "export" | "import" = "import"): Promise<string> {
  const declarationId = await approved(of, side === "export" ? { side, lines: YUAN } : {});
  done(await of.run("timur", fileDeclaration, { declarationId, number: numberOf(side), occurredAt: of.at() }));
  return declarationId;
}

describe("the release is not told by hand over what the customs say", () => {
  test("of a declaration that was refused: the order is not delivered, and what waits for the release goes on waiting", async () => {
    const of = await clearanceMarket(IMPORT, ["customs", "logistics"]);
    const dealId = (await findOrder(of.database.read, of.orderId))?.dealId ?? "";
    const gate = {
      need: { kind: "step", step: { service: "customs", code: "released" } },
      holds: { service: "logistics", code: "import_released" },
    } as const;
    await of.database.write((tx) => layChain(tx, dealId, { gates: [gate], at: of.now() }));
    await act(of, await filed(of), "refuse");
    expect(await release(of)).toMatchObject({ refusal: { code: "declaration_unreleased" } });
    expect(await stateOf(of)).toBe("in_progress");
    const haul = (code: string) =>
      of.run("timur", reportMilestone, { orderId: of.orders.logistics ?? "", code, occurredAt: of.at() });
    for (const code of ["booked", "picked_up", "crossed_border"]) done(await haul(code));
    expect(refusalOf(await haul("import_released"))).toBe("gate_closed");
    const second = await filed(of);
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
    await act(of, second, "release");
    expect(await stateOf(of)).toBe("delivered");
    done(await haul("import_released"));
  });

  test("whose duties are unpaid, and that has a question", async () => {
    const of = await clearanceMarket();
    const declarationId = await filed(of);
    done(await of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at() }));
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
    done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));
    const question = { question: "How much power?", answersBy: "buyer", occurredAt: of.at() };
    done(await of.run("timur", askQuestion, { declarationId, ...question }));
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
    expect(await stateOf(of)).toBe("in_progress");
  });

  test("of one that is only drafted, also beside another side that is released", async () => {
    const of = await clearanceMarket(BOTH);
    await of.draft();
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
    await act(of, await filed(of, "export"), "release");
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
  });

  test("of one that was refused where two are asked for and the other alone is released", async () => {
    const of = await clearanceMarket({ ...IMPORT, declarations: 2 });
    const [first, second] = [await filed(of), await filed(of)];
    await act(of, first, "refuse");
    await act(of, second, "release");
    expect(refusalOf(await release(of))).toBe("declaration_unreleased");
    await act(of, await filed(of), "release");
    expect(await stateOf(of)).toBe("delivered");
  });
});

describe("the approved draft and the filing", () => {
  const tell = (of: Market, code: string) =>
    of.run("timur", reportMilestone, { orderId: of.orderId, code, occurredAt: of.at(), ...EARLY, ...DECLARED });

  test("are not told by hand while the side that they are of has a declaration here", async () => {
    const of = await clearanceMarket();
    const declarationId = await of.draft();
    for (const code of ["draft_approved", "filed"]) expect(refusalOf(await tell(of, code))).toBe("step_of_declaration");
    done(await of.run("lin", approveDraft, { declarationId }));
    expect(refusalOf(await tell(of, "filed"))).toBe("step_of_declaration");
  });

  test("are not offered for a report, and the next step leads to the declaration's own form", async () => {
    const of = await clearanceMarket(EXPORT);
    const page = async () => orderPage(of.database.read, actorOf("timur"), { id: of.orderId, now: of.now() });
    expect(await page()).toMatchObject({ stoppedCodes: [], nextForm: null });
    const declarationId = await approved(of, { side: "export", lines: YUAN });
    expect(await page()).toMatchObject({
      ...{ turn: { holder: "provider", code: "filed" }, stoppedCodes: ["filed", "duties_paid", "released"] },
      nextForm: { room: "clearance", transition: "file", of: declarationId },
    });
    done(await of.run("timur", fileDeclaration, { declarationId, number: numberOf("export"), occurredAt: of.at() }));
    expect(await page()).toMatchObject({
      ...{ turn: { holder: "provider", code: "released" }, stoppedCodes: ["duties_paid", "released"] },
      nextForm: { room: "clearance", transition: "release", of: declarationId },
    });
    await act(of, declarationId, "release");
    expect(await page()).toMatchObject({ stoppedCodes: [], nextForm: null });
  });

  test("are told by hand of what is declared on paper, and the page expects no draft then", async () => {
    const of = await clearanceMarket(BOTH);
    await of.draft();
    done(await tell(of, "draft_approved"));
    const other = await clearanceMarket();
    const page = async () =>
      clearancePage(other.database.read, actorOf("lin"), { orderId: other.orderId, now: other.now() });
    expect((await page())?.isByHand).toBe(false);
    done(await tell(other, "filed"));
    expect((await page())?.isByHand).toBe(true);
  });
});

describe("paid duties", () => {
  const tell = (of: Market) =>
    of.run("timur", reportMilestone, { orderId: of.orderId, code: "duties_paid", occurredAt: of.at(), ...EARLY });
  const paidAt = async (of: Market) =>
    (
      await findOrder(of.database.read, of.orderId).then((order) => order && findMilestones(of.database.read, order))
    )?.find(({ code }) => code === "duties_paid")?.occurredAt ?? null;

  test("are not told by hand before the assessment, nor before the receipt, nor while a question is open", async () => {
    const of = await clearanceMarket();
    const declarationId = await filed(of);
    expect(await tell(of)).toMatchObject({
      refusal: { code: "step_of_declaration", details: { code: "duties_paid" } },
    });
    const question = { question: "How much power?", answersBy: "buyer", occurredAt: of.at() };
    done(await of.run("timur", askQuestion, { declarationId, ...question }));
    expect(refusalOf(await tell(of))).toBe("step_of_declaration");
    done(await of.run("lin", answerQuestion, { declarationId, answer: "5 kW" }));
    done(await of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at() }));
    expect(refusalOf(await tell(of))).toBe("step_of_declaration");
    expect(await paidAt(of)).toBeNull();
    done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));
    expect(await paidAt(of)).not.toBeNull();
  });

  test("are told by hand of what is declared on paper, once it is filed", async () => {
    const of = await clearanceMarket();
    expect(refusalOf(await tell(of))).toBe("step_owed");
    await of.report("filed");
    done(await tell(of));
  });

  test("of goods that are not filed yet where they leave are kept with the declaration, and the step is told by hand", async () => {
    const of = await clearanceMarket(BOTH);
    const declarationId = await filed(of);
    done(await of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at() }));
    done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));
    expect(await paidAt(of)).toBeNull();
    await filed(of, "export");
    done(await tell(of));
  });
});

describe("the release is told by hand as ever", () => {
  test("of what is declared on paper, once it is filed", async () => {
    const of = await clearanceMarket();
    expect(refusalOf(await release(of))).toBe("step_owed");
    await of.report("filed");
    done(await release(of));
    expect(await stateOf(of)).toBe("delivered");
  });

  test("of a side that is declared on paper, once the one that is declared here is released", async () => {
    const of = await clearanceMarket(BOTH);
    await act(of, await filed(of, "export"), "release");
    expect(await stateOf(of)).toBe("in_progress");
    done(await release(of));
    expect(await stateOf(of)).toBe("delivered");
  });

  test("after the buyer has asked for changes of what was released", async () => {
    const of = await clearanceMarket();
    await act(of, await filed(of), "release");
    done(await of.run("lin", requestChanges, { orderId: of.orderId, words: "The release note lacks" }));
    done(await release(of));
    done(await of.run("lin", acceptOrder, { orderId: of.orderId }));
  });
});

describe("the buyer calls off an order for customs", () => {
  const cancel = (of: Market) => of.run("lin", cancelOrder, { orderId: of.orderId, reason: "The sale fell through" });
  const prepared = async (of: Market) => {
    const declarationId = await of.draft();
    // On the side that the goods enter no step of the order comes with this.
    done(await of.run("lin", approveDraft, { declarationId }));
    return declarationId;
  };

  test("as long as nothing is filed", async () => {
    const of = await clearanceMarket(BOTH);
    await prepared(of);
    expect(await stateOf(of)).toBe("scheduled");
    done(await cancel(of));
    expect(await stateOf(of)).toBe("cancelled");
  });

  test("never once the customs have a declaration of either side, whatever step the order is at", async () => {
    const of = await clearanceMarket(BOTH);
    await filed(of);
    expect(await stateOf(of)).toBe("scheduled");
    expect(await cancel(of)).toMatchObject({ refusal: { code: "declaration_filed" } });
    expect(await stateOf(of)).toBe("scheduled");
  });

  test("nor once they have released it, but where they have refused it", async () => {
    const released = await clearanceMarket(BOTH);
    await act(released, await filed(released), "release");
    expect(refusalOf(await cancel(released))).toBe("declaration_filed");
    const refused = await clearanceMarket(BOTH);
    await act(refused, await filed(refused), "refuse");
    done(await cancel(refused));
  });
});
