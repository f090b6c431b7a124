import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import type { HsLanguage } from "../hs-entry";

/** Which column of a list holds what. */
export type ListHead = {
  readonly codeAt: number;
  readonly levelAt: number | null;
  readonly labelsAt: readonly (readonly [language: HsLanguage, at: number])[];
  readonly columns: readonly string[];
};

export type HeadRefusal = Refusal<"code_column_missing" | "description_column_missing" | "column_repeated">;

const CODE_NAMES: readonly string[] = ["code", "hs", "hscode", "hs_code", "hs-code"];
const LANGUAGE_NAMES: Readonly<Record<string, HsLanguage>> = {
  en: "en",
  zh: "zh-CN",
  "zh-cn": "zh-CN",
  ru: "ru",
  vi: "vi",
  kk: "kk",
};

const languageOf = (name: string): HsLanguage | undefined =>
  LANGUAGE_NAMES[name.replace(/^description[_\- .:]*/, "").replace("_", "-")];

/**
 * Reads the first row of a list: a column `code`, one named by its language (`ru`, `description_ru`) for each language there is, and perhaps
 * `level`. Others are passed over. A `description` that says no language is refused: nobody could tell who reads it.
 */
export function readHead(cells: readonly string[]): Result<ListHead, HeadRefusal> {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  const labelsAt = names.flatMap((name, at) => {
    const language = languageOf(name);
    return language ? [[language, at] as const] : [];
  });
  const codesAt = names.flatMap((name, at) => (CODE_NAMES.includes(name) ? [at] : []));
  const [codeAt] = codesAt;
  if (codeAt === undefined) return refuse("code_column_missing");
  if (labelsAt.length === 0) return refuse("description_column_missing");
  if (codesAt.length > 1 || new Set(labelsAt.map(([language]) => language)).size < labelsAt.length)
    return refuse("column_repeated");
  const levelAt = names.indexOf("level");
  return accept({ codeAt, levelAt: levelAt === -1 ? null : levelAt, labelsAt, columns: cells });
}
