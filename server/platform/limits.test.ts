import { expect, test } from "vitest";
import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { askReset, inviteMember } from "@/server/accounts/members";
import { askVerification } from "@/server/accounts/email-verification";
import { keepPhoto } from "@/server/field/receive-photo";
import { takeReport } from "@/server/field/take-report";
import { freshDatabase } from "@/test/database";
import { command } from "./command";
import { execute } from "./execute";
import { mintActor } from "./identity/mint-actor";
import { newId, platformOver } from "./platform";

const MAILS_PER_HOUR = 5;
const MAILS_PER_ADDRESS = 30;

/** How many calls of so many went through. */
async function passed(calls: number, call: () => Promise<{ kind: string; refusal?: { code: string } }>) {
  let done = 0;
  for (let number = 0; number < calls; number++) {
    const outcome = await call();
    if (outcome.kind === "done") done += 1;
    else expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "too_many_requests" } });
  }
  return done;
}

test("A command's own limit holds in place of the one for all: one address asks for thirty mails an hour, another for its own thirty.", async () => {
  const on = platformOver(await freshDatabase());
  const askFrom = (ip: string) => () =>
    execute(
      askReset,
      {
        actor: mintActor({ kind: "anonymous" }),
        input: { email: "nobody@example.com" },
        origin: { ip, requestId: null },
      },
      on,
    );
  const [first, second] = [`caller ${newId()}`, `caller ${newId()}`];
  expect(await passed(MAILS_PER_ADDRESS + 3, askFrom(first))).toBe(MAILS_PER_ADDRESS);
  expect(await passed(MAILS_PER_ADDRESS + 3, askFrom(second))).toBe(MAILS_PER_ADDRESS);
});

test("A command without a limit of its own takes none of those points.", async () => {
  const on = platformOver(await freshDatabase());
  const actor = mintActor({ kind: "user", userId: newId(), organisationId: newId(), role: "owner" });
  const commandOf = (name: string, limit?: "mail") =>
    command({
      ...{ name, action: "listing.change", input: z.strictObject({}) },
      ...(limit ? { limit } : {}),
      run: async () => accept({}),
    } as never);
  const call = (name: string, limit?: "mail") => () =>
    execute(commandOf(name, limit) as never, { actor, input: {} }, on) as never;
  expect(await passed(20, call("test.plain"))).toBe(20);
  expect(await passed(20, call("test.mailing", "mail"))).toBe(MAILS_PER_HOUR);
});

test("What sends mail to strangers, and what comes without an account, has a limit of its own.", () => {
  expect([askReset, askVerification, inviteMember, keepPhoto, takeReport].map(({ limit }) => limit)).toEqual([
    "mail_address",
    "mail",
    "invite",
    "field",
    "field",
  ]);
});
