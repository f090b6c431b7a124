import type { Listener } from "@/db/repositories/parties";
import type { Facts, Notice } from "@/domain/notices/hearing";
import { noticeValues, withSingleStops } from "@/domain/notices/notice-values";
import type { Instant } from "@/domain/shared/instant";
import { env } from "../../platform/process/env";
import { translator } from "../../platform/words/translate";
import { clockText, deadlineTexts, type MailedDeadline } from "./deadline-line";

const REASON_MAX = 300;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** What people typed stays on its line: it cannot begin a paragraph that looks like ours. */
const onOneLine = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? fact.replace(BREAKS, " ").slice(0, REASON_MAX) : fact,
    ]),
  );

/** By when something is to be done, by the reader's clock and the hub's. */
function deadlineLine(
  deadline: MailedDeadline,
  { locale, timeZone }: Pick<Listener, "locale" | "timeZone">,
  t: ReturnType<typeof translator>,
): string {
  const { own, hub } = deadlineTexts(deadline, { locale, zone: timeZone });
  return t(`mail.deadline.${deadline.kind}`, { time: hub === null ? own : t("mail.deadline.both", { own, hub }) });
}

/** The mail of a notice in the reader's language: plain text, one sentence, by when if that matters, one link. */
export function writeMail(
  notice: Notice,
  reader: Pick<Listener, "name" | "locale" | "timeZone">,
  deadline: MailedDeadline | null,
  baseUrl: string = env().baseUrl,
): { subject: string; body: string } {
  const t = translator(reader.locale);
  const time = (at: Instant) => clockText(at, { locale: reader.locale, zone: reader.timeZone });
  const values = noticeValues(onOneLine({ ...notice.facts, reader: reader.name }), { word: t, time });
  const link = `${baseUrl}/${t("mail.locale")}${notice.href}`;
  const parts = [
    t("mail.greeting", values),
    withSingleStops(t(`notices.kind.${notice.kind}`, values)),
    ...(deadline ? [deadlineLine(deadline, reader, t)] : []),
    t("mail.open", { link }),
    t("mail.footer"),
  ];
  return { subject: t(`mail.subject.${notice.kind}`, values), body: `${parts.join("\n\n")}\n` };
}
