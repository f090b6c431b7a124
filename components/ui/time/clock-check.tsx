import { useTranslations } from "next-intl";
import { ClockNote } from "./clock-note";
import { driftWordsOf } from "./drift-words";

/** On pages where time runs out: says so where the reader's clock is wrong. `now` is the server's time of this page. */
export function ClockCheck({ now }: { readonly now: number }) {
  return <ClockNote now={now} words={driftWordsOf(useTranslations("ui.time.drift"))} />;
}
