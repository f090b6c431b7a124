import { describe, expect, test } from "vitest";
import { readReference } from "@/db/reference/read-reference";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import type { LocalDate } from "../shared/local-date";
import { readText } from "./read-text";
import en from "./texts/en.json";
import kk from "./texts/kk.json";
import ru from "./texts/ru.json";
import vi from "./texts/vi.json";
import zh from "./texts/zh-CN.json";

type Sample = {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly fields: Record<string, string | undefined>;
};

const knowledge = readClerkKnowledge(readReference());

function judge({ text, day, fields }: Sample) {
  const read = new Map(readText(text, knowledge, day as LocalDate).fields.map((field) => [field.path, field.value]));
  const right = [...read].filter(([path, value]) => fields[path] === value).map(([path]) => path);
  const wrong = [...read].filter(([path, value]) => fields[path] !== value);
  const missed = Object.keys(fields).filter((path) => !read.has(path));
  return { right, wrong, missed };
}

test("measures", () => {
  for (const [language, samples] of Object.entries({ "zh-CN": zh, en, ru, vi, kk })) {
    const sums = { right: 0, wrong: 0, missed: 0 };
    for (const sample of samples as Sample[]) {
      const { right, wrong, missed } = judge(sample);
      sums.right += right.length;
      sums.wrong += wrong.length;
      sums.missed += missed.length;
      if (process.env.SHOW)
        console.log(
          sample.id,
          "WRONG",
          JSON.stringify(wrong),
          "MISSED",
          JSON.stringify(missed.map((m) => `${m}=${sample.fields[m]}`)),
        );
    }
    console.log(language, JSON.stringify(sums));
  }
});
