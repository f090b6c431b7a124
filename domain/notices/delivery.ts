import type { NoticeKind } from "./notification-rule";
import { KIND_RULES, type Topic } from "./topics";

/** When mail of a topic comes: at once what somebody has to act on or waits for, all of it in one mail a day, or none. */
export const MAIL_TIMINGS = ["at_once", "daily", "never"] as const;
export type MailTiming = (typeof MAIL_TIMINGS)[number];

/** What a person wants of a topic. */
export type Choice = { readonly isInInbox: boolean; readonly mail: MailTiming };

/** Topics of which nothing was ever urgent enough for a mail: they come by digest or not at all. */
const NEVER_AT_ONCE: readonly Topic[] = ["hubs"];

/** The timings that a topic can have. */
export const timingsOf = (topic: Topic): readonly MailTiming[] =>
  MAIL_TIMINGS.filter((timing) => timing !== "at_once" || !NEVER_AT_ONCE.includes(topic));

/** What everybody gets who has chosen nothing. */
export const defaultChoice = (topic: Topic): Choice => ({
  isInInbox: true,
  mail: NEVER_AT_ONCE.includes(topic) ? "never" : "at_once",
});

type Wishes = Choice & {
  /** The deal, or the topic, was muted. */
  readonly isMuted: boolean;
};

export type Delivery = {
  /** `quiet` counts and raises nothing; what it asks still stands among what needs its reader. */
  readonly inbox: "loud" | "quiet";
  readonly mail: MailTiming;
};

/**
 * How a notice comes to one reader, by what they have set and by whether the market counts it among what is mailed. What is mailed in any case is
 * said aloud in the inbox too, whatever is set or muted.
 */
export function deliveryOf(
  { kind, isMailed }: { readonly kind: NoticeKind; readonly isMailed: boolean },
  { isInInbox, mail, isMuted }: Wishes,
): Delivery {
  if (KIND_RULES[kind].always !== undefined && isMailed) return { inbox: "loud", mail: "at_once" };
  if (isMuted) return { inbox: "quiet", mail: "never" };
  const atOnce = isMailed ? "at_once" : "never";
  return { inbox: isInInbox ? "loud" : "quiet", mail: mail === "at_once" ? atOnce : mail };
}
