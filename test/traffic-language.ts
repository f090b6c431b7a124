import { createTranslator } from "use-intl";
import type { Language } from "@/server/hubs/queries/traffic-csv";
import { wordsIn } from "./drawn";

const ROOMS = [
  "admin",
  "hubs",
  "exports",
  "service-logistics",
  "service-payment",
  "service-customs",
  "service-inspection",
];

/** A reader's language as a route gives it to the files of the traffic review; a word that is missing is a failure. */
export function languageIn(locale: "en" | "zh-CN"): Language {
  const messages = Object.fromEntries(ROOMS.map((room) => [room, wordsIn(room, locale)]));
  const onError = (error: Error) => {
    throw error;
  };
  return { locale, words: createTranslator({ locale, messages, onError }) as unknown as Language["words"] };
}

/** The rows of a file, each by its heads. */
export function tableOf(csv: string | null): Record<string, string>[] {
  const [heads = [], ...rows] = (csv ?? "")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell.replace(/^"|"$/g, "")),
    );
  return rows.map((cells) =>
    Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ""]).filter(([head]) => head)),
  );
}
