import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormView, PageView } from "./page-view";
import type { Posting } from "./postings";

const MESSAGES = join(import.meta.dirname, "../../../messages");

const FAULT_WORDS = ["en", "zh-CN"].map((language) => {
  const { fault } = JSON.parse(readFileSync(join(MESSAGES, language, "common.json"), "utf8")) as { fault: string };
  return fault.split("{reference}")[0] as string;
});

/** What is wrong with a page of ours, whatever it was asked. */
export function judgePage(page: PageView, language: string): string[] {
  return [
    ...(page.language === language ? [] : [`the page is in ${page.language || "no language"}`]),
    ...(page.headings === 1 ? [] : [`${page.headings} headings`]),
    ...(page.planted === 0 ? [] : ["what was sent came back as markup"]),
    ...(FAULT_WORDS.some((words) => page.text.includes(words)) ? ["a fault of ours"] : []),
  ];
}

const HAN = /\p{Script=Han}/u;
const LEAK = /\[object |undefined|NaN|\bat .*\.js:\d|issues?\.\w+|refusal\.\w+|ZodError|SQLITE/;

export type Answer = {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly language: string;
  /** Where it is a page. */
  readonly page: PageView | null;
  /** Whether the page shows the form at all. */
  readonly isShown: boolean;
  /** The same form on it. */
  readonly form: FormView | null;
  /** Whether a command was carried out, by the audit log. */
  readonly isDone: boolean;
  /** Whether it keeps whatever is typed, right or wrong. */
  readonly mayBeDone: boolean;
};

/** As markup brings it back: line ends are one sign, and what no text may hold is the sign for that. */
const asRead = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0\ud800-\udfff]/gu, "\ufffd")
    .replace(/\ufffd+/g, "\ufffd");

const KEEPING = /^(text|email|search|tel|number|url|date|datetime-local|textarea)$/;

function lost(form: FormView, { entries }: Posting): string[] {
  return form.controls.flatMap(({ name, kind, value }) => {
    const sent = entries.filter((entry) => entry.name === name && entry.file === undefined);
    if (!KEEPING.test(kind) || sent.length !== 1) return [];
    const typed = sent[0]?.value ?? "";
    return asRead(value).trimStart() === asRead(typed).trimStart()
      ? []
      : [`${name} has lost what was typed: ${value.slice(0, 40)}`];
  });
}

function ofWords(form: FormView, language: string): string[] {
  return form.problems
    .filter((words) => words === "" || LEAK.test(words) || HAN.test(words) !== (language === "zh-CN"))
    .map((words) => `says ${JSON.stringify(words.slice(0, 100))}`);
}

function ofRedirect({ mustSay }: Posting, { location, isDone }: Answer, language: string): string[] {
  return [
    ...(new RegExp(`^/${language}(?![^/?#])`).test(location) ? [] : [`leads to ${location}`]),
    // The page that it leads to says why nothing was done.
    ...(mustSay && !isDone && !/[?&]refused=[a-z_]+$/.test(location) ? ["goes on as if it had been done"] : []),
  ];
}

function ofForm(form: FormView, posting: Posting, { isDone, language }: Answer): string[] {
  const isRefused = form.problems.length > 0;
  return [
    ...ofWords(form, language),
    ...form.unlinked,
    ...(isDone && isRefused ? ["was done, and says that it was not"] : []),
    ...(posting.mustSay && !isDone && !isRefused && form.notices.length === 0 ? ["says nothing"] : []),
    ...(posting.isTyped && isRefused ? lost(form, posting) : []),
  ];
}

/** What is wrong with the answer to a posting; nothing where it is as it should be. */
export function judgeAnswer(posting: Posting, answer: Answer): string[] {
  const { status, page, form, isDone, language } = answer;
  const done = isDone && !answer.mayBeDone ? ["was done"] : [];
  if (posting.isForeign) return [...done, ...(status === 403 ? [] : [`answers ${status}`])];
  if (status === 303) return [...done, ...ofRedirect(posting, answer, language)];
  if (status >= 500 || answer.body === "") return [...done, `answers ${status} with ${answer.body.slice(0, 40)}`];
  if (!page) return done;
  const gone = answer.isShown && !isDone ? ["the form is gone"] : [];
  return [...done, ...judgePage(page, language), ...(form ? ofForm(form, posting, answer) : gone)];
}
