import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatTimeLeft, type TimeLeftWords } from "./format-time-left";
import { TimeLeftLive, TimesLeft } from "./time-left-live";

type TimeLeftProps = {
  /** Epoch milliseconds. */
  readonly until: number;
  /** The server's time of this page: the reader's clock may be wrong. */
  readonly now: number;
  /** Only the span, where a head already says that it is what is left. */
  readonly isBare?: boolean;
};

type Translate = ReturnType<typeof useTranslations<"ui.time">>;

// The words of a language do not change.
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

const useTimeLeftWords = (isBare: boolean): TimeLeftWords =>
  wordsOf(useTranslations("ui.time"), `${useLocale()} ${isBare}`, isBare);

/** What is left until a time, in words that go on in the browser. */
export function TimeLeft({ until, now, isBare = false }: TimeLeftProps) {
  return <TimeLeftLive leftMs={until - now} words={useTimeLeftWords(isBare)} />;
}

/** What is left, in a row of a list: a text, which `ListWithTimeLeft` around the list lets go on. */
export const LeftInList = ({ leftMs }: { readonly leftMs: number }) => (
  <span className="whitespace-nowrap" data-left-ms={leftMs}>
    {formatTimeLeft(leftMs, useTimeLeftWords(true))}
  </span>
);

/** Around a list whose rows say by `LeftInList` what is left. */
export function ListWithTimeLeft({ now, children }: Pick<TimeLeftProps, "now"> & { readonly children: ReactNode }) {
  return (
    <TimesLeft now={now} words={useTimeLeftWords(true)}>
      {children}
    </TimesLeft>
  );
}
