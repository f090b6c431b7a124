import { defaultChoice, type Choice, type MailTiming } from "./delivery";
import type { Topic } from "./topics";

/** One thing that a person has said about what they want to hear: of a deal, of a topic, or of the digest as a whole. */
export type Wish = {
  readonly what: "deal" | "topic" | "digest";
  readonly subject: string;
  readonly isInInbox: boolean | null;
  readonly mail: MailTiming | null;
  readonly mutedAt: number | null;
};

/** The subject of the one wish about the digest. */
export const WHOLE_DIGEST = "all";

/** What a person has chosen of a topic; what everybody gets where they have not. */
export function choiceOf(wishes: readonly Wish[], topic: Topic): Choice {
  const wish = wishes.find(({ what, subject }) => what === "topic" && subject === topic);
  const usual = defaultChoice(topic);
  return { isInInbox: wish?.isInInbox ?? usual.isInInbox, mail: wish?.mail ?? usual.mail };
}

/** Whether a person has muted this deal, or this topic, or has stopped the digest. */
export const isMuted = (wishes: readonly Wish[], of: Pick<Wish, "what" | "subject">): boolean =>
  wishes.some(({ what, subject, mutedAt }) => what === of.what && subject === of.subject && mutedAt !== null);

/** How a person wants a notice of this topic and deal to come. A digest that was stopped brings nothing. */
export function wishFor(wishes: readonly Wish[], { topic, dealId }: { topic: Topic; dealId: string | null }) {
  const { isInInbox, mail } = choiceOf(wishes, topic);
  const isDeals = dealId !== null && isMuted(wishes, { what: "deal", subject: dealId });
  const isStopped = mail === "daily" && isMuted(wishes, { what: "digest", subject: WHOLE_DIGEST });
  return {
    isInInbox,
    mail: isStopped ? ("never" as const) : mail,
    isMuted: isDeals || isMuted(wishes, { what: "topic", subject: topic }),
  };
}
