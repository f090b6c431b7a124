import type { DriftWords } from "./clock-drift";
import { useTranslations } from "next-intl";
import { ClockNote } from "./clock-note";

type Translate = (key: keyof DriftWords, values: { readonly n: string }) => string;

/** What `driftText` is filled from, as templates: the words come from the server, and the drift is known on the client only. */
export const driftWordsOf = (t: Translate): DriftWords => ({
  aheadSeconds: t("aheadSeconds", { n: "{n}" }),
  aheadMinutes: t("aheadMinutes", { n: "{n}" }),
  aheadHours: t("aheadHours", { n: "{n}" }),
  behindSeconds: t("behindSeconds", { n: "{n}" }),
  behindMinutes: t("behindMinutes", { n: "{n}" }),
  behindHours: t("behindHours", { n: "{n}" }),
});

/** On pages where time runs out: says so where the reader's clock is wrong. `now` is the server's time of this page. */
export function ClockCheck({ now }: { readonly now: number }) {
  return <ClockNote now={now} words={driftWordsOf(useTranslations("ui.time.drift"))} />;
}
