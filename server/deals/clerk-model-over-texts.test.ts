import { describe, expect, test } from "vitest";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import { readReference } from "@/db/reference/read-reference";
import { draftFrom, isSuggestible } from "@/domain/deals/clerk/suggestions";
import type { Proposal } from "@/domain/deals/clerk/proposal";
import { readText } from "@/domain/deals/clerk/read-text";
import type { LocalDate } from "@/domain/shared/time";
import { clerkModelDouble, type ModelScript } from "@/test/clerk-model-double";
import { careful, INJECTIONS, LIES, type Sample, SAMPLES, type SampleSet } from "@/test/clerk-model-scripts";
import { clerkModel } from "./clerk-model";

const knowledge = readClerkKnowledge(readReference());
const SETS = Object.keys(SAMPLES) as SampleSet[];

/** What was reached by rules alone, and with a model that points well: right, wrong, missed. */
const REACHED: Readonly<Record<SampleSet, { alone: readonly number[]; careful: readonly number[] }>> = {
  "zh-CN": { alone: [144, 0, 1], careful: [145, 0, 0] },
  en: { alone: [157, 0, 1], careful: [158, 0, 0] },
  ru: { alone: [140, 0, 3], careful: [143, 0, 0] },
  vi: { alone: [141, 0, 0], careful: [141, 0, 0] },
  kk: { alone: [140, 0, 0], careful: [140, 0, 0] },
  "held back": { alone: [151, 0, 17], careful: [157, 0, 11] },
};

const valuesOf = ({ text, day }: Sample, proposal: Proposal) =>
  new Map(readText(text, knowledge, day as LocalDate, proposal).fields.map(({ path, value }) => [path, value]));

function judge(sample: Sample, proposal: Proposal) {
  const values = valuesOf(sample, proposal);
  const wrong = [...values].filter(([path, value]) => sample.fields[path] !== value);
  const missed = Object.keys(sample.fields).filter((path) => !values.has(path));
  return { id: sample.id, right: values.size - wrong.length, wrong, missed };
}

/** Asks over the network for each text of a set, as the product does, and counts what came of it. */
async function countOf(set: SampleSet, script: ModelScript | null) {
  const double = script && (await clerkModelDouble(script));
  const judged: ReturnType<typeof judge>[] = [];
  for (const [at, sample] of SAMPLES[set].entries()) {
    // A circuit of its own for each text: here it is counted what answers do, not what resting saves.
    const organisationId = `${double?.settings.url} ${at}`;
    const answer = double && (await clerkModel(double.settings).point(sample.text, { organisationId }));
    judged.push(judge(sample, answer?.proposal ?? []));
  }
  const sum = (count: (one: (typeof judged)[number]) => number) => judged.reduce((all, one) => all + count(one), 0);
  const counts = [sum(({ right }) => right), sum(({ wrong }) => wrong.length), sum(({ missed }) => missed.length)];
  return { counts, faults: judged.filter(({ wrong, missed }) => wrong.length + missed.length > 0) };
}

describe.each(SETS)("over the texts in %s", (set) => {
  test("a careful model fills what the rules left empty, and makes nothing wrong", async () => {
    const { counts, faults } = await countOf(set, careful);
    console.log(set, counts);
    expect(counts, JSON.stringify(faults, null, 1)).toEqual(REACHED[set].careful);
    expect((await countOf(set, null)).counts).toEqual(REACHED[set].alone);
  });

  test.each(Object.entries(LIES))("a model that %s makes not one field wrong and loses none", async (_, lie) => {
    const { counts, faults } = await countOf(set, lie);
    expect(counts[1], JSON.stringify(faults, null, 1)).toBe(0);
    expect(counts[0]).toBeGreaterThanOrEqual(REACHED[set].alone[0] as number);
  });
});

test("no hostile text gets more than plain fields out of a model that obeys or lies", async () => {
  for (const [name, lie] of Object.entries(LIES)) {
    const { settings } = await clerkModelDouble(lie);
    for (const [at, text] of INJECTIONS.entries()) {
      const { proposal } = await clerkModel(settings).point(text, { organisationId: `${name} ${at}` });
      const reading = readText(text, knowledge, "2026-11-25" as LocalDate, proposal);
      expect(Object.keys(draftFrom(reading, text).fields).filter((path) => !isSuggestible(path))).toEqual([]);
      const alone = readText(text, knowledge, "2026-11-25" as LocalDate);
      const changed = alone.fields.filter(({ path, value }) => {
        const now = reading.fields.find((field) => field.path === path);
        return now?.value !== value;
      });
      expect(changed, `${name}: ${text}`).toEqual([]);
    }
  }
});
