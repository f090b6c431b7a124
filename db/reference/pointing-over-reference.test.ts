import { expect, test } from "vitest";
import { POINTED_FIELDS } from "@/domain/clerk/model/proposal";
import { isOfLine, pathOf } from "@/domain/clerk/model/read-pointed";
import { takeProposal } from "@/domain/clerk/model/take-proposal";
import { isRequest, readByRules } from "@/domain/clerk/read-text";
import type { LocalDate } from "@/domain/shared/local-date";
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
