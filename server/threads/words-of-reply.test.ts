import { expect, test } from "vitest";
import { wordsOfReply } from "./words-of-reply";

test.each([
  ["English", "Yes, Thursday.\n\nOn Thu, 26 Nov 2026 at 10:00, Kouan <no-reply@x.kz> wrote:\n> Is it Thursday?\n"],
  ["Outlook", "Yes, Thursday.\n\n-----Original Message-----\nFrom: Kouan\nSent: Thursday\n\nIs it Thursday?\n"],
  ["Russian", "Yes, Thursday.\n\n26.11.2026 10:00, Kouan пишет:\n> Is it Thursday?\n"],
  [
    "Chinese",
    "Yes, Thursday.\n\n------------------ 原始邮件 ------------------\n发件人: Kouan <no-reply@x.kz>\n\nIs it Thursday?",
  ],
  ["Foxmail", "Yes, Thursday.\n\n在 2026年11月26日，Kouan <no-reply@x.kz> 写道：\n> Is it Thursday?\n"],
  [
    "of a phone",
    "Yes, Thursday.\n\nSent from my iPhone\n\n> On 26 Nov 2026, at 10:00, Kouan wrote:\n> Is it Thursday?\n",
  ],
  ["with a signature", "Yes, Thursday.\n\n-- \nLin Wei\nYiwu Export\n"],
])("of a reply %s the words above the quotation are left", (_, text) => {
  expect(wordsOfReply(text)).toBe("Yes, Thursday.");
});

test("what has no quotation stays whole, with its lines", () => {
  expect(wordsOfReply("First line\r\nsecond line\r\n\r\nlast")).toBe("First line\nsecond line\n\nlast");
});

test("a reply of a quotation alone says nothing", () => {
  expect(wordsOfReply("On Thu, 26 Nov 2026 at 10:00, Kouan wrote:\n> Is it Thursday?\n")).toBe("");
});
