import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageView } from "./page-view";

const MESSAGES = join(import.meta.dirname, "../../../../messages");

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
