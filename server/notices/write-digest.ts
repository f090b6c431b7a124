import type { DigestReader } from "@/db/repositories/digests";
import { DIGEST_HOUR, digestDay } from "@/domain/notices/digest-time";
import { noticeValues, withSingleStops } from "@/domain/notices/notice-words";
import type { Instant } from "@/domain/shared/time";
import type { NeededNotice, NoticedDeal, Notice } from "@/views/notices";
import { env } from "../platform/process/env";
import { translator } from "../platform/translate";
import { clockText, onOneLine } from "./reactions/notify";
import { stopAddress, stopPage } from "./stop-token";

/** What a digest tells: what waits for its reader, and all that came, by deal, each with how often. */
export type Digest = {
  readonly needed: readonly NeededNotice[];
  readonly groups: readonly {
    readonly key: string;
    readonly deal: NoticedDeal | null;
    readonly notices: readonly Notice[];
  }[];
  readonly count: number;
};

type Reader = Pick<DigestReader, "userId" | "name" | "locale" | "timeZone">;

const LINES_MAX = 12;

/** The digest in its reader's language: what needs them first, then a deal after the other with its sentences and one link. */
export function writeDigest(
  { needed, groups, count }: Digest,
  reader: Reader,
  { now, baseUrl = env().baseUrl }: { readonly now: Instant; readonly baseUrl?: string },
) {
  const t = translator(reader.locale);
  const locale = t("mail.locale");
  const time = (at: Instant) => clockText(at, { locale: reader.locale, zone: reader.timeZone });
  const sentence = ({ kind, facts }: Notice) =>
    withSingleStops(
      t(`notices.short.${kind}`, noticeValues(onOneLine(facts), { word: t, time, locale: reader.locale })),
    );
  const nameOf = (key: string, deal: NoticedDeal | null) =>
    deal
      ? `${String(onOneLine({ title: deal.title }).title)} · ${deal.reference}`
      : t(`notices.inbox.of.${key === "hubs" ? "hubs" : "organisation"}`);
  const link = (path: string) => `${baseUrl}/${locale}${path}`;
  const waits = needed.map(
    ({ notice, deal }) => `- ${sentence(notice)}${deal ? ` (${nameOf("", deal)})` : ""}\n  ${link(notice.href)}`,
  );
  const told = groups.map(({ key, deal, notices }) => {
    const lines = notices.slice(0, LINES_MAX).map((notice) => `- ${sentence(notice)}`);
    const more = notices.length > LINES_MAX ? [t("mail.digest.more", { count: notices.length - LINES_MAX })] : [];
    return [nameOf(key, deal), ...lines, ...more, link(`/inbox?open=${encodeURIComponent(key)}`)].join("\n");
  });
  const stop = { userId: reader.userId, what: "digest" } as const;
  const parts = [
    t("mail.greeting", { reader: String(onOneLine({ name: reader.name }).name) }),
    t("mail.digest.lead", { count }),
    ...(waits.length > 0 ? [`${t("notices.inbox.needed")}\n\n${waits.join("\n")}`] : []),
    ...told,
    t("mail.digest.footer", { hour: DIGEST_HOUR, link: link("/account#notices") }),
    t("mail.digest.stop", { link: stopPage(stop, { baseUrl, locale }) }),
  ];
  return {
    subject: t("mail.digest.subject", { count, needed: waits.length, day: digestDay(now, reader.timeZone) }),
    body: `${parts.join("\n\n")}\n`,
    stopAddress: stopAddress(stop, baseUrl),
  };
}
