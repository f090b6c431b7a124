import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { draftFrom, isSuggestible } from "./suggestions";
import type { Knowledge, KnownPlace } from "./reading";
import { readText } from "./read-text";
import { POINTED_FIELDS, type Proposal, promptFor, readProposal } from "./proposal";

const place = (id: string, name: string, hubId: string | null = null): KnownPlace => ({
  ...{ id, hubId, isEnd: true, names: [name] },
});

const KNOWLEDGE: Knowledge = {
  places: [
    ...[place("CNYIU", "Yiwu"), place("KZALA", "Almaty"), place("UZTAS", "Tashkent"), place("CNSGH", "Shanghai")],
    place("KZKHO", "Horgos", "horgos"),
  ],
  headings: [
    { code: "9403", words: ["Tables and furniture"] },
    { code: "9405", words: ["lamps"] },
  ],
};

const read = (text: string, proposal: Proposal = []) => readText(text, KNOWLEDGE, "2026-11-25" as LocalDate, proposal);

/** What a pointer adds to a text, as `path=value`; nothing where it is not taken. */
const added = (text: string, ...proposal: Proposal) =>
  read(text, proposal).fields.flatMap(({ path, value, reason }) =>
    reason === "pointed_by_model" ? [`${path}=${value}`] : [],
  );

const GOODS = "340 pkgs of lamps to Almaty";

describe("words that a model points at", () => {
  test("fill an end of the way, where they are the one place without a part and the other end is known", () => {
    expect(added(`${GOODS}, now near Yiwu`, { field: "originId", words: "Yiwu" })).toEqual(["originId=CNYIU"]);
    expect(added(`${GOODS}, now near Yiwu`, { field: "originId", words: "now near yiwu" })).toEqual(["originId=CNYIU"]);
  });

  test.each([
    ["stand nowhere in the text", `${GOODS}, now in Yiwu`, { field: "originId", words: "Shanghai" }],
    ["name a place that no gazetteer has", `${GOODS}, now in Atlantis`, { field: "originId", words: "Atlantis" }],
    ["have a part already", `${GOODS}, now in Yiwu`, { field: "originId", words: "Almaty" }],
    ["are one of two that could be meant", `${GOODS}, now in Yiwu and Shanghai`, { field: "originId", words: "Yiwu" }],
    ["are a remark in brackets", `${GOODS} (as last year Yiwu)`, { field: "originId", words: "Yiwu" }],
    ["leave both ends open", "340 pkgs of lamps, Yiwu", { field: "originId", words: "Yiwu" }],
    ["are no gate", `${GOODS} from Yiwu, Shanghai office`, { field: "hubId", words: "Shanghai" }],
    [
      "are half of a sentence",
      "340 pkgs, the furniture we spoke of last week, to Almaty",
      { field: "description", words: "furniture" },
    ],
    ["are no goods", "340 pkgs, kind regards Lena, to Almaty", { field: "description", words: "Lena" }],
    [
      "are goods of a second line",
      "340 pkgs, furniture, to Almaty",
      { field: "description", words: "furniture", line: 2 },
    ],
    ["are a weight", "lamps, 8 t, to Almaty from Yiwu", { field: "packages", words: "8" }],
    ["are one of two numbers", "Goods: lamps\nCount: 84\nRef 12\nto Almaty", { field: "packages", words: "84" }],
    ["are digits that no heading has", `${GOODS} 1234.56`, { field: "hsCode", words: "1234.56" }],
  ] as const)("fill nothing where they %s", (_, text, pointer) => {
    expect(added(text, pointer)).toEqual([]);
  });

  test("give the whole name of goods around them", () => {
    const text = "truck Yiwu to Almaty, wooden furniture, 340 pkgs, 12 t";
    expect(added(text, { field: "description", words: "furniture" })).toEqual([
      "cargo[0].description=wooden furniture",
    ]);
    const draft = draftFrom(read(text, [{ field: "description", words: "furniture" }]), text);
    const { filled, suggestions } = draft.suggested;
    expect(draft.fields.title).toBe("");
    expect(suggestions.title).toMatchObject({ by: "model", value: "wooden furniture" });
    expect(suggestions["cargo[0].description"]).toMatchObject({ by: "model", words: "wooden furniture" });
    expect({ ...filled, ...suggestions }.originId).toMatchObject({ by: "rules" });
  });

  test("give a gate, a code without its label and a count without its kind", () => {
    expect(added(`${GOODS} from Yiwu and the gate Horgos`, { field: "hubId", words: "Horgos" })).toEqual([
      "hubId=horgos",
    ]);
    expect(added(`${GOODS} 9405.11`, { field: "hsCode", words: "9405.11" })).toEqual(["cargo[0].hsCode=940511"]);
    expect(added("Goods: lamps\nCount: 84\nto Almaty from Yiwu", { field: "packages", words: "84" })).toEqual([
      "cargo[0].packages=84",
    ]);
  });

  test("are left aside where they differ from what the rules have read", () => {
    const text = `${GOODS} from Yiwu, HS 8504.40, spare 9405.11`;
    expect(added(text, { field: "hsCode", words: "9405.11" })).toEqual([]);
    expect(read(text, [{ field: "hsCode", words: "9405.11" }]).fields).toEqual(read(text).fields);
  });

  test("name the goods of their own line only", () => {
    const text = "Yiwu to Almaty: wooden furniture, 20 ctns; 30 pallets";
    const pointer = { field: "description", words: "wooden furniture" } as const;
    expect(added(text, { ...pointer, line: 1 })).toEqual(["cargo[0].description=wooden furniture"]);
    expect(added(text, { ...pointer, line: 2 })).toEqual([]);
  });

  test("never change what the rules have read, nor make a request of a question", () => {
    const text = `${GOODS} from Yiwu`;
    const all = POINTED_FIELDS.map((field) => ({ field, words: "Almaty" }));
    expect(read(text, all).fields).toEqual(read(text).fields);
    const question = "Do you carry furniture to Almaty?";
    expect(read(question, [{ field: "description", words: "furniture" }]).fields).toEqual([]);
  });

  test("whatever they are, add suggestible fields only, with a value that stands in the text", () => {
    const pieces = [
      "Yiwu",
      "Almaty",
      "Horgos",
      "lamps",
      "furniture",
      "340",
      "pkgs",
      "9405.11",
      "8 t",
      "to",
      "from",
      ",",
      "\n",
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(" "));
    const pointer = fc.record({
      field: fc.constantFrom(...POINTED_FIELDS),
      line: fc.integer({ min: 1, max: 4 }),
      words: fc.oneof(fc.constantFrom(...pieces), fc.string({ minLength: 1, maxLength: 12 })),
    });
    fc.assert(
      fc.property(text, fc.array(pointer, { maxLength: 12 }), (written, proposal) => {
        const alone = read(written).fields;
        const { fields } = read(written, proposal);
        expect(fields.slice(0, alone.length)).toEqual(alone);
        for (const { path, value, from } of fields.slice(alone.length)) {
          expect(isSuggestible(path)).toBe(true);
          if (/^\d+$/.test(value)) expect(written.slice(...from).replace(/\D/g, "")).toBe(value);
        }
        expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a model's answer", () => {
  const one = { field: "originId", words: "Yiwu" } as const;

  test.each([
    ["a sentence", "Yiwu"],
    ["a list", [one]],
    ["nothing", null],
    ["fields that are no list", { fields: { originId: "CNYIU" } }],
    ["more pointers than any text needs", { fields: Array.from({ length: 61 }, () => one) }],
  ])("that is %s is none", (_, answer) => {
    expect(readProposal(answer)).toBeNull();
  });

  test("is read entry by entry, and what may not be pointed at is passed over", () => {
    const entries = [
      one,
      { ...one, value: "CNYIU" },
      { field: "bidMode", words: "open" },
      { ...one, words: "x".repeat(201) },
      7,
    ];
    expect(readProposal({ fields: entries })).toEqual([one, one]);
  });
});

test("no text can leave its place in the prompt", () => {
  const unit = fc.constantFrom(...['"', "\\", "}", "{", "]", ",", "\n", "\u2028", "`", "<", "a", "system", "役"]);
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const [system, user, ...rest] = promptFor(text);
      expect(rest).toEqual([]);
      expect(JSON.parse(user?.content ?? "")).toEqual({ text });
      expect(system).toEqual(promptFor("").at(0));
    }),
  );
});
