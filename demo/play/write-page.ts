import type { Actor } from "../../domain/access/policy";
import { LOCALES, type Locale } from "../../domain/shared/locale";
import type { Instant } from "../../domain/shared/time";
import { saveProviderPage, writeAnswer } from "../../server/catalogue/provider-page";
import type { DemoOrganisation, DemoPage } from "../plan/market-data";
import type { Stage } from "./stage";

/** Of so many providers one has said no hours. */
const SILENT = 4;
const FRIDAY = 5;

/** Companies of China and Vietnam work on Saturdays too, as is usual at the border there. */
const daysOf = ({ country }: DemoOrganisation): readonly number[] =>
  Array.from({ length: country === "CN" || country === "VN" ? FRIDAY + 1 : FRIDAY }, (_, at) => at + 1);

const isLocale = (language: string): language is Locale => (LOCALES as readonly string[]).includes(language);

type Setting = {
  readonly stage: Stage;
  readonly at: Instant;
  readonly zone: string;
  /** What the demo has it say; undefined where it has nothing of its own. */
  readonly written: DemoPage | undefined;
};

/** A provider writes what its page says: what it says of itself in its own language and in English, and what the demo has it say in others, its hours and answers. */
export async function writePage(
  { stage, at, zone, written }: Setting,
  actor: Actor,
  organisation: DemoOrganisation,
): Promise<void> {
  const { id, description, name } = organisation;
  const own = isLocale(name.ownLanguage) ? { [name.ownLanguage]: description.own } : {};
  const isSilent = !written && Number(id.slice(-1)) % SILENT === 0;
  await stage.must(at, actor, saveProviderPage, {
    texts: { en: description.en, ...own, ...written?.texts },
    hours: isSilent ? null : { days: daysOf(organisation), from: "09:00", to: "18:00", zone },
  });
  for (const [language, question, answer] of written?.answers ?? [])
    await stage.must(at, actor, writeAnswer, { answerId: null, language, question, answer });
}
