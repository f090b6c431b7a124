import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { MINOR_MAX, money } from "../shared/money";
import { dueMinor, keepAssessment } from "./assessment";
import { compareDuties } from "./duty-comparison";
import {
  advanceDeclaration,
  DECLARATION_LIFECYCLE,
  DECLARATION_STATES,
  type DeclarationEvent,
  type DeclarationSide,
  type DeclarationState,
  declarationTask,
  isBeforeCustoms,
  type KeptAssessment,
  timesOfQuestions,
  timesWithBuyer,
} from "./declaration";
import { declareLines, markChanged } from "./declaration-lines";
import { isReleaseReported, isReportedByHand, transitionTo, transitionsOf } from "./transitions";
import { countryOfSide, currencyOfCountry, draftedFor, sidesOf } from "./release";

const CARGO = ["Inverters", "Fans", "Cables"].map((description) => ({
  ...{ description, packages: 10, grossWeightGrams: 500_000, netWeightGrams: 450_000, quantitiesMilli: {} },
}));

test("each side is declared where the goods leave or enter; a transit says where", () => {
  const ends = { origin: "CN", destination: "KZ" };
  expect(sidesOf({ side: "both" }).map((side) => countryOfSide(side, ends))).toEqual(["CN", "KZ"]);
  expect(countryOfSide("transit", ends)).toBeNull();
  expect([currencyOfCountry("KZ", "USD"), currencyOfCountry("DE", "USD")]).toEqual(["KZT", "USD"]);
});

test("from every state only the events of the table lead on, and nothing leads out of an end", () => {
  for (const state of DECLARATION_STATES)
    for (const event of ["approve", "file", "question", "answer", "assess", "pay", "release", "refuse"] as const) {
      const cell = (DECLARATION_LIFECYCLE[state] as Record<string, string>)[event];
      expect(advanceDeclaration(state, event).ok).toBe(cell !== undefined);
    }
  expect([DECLARATION_LIFECYCLE.released, DECLARATION_LIFECYCLE.refused]).toEqual([{}, {}]);
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const lineOf = fc.record({ duty: amount, excise: amount, vat: amount });

describe("estimated against assessed", () => {
  test("every total is the sum of its parts on both sides, and its difference that of the two totals", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lineOf, lineOf), { minLength: 1, maxLength: 8 }), amount, amount, (pairs, a, b) => {
        const digits = ({ duty, excise, vat }: { duty: bigint; excise: bigint; vat: bigint }, at: number) => ({
          ...{ line: at + 1, duty: `${duty}`, excise: `${excise}`, vat: `${vat}` },
        });
        const lines = pairs.map((_, at) => ({ line: at + 1, hsCode: "850440", valueMinor: "1" }));
        const compared = compareDuties(
          { lines, currency: "KZT" },
          {
            estimate: { day: "2026-11-24" as never, lines: pairs.map(([one], at) => digits(one, at)), fee: `${a}` },
            assessment: { lines: pairs.map(([, one], at) => digits(one, at)), fee: `${b}` },
          },
        );
        const sum = (side: 0 | 1) =>
          pairs.reduce((all, { [side]: of }) => all + of.duty + of.excise + of.vat, side === 0 ? a : b);
        expect(compared.total.estimated).toEqual(money(sum(0), "KZT"));
        expect(compared.total.assessed).toEqual(money(sum(1), "KZT"));
        expect(compared.total.difference).toEqual(money(sum(1) - sum(0), "KZT"));
        const columns = [compared.duty, compared.excise, compared.vat, compared.fee];
        expect(columns.reduce((all, { difference }) => all + (difference?.minor ?? 0n), 0n)).toBe(sum(1) - sum(0));
      }),
    );
  });

  test("a total of which a part is not known is not known", () => {
    const lines = [
      { line: 1, hsCode: "850440", valueMinor: "1" },
      { line: 2, hsCode: "841490", valueMinor: "1" },
    ];
    const known = { duty: "1", excise: "0", vat: "2" };
    const estimated = [known, { ...known, duty: null }].map((one, at) => ({ line: at + 1, ...one }));
    const estimate = { day: "2026-11-24" as never, lines: estimated, fee: "5" };
    const compared = compareDuties({ lines, currency: "KZT" }, { estimate, assessment: null });
    expect(compared.lines[0]?.total.estimated).toEqual(money(3n, "KZT"));
    expect([compared.duty.estimated, compared.total.estimated]).toEqual([null, null]);
    expect(compared.vat.estimated).toEqual(money(4n, "KZT"));
  });
});

test("what is due is what was assessed and not yet paid, and never less than nothing", () => {
  const assessment: KeptAssessment = { lines: [{ line: 1, duty: "5", excise: "0", vat: "3" }], fee: "2" };
  expect(dueMinor({ assessment: null, paidMinor: 0n })).toBe(0n);
  expect(dueMinor({ assessment, paidMinor: 0n })).toBe(10n);
  expect(dueMinor({ assessment, paidMinor: 4n })).toBe(6n);
  expect(dueMinor({ assessment, paidMinor: 12n })).toBe(0n);
});

test("of several tasks the question that ends first is the turn; a refusal is done with once its side is drafted anew", () => {
  const of = (
    side: "export" | "import",
    state: "questioned" | "drafted" | "refused" | "filed",
    by: number | null = null,
  ) => ({
    ...{ side, state },
    question: state === "questioned" ? { answersBy: "buyer" as const, answerBy: by as never } : null,
  });
  expect(
    declarationTask([of("export", "drafted"), of("import", "questioned", 9), of("import", "questioned", 7)]),
  ).toEqual({ side: "buyer", code: "clearance.answer", by: 7 });
  expect(declarationTask([of("import", "refused")])?.code).toBe("clearance.redraft");
  expect(declarationTask([of("import", "refused"), of("export", "filed")])?.code).toBe("clearance.redraft");
  expect(declarationTask([of("import", "refused"), of("import", "filed")])).toBeNull();
  expect(declarationTask([of("import", "refused"), of("import", "refused")])?.code).toBe("clearance.redraft");
  expect(declarationTask([of("import", "filed"), of("import", "refused")])?.code).toBe("clearance.redraft");
});

test.each([
  [["draft 1", "approve 3"], [[1, 3]]],
  [
    ["draft 1", "send_back 2", "revise 5", "approve 9", "file 10"],
    [
      [1, 2],
      [5, 9],
    ],
  ],
  [
    ["draft 1", "revise 2", "approve 4", "revise 6"],
    [
      [1, 4],
      [6, null],
    ],
  ],
  [["draft 1"], [[1, null]]],
  [[], []],
] as const)("after %j a draft lay with the buyer %j", (entries, expected) => {
  const told = entries.map((one) => {
    const [event, hour] = one.split(" ");
    return { event: event as DeclarationEvent, occurredAt: instant(Number(hour)) };
  });
  expect(timesWithBuyer("export", told)).toEqual(expected.map(([from, to]) => ({ side: "export", from, to })));
});

test("questions of the customs lay with the buyer until they were answered; those to the provider never did", () => {
  const asked = (answersBy: string, from: number, to: number | null) =>
    ({ answersBy, askedAt: instant(from), answeredAt: to === null ? null : instant(to) }) as const;
  expect(timesOfQuestions("import", [asked("buyer", 1, 4), asked("provider", 5, 6), asked("buyer", 7, null)])).toEqual([
    { side: "import", isQuestion: true, from: 1, to: 4 },
    { side: "import", isQuestion: true, from: 7, to: null },
  ]);
});

describe("the release is told by hand", () => {
  const of = (asked: number, ...declarations: readonly (readonly ["export" | "import", DeclarationState])[]) =>
    isReleaseReported({
      sides: ["export", "import"],
      asked,
      declarations: declarations.map(([side, state]) => ({ side, state, assessment: null, paidMinor: 0n })),
    });

  test("where nothing is declared here, and where all that is has been released", () => {
    expect(of(1)).toBe(true);
    expect(of(1, ["export", "released"])).toBe(true);
    expect(of(2, ["import", "released"])).toBe(true);
    expect(of(1, ["import", "refused"], ["import", "refused"], ["import", "released"])).toBe(true);
    expect(of(2, ["import", "refused"], ["import", "released"], ["import", "released"])).toBe(true);
  });

  test("never where one is not released, or was refused and as many as were asked for are not", () => {
    for (const state of DECLARATION_STATES.filter((one) => one !== "released")) {
      expect(of(1, ["import", state])).toBe(false);
      expect(of(1, ["export", "released"], ["import", state])).toBe(false);
    }
    expect(of(1, ["import", "refused"], ["import", "filed"])).toBe(false);
    expect(of(2, ["import", "refused"], ["import", "released"])).toBe(false);
    expect(of(1, ["import", "refused"], ["export", "released"])).toBe(false);
  });
});

test.each([
  ["of what is declared on paper", true, []],
  ["beside the import's declaration, whatever is asked of it", true, [["import", "questioned"]]],
  ["of a declaration that was released", true, [["export", "released"]]],
  ["never while it is with the customs", false, [["export", "filed"]]],
  ["nor once it was refused", false, [["export", "refused"]]],
] as const)("the export's release is told by hand %s: %s", (_, isTold, declarations) => {
  const kept = declarations.map(([side, state]) => ({ side, state, assessment: null, paidMinor: 0n }));
  const of = { sides: ["export", "import"], asked: 1, declarations: kept } as const;
  expect(isReportedByHand("export_released", of)).toBe(isTold);
});

describe("paid duties are told by hand", () => {
  const NOTHING: KeptAssessment = { lines: [], fee: "0" };
  const FEE: KeptAssessment = { lines: [], fee: "500" };
  type Row = readonly [DeclarationSide, DeclarationState, KeptAssessment | null, bigint];
  const of = (...rows: readonly Row[]) =>
    isReportedByHand("duties_paid", {
      sides: ["export", "import"],
      asked: 1,
      declarations: rows.map(([side, state, assessment, paidMinor]) => ({ side, state, assessment, paidMinor })),
    });

  test.each<[string, boolean, ...Row[]]>([
    ["of what is declared on paper", true],
    ["of a side that goods leave", true, ["export", "filed", null, 0n]],
    ["before an assessment", false, ["import", "filed", null, 0n]],
    ["with a question open", false, ["import", "questioned", null, 0n]],
    ["while some are due", false, ["import", "assessed", FEE, 499n]],
    ["once all are paid, of a step that was reopened", true, ["import", "paid", FEE, 500n]],
    ["where nothing was assessed to be paid", true, ["import", "assessed", NOTHING, 0n]],
    ["of goods that the customs have let go", true, ["import", "released", null, 0n]],
    ["beside one that was refused", true, ["import", "refused", FEE, 0n], ["import", "paid", FEE, 500n]],
    ["while one of two owes some", false, ["import", "paid", FEE, 500n], ["import", "assessed", FEE, 0n]],
  ])("%s: %s", (_, isTold, ...rows) => {
    expect(of(...rows)).toBe(isTold);
  });
});

test("the customs have it from its filing to the release, and not once it is refused", () => {
  expect(DECLARATION_STATES.filter((state) => !isBeforeCustoms({ state }))).toEqual([
    ...["drafted", "returned", "approved", "refused"],
  ]);
});

test("each side is offered only what it may do", () => {
  const bare = { assessment: null, paidMinor: 0n };
  expect(transitionsOf({ ...bare, state: "drafted" }, { side: "buyer", answersBy: null })).toEqual([
    "approve",
    "send_back",
  ]);
  expect(transitionsOf({ ...bare, state: "drafted" }, { side: "provider", answersBy: null })).toEqual(["revise"]);
  expect(transitionsOf({ ...bare, state: "questioned" }, { side: "buyer", answersBy: "provider" })).toEqual([]);
  expect(transitionsOf({ ...bare, state: "filed" }, { side: "provider", answersBy: null })).not.toContain("pay");
});

describe("a step that follows from a declaration leads to what is done to it", () => {
  const bare = { side: "export", assessment: null, paidMinor: 0n } as const;
  const assessment: KeptAssessment = { lines: [{ line: 1, duty: "300", excise: "0", vat: "39" }], fee: "0" };

  test.each([
    ["the filing of an approved one", "filed", [{ ...bare, state: "approved" }], "file"],
    ["the release of a filed one", "released", [{ ...bare, state: "filed" }], "release"],
    ["the payment before the release", "released", [{ ...bare, state: "assessed", assessment }], "pay"],
    [
      "the second where the first is released",
      "released",
      [
        { ...bare, state: "released" },
        { ...bare, state: "approved" },
      ],
      "file",
    ],
    ["nothing after a refusal", "released", [{ ...bare, state: "refused" }], null],
    [
      "the export's release of the export's declaration",
      "export_released",
      [
        { ...bare, side: "import", state: "filed" },
        { ...bare, state: "filed" },
      ],
      "release",
    ],
  ] as const)("%s", (_, code, declarations, expected) => {
    const kept = declarations.map((one, at) => ({ ...one, id: `declaration-${at + 1}` }));
    const found = transitionTo(code, kept);
    expect(found).toEqual(expected && { id: `declaration-${kept.length}`, transition: expected });
  });
});

test("lines and assessments are kept as long as their sum can be", () => {
  const cny = (minor: bigint) => money(minor, "CNY");
  const line = (at: number, minor: bigint) => ({ line: at, hsCode: "850440", customsValue: cny(minor) });
  const of = { cargo: CARGO.slice(0, 2), currency: "CNY", country: "TJ", isConfirmed: false } as const;
  expect(declareLines([line(1, MINOR_MAX), line(2, 0n)], of).ok).toBe(true);
  expect(declareLines([line(1, MINOR_MAX), line(2, 1n)], of)).toMatchObject({ refusal: { code: "amount_too_large" } });

  const declaration = { currency: "CNY", lines: [{ line: 1, hsCode: "850440", valueMinor: "1" }] } as const;
  const assessed = (fee: bigint) => ({
    lines: [{ line: 1, duty: cny(MINOR_MAX), excise: cny(0n), vat: cny(0n) }],
    fee: cny(fee),
  });
  expect(keepAssessment(declaration as never, assessed(0n)).ok).toBe(true);
  expect(keepAssessment(declaration as never, assessed(1n))).toMatchObject({ refusal: { code: "amount_too_large" } });
});

test("goods are declared under the deal's name or one of their own", () => {
  const named = (name?: string) =>
    declareLines([{ line: 1, hsCode: "850440", customsValue: money(5n, "CNY"), name }], {
      cargo: CARGO,
      currency: "CNY",
      country: "TJ",
      isConfirmed: false,
    });
  for (const same of [undefined, "", "Inverters"])
    expect(named(same)).toEqual({ ok: true, value: [{ line: 1, hsCode: "850440", valueMinor: "5" }] });
  expect(named("Static converters")).toMatchObject({ value: [{ name: "Static converters" }] });
});

test("a revision marks what the buyer had read of a line, over every change until the buyer speaks again", () => {
  const line = (name: string, hsCode = "850440", more: object = {}) => ({
    line: 1,
    hsCode,
    valueMinor: "5",
    name,
    ...more,
  });
  const read = { hsCode: "850440", valueMinor: "5", name: "a" };
  const from = (state: "drafted" | "returned" | "approved", earlier: object) =>
    ({ state, currency: "CNY", lines: [earlier] }) as never;
  const marked = (now: object, revised: never, currency = "CNY") =>
    markChanged([now as never], revised, currency as never)[0];
  expect(marked(line("b"), from("returned", line("a")))).toMatchObject({ name: "b", before: read });
  expect(marked(line("a", "850450"), from("approved", line("a")))).toMatchObject({ before: read });
  expect(marked(line("a"), from("returned", line("a")))).not.toHaveProperty("before");
  // Changed once more before the buyer has spoken, and changed back.
  expect(marked(line("c"), from("drafted", line("b", "850440", { before: read })))).toMatchObject({ before: read });
  expect(marked(line("a"), from("drafted", line("b", "850440", { before: read })))).not.toHaveProperty("before");
  // Sent back again: what was read is the draft that was sent back.
  const second = marked(line("c"), from("returned", line("b", "850440", { before: read })));
  expect(second).toMatchObject({ before: { name: "b" } });
  expect(second?.before).not.toHaveProperty("before");
  // Another line, and another currency, are compared with nothing.
  expect(marked({ ...line("b"), line: 2 }, from("returned", line("a")))).not.toHaveProperty("before");
  expect(marked(line("b"), from("returned", line("a")), "USD")).not.toHaveProperty("before");
});

test("lines are kept in the order of the cargo, each once, whatever the order in which they are said", () => {
  const cny = (minor: bigint) => money(minor, "CNY");
  const typed = [3, 1].map((line) => ({ line, hsCode: "850440", customsValue: cny(BigInt(line)) }));
  const declared = declareLines(typed, { cargo: CARGO, currency: "CNY", country: "TJ", isConfirmed: false });
  const lines = declared.ok ? declared.value : [];
  expect(lines.map(({ line, valueMinor }) => [line, valueMinor])).toEqual([
    [1, "1"],
    [3, "3"],
  ]);
  const assessed = (...named: number[]) => {
    const charged = named.map((line) => ({ line, duty: cny(BigInt(line)), excise: cny(0n), vat: cny(0n) }));
    return keepAssessment({ currency: "CNY", lines }, { lines: charged, fee: cny(7n) });
  };
  for (const named of [[1, 1], [1, 2], [1], [1, 3, 2]])
    expect(assessed(...named)).toMatchObject({ refusal: { details: { lines: "1, 3" } } });
  const kept = assessed(3, 1);
  expect(kept).toMatchObject({ value: { lines: [{ line: 1 }, { line: 3 }], fee: "7" } });
  const assessment = kept.ok ? kept.value : null;
  const estimate = { day: "2026-11-24" as never, lines: [], fee: "5" };
  const compared = compareDuties({ lines: [...lines].reverse(), currency: "CNY" }, { estimate, assessment });
  expect(compared.lines.map(({ line, duty }) => [line, duty.assessed?.minor, duty.estimated])).toEqual([
    [3, 3n, null],
    [1, 1n, null],
  ]);
  const known = { ...estimate, lines: [3, 1].map((line) => ({ line, duty: `${line}`, excise: "0", vat: "0" })) };
  const again = compareDuties({ lines, currency: "CNY" }, { estimate: known, assessment });
  expect(again.lines.map(({ duty }) => duty.difference?.minor)).toEqual([0n, 0n]);
});

test.each([
  ["placed", "order_not_scheduled"],
  ["scheduled", null],
  ["in_progress", null],
  ["changes_requested", null],
  ["delivered", "order_over"],
  ["accepted", "order_over"],
  ["completed", "order_over"],
  ["cancelled", "order_over"],
] as const)("a declaration is drafted between the papers and the release: %s", (state, code) => {
  const order = {
    state,
    sides: ["export"],
    ends: { origin: "CN", destination: "KZ" },
    asked: 1,
    declarations: [],
  } as const;
  const judged = draftedFor(order, { side: "export", country: null });
  expect(judged.ok ? null : judged.refusal.code).toBe(code);
});

test("a side is drafted as often as was asked for, the other side's declarations and refused ones aside", () => {
  const judged = (...there: readonly ["export" | "import", "filed" | "refused"][]) =>
    draftedFor(
      {
        ...{ state: "scheduled", sides: ["export", "import"], ends: { origin: "CN", destination: "KZ" }, asked: 2 },
        declarations: there.map(([side, state]) => ({ side, state })),
      },
      { side: "import", country: null },
    );
  expect(judged(["import", "filed"], ["export", "filed"], ["export", "filed"])).toEqual({ ok: true, value: "KZ" });
  expect(judged(["import", "filed"], ["import", "refused"]).ok).toBe(true);
  expect(judged(["import", "filed"], ["import", "filed"])).toMatchObject({ refusal: { code: "side_declared" } });
});

test("what was assessed is paid before the release, and not twice", () => {
  const assessment: KeptAssessment = { lines: [{ line: 1, duty: "300", excise: "0", vat: "39" }], fee: "0" };
  const offered = (paidMinor: bigint) =>
    transitionsOf({ state: "assessed", assessment, paidMinor }, { side: "provider", answersBy: null });
  expect(offered(338n)).toContain("pay");
  expect(offered(338n)).not.toContain("release");
  expect(offered(339n)).not.toContain("pay");
  expect(offered(339n)).toContain("release");
});
