import { expect, test } from "vitest";
import { POINTED_FIELDS } from "@/domain/deals/clerk/proposal";
import { isOfLine, pathOf } from "@/domain/deals/clerk/pointed-fields";
import { takeProposal } from "@/domain/deals/clerk/take-proposal";
import { TEXT_MAX } from "@/domain/deals/clerk/reading";
import { isRequest, readByRules, readText } from "@/domain/deals/clerk/read-text";
import type { LocalDate } from "@/domain/shared/time";
import { runsOf, type Sample, SAMPLES, type SampleSet } from "@/test/clerk-model-scripts";
import { readClerkKnowledge } from "./read-clerk-knowledge";
import { readReference } from "./read-reference";

const knowledge = readClerkKnowledge(readReference());
const LINES = [1, 2, 3];

/** Every field that some pointing at any words of a text would make wrong, with the values that it would get. */
function wrongByPointing({ id, text, day, fields }: Sample): { tried: number; wrong: string[] } {
  const standing = readByRules(text, knowledge, day as LocalDate);
  if (!isRequest(standing.read)) return { tried: 0, wrong: [] };
  const filled = new Set(standing.read.map(({ path }) => path));
  // What the rules filled stays theirs, which another test holds; what is without a figure is no code and no count.
  const pointers = POINTED_FIELDS.flatMap((field) =>
    (isOfLine(field) ? LINES : [1])
      .filter((line) => !filled.has(pathOf(field, line - 1)))
      .flatMap((line) => runsOf(text).map((words) => ({ field, line, words })))
      .filter(({ words }) => (field !== "hsCode" && field !== "packages") || /\d/.test(words)),
  );
  const taken = pointers.flatMap((pointer) => takeProposal([pointer], standing));
  const wrong = taken.filter(({ path, value }) => fields[path] !== value);
  return { tried: pointers.length, wrong: [...new Set(wrong.map(({ path, value }) => `${id} ${path}=${value}`))] };
}

test.each(Object.keys(SAMPLES) as SampleSet[])(
  "no words of a text in %s, whatever a model calls them, make a field wrong",
  (set) => {
    const judged = SAMPLES[set].map(wrongByPointing);
    console.log(
      set,
      "pointings tried:",
      judged.reduce((all, { tried }) => all + tried, 0),
    );
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
  },
);

test.each([
  ["names of gates", "Horgos, "],
  ["counts", "9 ctns 9x9x9 cm 9 kg "],
  ["codes", "8504.40 lamps\n"],
  ["numbers", "17 "],
  ["open brackets", "(Yiwu"],
  ["clauses", "lamps, furniture. "],
])(
  "a long text of %s that is pointed at as often as may be is read within ten seconds, where a search for each would take minutes",
  (_, piece) => {
    const text = "400 ctns of lamps from Yiwu to Almaty. ".concat(piece.repeat(Math.ceil(TEXT_MAX / piece.length)));
    const words = piece.trim().split(" ");
    const proposal = Array.from({ length: 60 }, (__, at) => ({
      field: POINTED_FIELDS[at % POINTED_FIELDS.length] as (typeof POINTED_FIELDS)[number],
      words: words[at % words.length] as string,
    }));
    const start = performance.now();
    readText(text, knowledge, "2026-11-25" as LocalDate, proposal);
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);
