import { expect, test } from "vitest";
import { choiceOf, isMuted, type Wish, wishFor } from "./wishes";

const wish = (what: Wish["what"], subject: string, more: Partial<Wish> = {}): Wish => ({
  ...{ what, subject, isInInbox: null, mail: null, mutedAt: null },
  ...more,
});

test("Who has said nothing of a topic gets what everybody gets; who has, what they said.", () => {
  expect(choiceOf([], "payments")).toEqual({ isInInbox: true, mail: "at_once" });
  expect(choiceOf([wish("topic", "payments", { mail: "daily" })], "payments")).toEqual({
    isInInbox: true,
    mail: "daily",
  });
  expect(choiceOf([wish("deal", "payments", { mail: "daily" })], "payments")).toEqual({
    isInInbox: true,
    mail: "at_once",
  });
  expect(choiceOf([wish("topic", "payments", { isInInbox: false, mail: "never" })], "hubs").isInInbox).toBe(true);
});

test("A muted topic keeps what was chosen of it, so that undoing brings that back.", () => {
  const chosen = wish("topic", "payments", { isInInbox: true, mail: "daily", mutedAt: 5 });
  const of = { topic: "payments", dealId: "d" } as const;
  expect(wishFor([chosen], of)).toEqual({ isInInbox: true, mail: "daily", isMuted: true });
  expect(wishFor([{ ...chosen, mutedAt: null }], of)).toEqual({ isInInbox: true, mail: "daily", isMuted: false });
});

test("A muted deal is muted whatever the topic, and no other deal, nor what is of none.", () => {
  const wishes = [wish("deal", "d", { mutedAt: 5 })];
  for (const [dealId, is] of [
    ["d", true],
    ["e", false],
    [null, false],
  ] as const)
    expect(wishFor(wishes, { topic: "customs", dealId }).isMuted).toBe(is);
  expect(isMuted(wishes, { what: "topic", subject: "d" })).toBe(false);
});

test("A digest that was stopped brings nothing, and leaves alone what comes at once.", () => {
  const stopped = wish("digest", "all", { mutedAt: 5 });
  const daily = wish("topic", "customs", { mail: "daily" });
  expect(wishFor([stopped, daily], { topic: "customs", dealId: null }).mail).toBe("never");
  expect(wishFor([stopped, daily], { topic: "awards", dealId: null }).mail).toBe("at_once");
  expect(wishFor([daily], { topic: "customs", dealId: null }).mail).toBe("daily");
});
