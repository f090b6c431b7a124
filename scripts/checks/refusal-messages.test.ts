import { expect, test } from "vitest";
import { sharedCommandWords, unwordedCommands, unwordedCommandsOf, unwordedRefusals } from "./refusal-messages";

const LANGUAGES = new Map([
  [
    "en",
    new Map([
      ["orders.refusal.not_yet", "Not yet."],
      ["common.refusal.not_found", "Not there."],
      ["issues.amount_malformed", "No amount."],
    ]),
  ],
  [
    "zh-CN",
    new Map([
      ["common.refusal.not_found", "不存在。"],
      ["issues.amount_malformed", "金额有误。"],
    ]),
  ],
]);

const unworded = (path: string, text: string) => unwordedRefusals({ path, text }, LANGUAGES);

test("a refusal without words in one language is reported for that language", () => {
  expect(unworded("domain/orders/order.ts", 'refuse("not_yet");')).toEqual([
    expect.stringContaining("not_yet has no words in zh-CN"),
  ]);
});

test("words of another room do not count", () => {
  expect(unworded("server/deals/post-deal.ts", 'refuse("not_yet");')).toHaveLength(2);
});

test("the common words and those of values count", () => {
  expect(unworded("server/deals/post-deal.ts", 'refuse("not_found"); refuse("amount_malformed");')).toEqual([]);
});

test("a command without words for the audit log is reported for each language that lacks them", () => {
  const languages = new Map([
    ["en", new Map([["accounts.audit.did.bidding.submit-bid", "Submitted a bid"]])],
    ["zh-CN", new Map<string, string>()],
  ]);
  const text = 'export const submitBid = command({ name: "bidding.submit-bid" });';
  expect(unwordedCommands({ path: "server/bidding/submit-bid.ts", text }, languages)).toEqual([
    expect.stringContaining("bidding.submit-bid has no words in zh-CN"),
  ]);
});

test("commands that share their words in the audit log are reported", () => {
  const words = (escalate: string, clock: string) =>
    new Map([
      ["accounts.audit.did.disputes.escalate", escalate],
      ["accounts.audit.did.disputes.escalate-due", clock],
      ["accounts.audit.caption", escalate],
    ]);
  expect(sharedCommandWords(new Map([["en", words("Escalated", "Escalated as due")]]))).toEqual([]);
  expect(sharedCommandWords(new Map([["en", words("Escalated", "Escalated")]]))).toEqual([
    'en "Escalated": disputes.escalate, disputes.escalate-due',
  ]);
});

test("commands are looked for where they stand", () => {
  const text = 'export const submitBid = command({ name: "bidding.submit-bid" });';
  expect(unwordedCommandsOf([{ path: "server/bidding/submit-bid.ts", text }], LANGUAGES)).toHaveLength(2);
  expect(unwordedCommandsOf([{ path: "commands/submit-bid.ts", text }], LANGUAGES)).toEqual([
    "no command was found under server",
  ]);
});
