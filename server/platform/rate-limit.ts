import { isIPv6 } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { onePerProcess } from "./process/one-per-process.ts";

/** Points per duration (seconds) and caller. Per process: several processes allow that many times more, which the docs say. */
const LIMITS = {
  // By account and address together, or by a device that signed in before: nobody is locked out by others (attempts.ts).
  sign_in: { points: 10, duration: 300 },
  // By account, whatever the address; a single address cannot use it up.
  sign_in_account: { points: 200, duration: 3600 },
  // By address: one office is many people.
  sign_in_address: { points: 100, duration: 300 },
  sign_up: { points: 30, duration: 3600 },
  // Mails about an account: the same three.
  mail: { points: 5, duration: 3600 },
  mail_account: { points: 20, duration: 3600 },
  mail_address: { points: 30, duration: 3600 },
  // By address: texts that the clerk reads for people without an account.
  visitor_draft: { points: 20, duration: 3600 },
  // By address: files that are looked into for people without an account, before it is known whether anything stands in them.
  visitor_file: { points: 20, duration: 3600 },
  // By address: a form saves itself three seconds after the last letter.
  visitor_save: { points: 120, duration: 60 },
  // By address: providers of mail post for many readers at once.
  stop_mails: { points: 600, duration: 3600 },
  invite: { points: 50, duration: 3600 },
  // By organisation: a hundred files of the largest size are two gigabytes.
  upload: { points: 100, duration: 300 },
  // By link: a driver who was offline for a week sends some dozens at once.
  field: { points: 120, duration: 60 },
  // By organisation: people write some lines an hour, to many sides.
  message: { points: 120, duration: 3600 },
  // By person: replies by mail.
  reply: { points: 30, duration: 3600 },
  // By organisation: what is beyond it is read by rules alone.
  model: { points: 60, duration: 3600 },
  // By address: some dozens of people behind one, and a twentieth of what a core draws.
  page: { points: 300, duration: 60 },
  // By address: pictures of links that nobody has asked for in the last hour.
  picture: { points: 60, duration: 60 },
  // By person: many tabs, and no program.
  page_of_member: { points: 600, duration: 60 },
  // By person, or by address: what a search finds while somebody types.
  find: { points: 240, duration: 60 },
  write: { points: 600, duration: 60 },
  api: { points: 6000, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

type Limiters = { [N in LimitName]: RateLimiterMemory };

const limiters = (): Limiters =>
  onePerProcess(
    "limiters",
    () =>
      Object.fromEntries(
        Object.entries(LIMITS).map(([name, limit]) => [name, new RateLimiterMemory({ keyPrefix: name, ...limit })]),
      ) as Limiters,
  );

/** How long the limiter says to wait, where it is that which it threw; not by its class, of which there is a copy in each bundle. */
function waitMsOf(thrown: unknown): number | null {
  const waitMs = (thrown as { msBeforeNext?: unknown } | null)?.msBeforeNext;
  return typeof waitMs === "number" ? waitMs : null;
}

const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/** Where an address belongs to: one subscriber has a whole network of IPv6, by its first half. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [front = [], back = []] = address
    .toLowerCase()
    .split("::")
    .map((part) => part.split(":").filter(Boolean));
  const left = Array.from({ length: GROUPS - front.length - back.length }, () => "0");
  return [...front, ...left, ...back].slice(0, GROUPS_OF_NETWORK).join(":");
}

/** Takes one point; answers 0 when there was one, else the seconds to wait. */
export async function takePoint(name: LimitName, caller: string): Promise<number> {
  try {
    await limiters()[name].consume(caller);
    return 0;
  } catch (error) {
    const waitMs = waitMsOf(error);
    if (waitMs === null) throw error;
    return Math.max(1, Math.ceil(waitMs / 1000));
  }
}
