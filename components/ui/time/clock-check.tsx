import type { DriftWords } from "./clock-drift";
import { useTranslations } from "next-intl";
import { ClockNote } from "./clock-note";

type Translate = (key: keyof DriftWords, values: Readonly<Record<string, string>>) => string;

/** What `driftText` is filled from, as templates: the words come from the server, and the drift is known on the client only. */
export const driftWordsOf = (t: Translate): DriftWords => ({
  ahead: t("ahead", { time: "{time}" }),
  behind: t("behind", { time: "{time}" }),
  seconds: t("seconds", { n: "{n}" }),
  minutes: t("minutes", { n: "{n}" }),
  hours: t("hours", { n: "{n}" }),
});

/** On pages where time runs out: says so where the reader's clock is wrong. `now` is the server's time of this page. */
export function ClockCheck({ now }: { readonly now: number }) {
  return <ClockNote now={now} words={driftWordsOf(useTranslations("ui.time.drift"))} />;
}
