import { expect, test } from "vitest";
import { defaultChoice, deliveryOf, MAIL_TIMINGS, timingsOf } from "./delivery";
import { TOPICS } from "./topics";

const wishes = (isInInbox: boolean, mail: (typeof MAIL_TIMINGS)[number], isMuted = false) => ({
  isInInbox,
  mail,
  isMuted,
});

test.each([
  ["a step of an order", { kind: "order_milestone", isMailed: false }, wishes(true, "at_once"), "loud never"],
  ["a step, by digest", { kind: "order_milestone", isMailed: false }, wishes(true, "daily"), "loud daily"],
  ["a step, quietly by digest", { kind: "order_milestone", isMailed: false }, wishes(false, "daily"), "quiet daily"],
  ["a step, not at all", { kind: "order_milestone", isMailed: false }, wishes(false, "never"), "quiet never"],
  ["an award", { kind: "bid_won", isMailed: true }, wishes(true, "at_once"), "loud at_once"],
  ["an award, by digest", { kind: "bid_won", isMailed: true }, wishes(true, "daily"), "loud daily"],
  ["an award, unmailed", { kind: "bid_won", isMailed: true }, wishes(true, "never"), "loud never"],
  ["an award, muted", { kind: "bid_won", isMailed: true }, wishes(true, "at_once", true), "quiet never"],
  ["a muted digest", { kind: "order_milestone", isMailed: false }, wishes(true, "daily", true), "quiet never"],
  ["what ends a right, muted", { kind: "cure_asked", isMailed: true }, wishes(false, "never", true), "loud at_once"],
  ["what ends a right, by digest", { kind: "decision_due", isMailed: true }, wishes(false, "daily"), "loud at_once"],
  ["a suspension", { kind: "organisation_suspended", isMailed: true }, wishes(false, "never", true), "loud at_once"],
  // Told to whom it takes no right from.
  [
    "the same for who only reads it",
    { kind: "cure_sent", isMailed: false },
    wishes(true, "never", true),
    "quiet never",
  ],
] as const)("%s comes as it was wished", (_, notice, wished, expected) => {
  const { inbox, mail } = deliveryOf(notice, wished);
  expect(`${inbox} ${mail}`).toBe(expected);
});

test("Who has chosen nothing gets what everybody has got: all of it in the inbox, and by mail at once what is mailed.", () => {
  for (const topic of TOPICS) {
    const choice = defaultChoice(topic);
    expect(choice.isInInbox).toBe(true);
    expect(timingsOf(topic)).toContain(choice.mail);
    for (const isMailed of [true, false]) {
      const { mail } = deliveryOf({ kind: "bid_lost", isMailed }, { ...choice, isMuted: false });
      if (topic !== "hubs") expect(mail).toBe(isMailed ? "at_once" : "never");
    }
  }
  expect(timingsOf("hubs")).toEqual(["daily", "never"]);
  expect(timingsOf("payments")).toEqual(["at_once", "daily", "never"]);
});
