import { z } from "zod";
import { isPerson, keepWish, wasTold } from "../../db/repositories/wishes";
import { MAIL_TIMINGS, timingsOf } from "../../domain/notices/delivery";
import { TOPICS } from "../../domain/notices/topics";
import { WHOLE_DIGEST } from "../../domain/notices/wishes";
import { accept, refuse } from "../../domain/shared/result";
import { command, NO_ROW_DECIDES } from "../platform/command";
import { type MailStop, readStopToken } from "./stop-token";

const choice = z
  .strictObject({ topic: z.enum(TOPICS), isInInbox: z.boolean(), mail: z.enum(MAIL_TIMINGS) })
  .refine(({ topic, mail }) => timingsOf(topic).includes(mail), { error: "malformed", path: ["mail"] });

/** A person says of topics whether they stand in the inbox and when they come by mail. Whoever asks for a digest gets one, though they had stopped it. */
export const chooseNotices = command({
  name: "notices.choose",
  action: "account.change",
  input: z.strictObject({ choices: z.array(choice).min(1).max(TOPICS.length) }),
  lock: NO_ROW_DECIDES,
  async run({ tx, actor }, { choices }) {
    const { userId } = actor;
    if (userId === null) return refuse("not_found");
    for (const { topic, ...change } of choices) await keepWish(tx, { userId, what: "topic", subject: topic }, change);
    if (choices.some(({ mail }) => mail === "daily"))
      await keepWish(tx, { userId, what: "digest", subject: WHOLE_DIGEST }, { mutedAt: null });
    return accept({ userId });
  },
});

const muting = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("deal"), subject: z.string().min(1).max(64) }),
  z.strictObject({ what: z.literal("topic"), subject: z.enum(TOPICS) }),
]);

const mutes = (name: "mute" | "unmute") =>
  command({
    name: `notices.${name}`,
    action: "account.change",
    input: muting,
    lock: NO_ROW_DECIDES,
    async run({ tx, actor, now, concerns }, { what, subject }) {
      const { userId } = actor;
      if (userId === null) return refuse("not_found");
      // Of a deal that they were told of: any other is not there.
      if (what === "deal" && !(await wasTold(tx, { userId, dealId: subject }))) return refuse("not_found");
      await keepWish(tx, { userId, what, subject }, { mutedAt: name === "mute" ? now : null });
      concerns(subject);
      return accept({ what, subject });
    },
  });

/** A person wants to hear nothing more of a deal or a topic; what asks for an act of theirs still stands among what needs them. */
export const muteNotices = mutes("mute");

/** They want to hear of it again, as it was chosen before. */
export const unmuteNotices = mutes("unmute");

const stops = (
  name: "stop-mails" | "resume-mails",
  change: (stop: MailStop, now: number) => Parameters<typeof keepWish>[2],
) =>
  command({
    name: `notices.${name}`,
    action: "account.enter",
    input: z.strictObject({ token: z.string().max(160) }),
    limit: "stop_mails",
    lock: NO_ROW_DECIDES,
    async run({ tx, now, concerns }, { token }) {
      const stop = readStopToken(token);
      if (!stop || !(await isPerson(tx, stop.userId))) return refuse("not_found");
      const { userId, what } = stop;
      const key =
        what === "digest"
          ? ({ userId, what, subject: WHOLE_DIGEST } as const)
          : ({ userId, what: "topic", subject: what } as const);
      await keepWish(tx, key, change(stop, now));
      concerns(userId);
      return accept({ what });
    },
  });

/**
 * Stops the mails of a topic, or the digest, for whoever holds the link of such a mail, without a session: the link says whose and which, and opens nothing
 * else. A link that nobody here has signed is as one of a person who is not there. What is mailed in any case still is.
 */
export const stopMails = stops("stop-mails", ({ what }, now) =>
  what === "digest" ? { mutedAt: now as never } : { mail: "never" },
);

/** Takes them up again. */
export const resumeMails = stops("resume-mails", ({ what }) =>
  what === "digest" ? { mutedAt: null } : { mail: timingsOf(what)[0] ?? "never" },
);
