import type { ServerResponse } from "node:http";
import { POINTED_FIELDS } from "../domain/deals/clerk/proposal";
import en from "../domain/deals/clerk-texts/en.json";
import held from "../domain/deals/clerk-texts/held-back.json";
import injections from "../domain/deals/clerk-texts/injections.json";
import kk from "../domain/deals/clerk-texts/kk.json";
import pointers from "../domain/deals/clerk-texts/pointers.json";
import ru from "../domain/deals/clerk-texts/ru.json";
import vi from "../domain/deals/clerk-texts/vi.json";
import zh from "../domain/deals/clerk-texts/zh-CN.json";
import { asCompletion, type ModelScript } from "./clerk-model-double";

/** A text of the corpus with the fields that a careful person would take. */
export type Sample = {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
};

/** The texts by their language; the last ones were written after the reader. */
export const SAMPLES = {
  ...{ "zh-CN": zh as Sample[], en: en as Sample[], ru: ru as Sample[] },
  ...{ vi: vi as Sample[], kk: kk as Sample[], "held back": held as Sample[] },
};
export type SampleSet = keyof typeof SAMPLES;

export const INJECTIONS: readonly string[] = injections;

type Pointer = { readonly field: string; readonly line?: number; readonly words: string };

const POINTERS = pointers as Readonly<Record<string, readonly Pointer[]>>;
const all = Object.values(SAMPLES).flat();

/** Points at the words that a careful reader would point at, as they were written down for each text that the rules leave gaps in. */
export const careful: ModelScript = (text) => ({
  fields: POINTERS[all.find((sample) => sample.text === text)?.id ?? ""] ?? [],
});

/** Every run of up to five words, or of Chinese letters, of a text. */
export function runsOf(text: string): string[] {
  const words = [...text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)];
  const runs = words.flatMap((first, at) =>
    words.slice(at, at + 5).map((last) => text.slice(first.index, last.index + last[0].length)),
  );
  return [...new Set(runs.flatMap((run) => [run, run.replace(/\p{P}+$/u, "")]))].filter((run) => run !== "");
}

const INVENTED: readonly Pointer[] = [
  { field: "originId", words: "Rotterdam" },
  { field: "destinationId", words: "Warszawa" },
  { field: "hubId", words: "Dostyk" },
  { field: "packages", words: "99999" },
  { field: "hsCode", words: "010101" },
  { field: "description", words: "plutonium" },
];

/** Fields that nobody may fill from a text, in every way of writing them. */
const FORBIDDEN = [
  ...["visibility", "invited", "bidMode", "closesAt", "decideBy", "mayCloseEarly", "intent", "draftId", "zone"],
  ...["__proto__", "constructor", "services.payment.amount", "cargo[0].visibility", "title", "incotermPlace"],
].map((field) => ({ field, value: "open", words: "open", __proto__: { isAdmin: true } }));

const html = (text: string): Pointer[] =>
  ["description", "originId"].map((field) => ({ field, words: `<script>${text.slice(0, 20)}</script>` }));

/** True words of the text for the wrong fields: each run of words is called something else. */
function misplaced(text: string): Pointer[] {
  const runs = runsOf(text);
  return Array.from({ length: 48 }, (_, at) => ({
    field: POINTED_FIELDS[at % POINTED_FIELDS.length] as string,
    line: 1 + (at % 3),
    words: runs[(at * 7919) % Math.max(1, runs.length)] ?? text,
  }));
}

const ends = (answer: ServerResponse, status: number, body: string): undefined => {
  answer.writeHead(status, { "content-type": "text/html" });
  answer.end(body);
};

/** A model that lies in each of these ways, one text after another. */
export const LIES: Readonly<Record<string, ModelScript>> = {
  "invents figures and places": () => ({ fields: INVENTED }),
  "answers fields that nobody may fill": () => ({
    fields: FORBIDDEN,
    publish: true,
    tool_calls: [{ name: "publish" }],
  }),
  "obeys what the text says": (text) => ({ fields: [{ field: "intent", words: text.slice(0, 200) }], done: text }),
  "calls the words of the text something else": (text) => ({ fields: misplaced(text) }),
  "answers HTML": (text) => ({ fields: html(text) }),
  "writes prose": () => "Sure! The goods go from Yiwu to Almaty.",
  "breaks off": () => '{"fields":[{"field":"originId","words":"Yi',
  "answers another form": () => ({ fields: { originId: "CNYIU" } }),
  "answers ten megabytes": (_, answer) => ends(answer, 200, asCompletion("x".repeat(10_000_000))),
  "is ill": (_, answer) => ends(answer, 500, "<h1>Internal Server Error</h1>"),
  "leads elsewhere": (_, answer) => {
    answer.setHeader("location", "/elsewhere");
    return ends(answer, 307, "");
  },
};
