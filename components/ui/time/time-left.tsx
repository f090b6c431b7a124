import { useLocale, useTranslations } from "next-intl";
import type { TimeLeftWords } from "./format-time-left";
import { TimeLeftLive } from "./time-left-live";

type TimeLeftProps = {
  /** Epoch milliseconds. */
  readonly until: number;
  /** The server's time of this page: the reader's clock may be wrong. */
  readonly now: number;
  /** Only the span, where a head already says that it is what is left. */
  readonly isBare?: boolean;
};

type Translate = ReturnType<typeof useTranslations<"ui.time">>;

// One object for all rows of a list: what is the same object is sent to the browser once. The words of a language do not change.
const wordsByKind = new Map<string, TimeLeftWords>();

function wordsOf(t: Translate, kind: string, isBare: boolean): TimeLeftWords {
  const known = wordsByKind.get(kind);
  if (known) return known;
  const words = {
    days: t("days", { n: "{n}" }),
    daysAlone: t("daysAlone", { n: "{n}" }),
    hours: t("hours", { n: "{n}" }),
    minutes: t("minutes", { n: "{n}" }),
    underMinute: t("underMinute"),
    frame: isBare ? "{time}" : t("left", { time: "{time}" }),
    passed: t("passed"),
  };
  wordsByKind.set(kind, words);
  return words;
}

export function TimeLeft({ until, now, isBare = false }: TimeLeftProps) {
  const t = useTranslations("ui.time");
  return <TimeLeftLive until={until} now={now} words={wordsOf(t, `${useLocale()} ${isBare}`, isBare)} />;
}
