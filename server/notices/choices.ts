import "server-only";
import type { Reader } from "@/db/database";
import { dealsOfNotices } from "@/db/repositories/inbox";
import { isPerson, wishesOf } from "@/db/repositories/wishes";
import type { Actor } from "@/domain/access/policy";
import { timingsOf } from "@/domain/notices/delivery";
import { NOTICE_KINDS } from "@/domain/notices/notification-rule";
import { KIND_RULES, TOPICS, type Topic } from "@/domain/notices/topics";
import { choiceOf, isMuted, WHOLE_DIGEST } from "@/domain/notices/wishes";
import type { NoticeChoices } from "@/views/notices";
import { type MailStop, readStopToken } from "./stop-token";

const always = (topic: Topic) =>
  NOTICE_KINDS.filter((kind) => KIND_RULES[kind].topic === topic && KIND_RULES[kind].always !== undefined);

/** What the viewer has chosen of each topic that can concern them, and what they have muted. */
export async function noticeChoices(read: Reader, { userId, role }: Actor): Promise<NoticeChoices> {
  const wishes = userId === null ? [] : await wishesOf(read, userId);
  const muted = wishes.filter(({ what, mutedAt }) => what === "deal" && mutedAt !== null);
  const deals = await dealsOfNotices(
    read,
    muted.map(({ subject }) => subject),
  );
  return {
    topics: TOPICS.filter((topic) => topic !== "administration" || role === "administrator").map((topic) => ({
      topic,
      ...choiceOf(wishes, topic),
      timings: timingsOf(topic),
      always: always(topic),
      isMuted: isMuted(wishes, { what: "topic", subject: topic }),
    })),
    mutedDeals: deals.map(({ id, title }) => ({ id, title })),
    isDigestStopped: isMuted(wishes, { what: "digest", subject: WHOLE_DIGEST }),
  };
}

/** What the link of a mail stops, and whether that is done; null for a link that nobody here has signed, or of nobody. */
export async function mailStopState(
  read: Reader,
  token: string,
): Promise<{ readonly what: MailStop["what"]; readonly isStopped: boolean } | null> {
  const stop = readStopToken(token);
  if (!stop || !(await isPerson(read, stop.userId))) return null;
  const { what, userId } = stop;
  const wishes = await wishesOf(read, userId);
  const isStopped =
    what === "digest" ? isMuted(wishes, { what, subject: WHOLE_DIGEST }) : choiceOf(wishes, what).mail === "never";
  return { what, isStopped };
}
