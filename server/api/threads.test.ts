import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { markThreadRead } from "../threads/mark-read";
import { getThread } from "../threads/api";
import { remindOther } from "../threads/remind";
import { writeMessage } from "../threads/write-message";

test("programs of the two sides write, read and mark a thread as its pages do, from the opening on", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bidId = await step.bid(requestId);
  const params = { bidId };
  const write = (as: "buyer" | "provider", words: string) => market.call(writeMessage, { as, params, body: { words } });
  expect(await write("buyer", "Too soon")).toMatchObject({ status: 404 });
  expect(await write("provider", "Too soon")).toMatchObject({ status: 409, body: { code: "thread_not_open" } });
  await step.close(requestId);
  expect(await write("buyer", "Mail me at lin@example.com")).toMatchObject({ status: 201, body: { bidId, seq: 1 } });
  expect(await market.call(getThread, { as: "provider", params })).toMatchObject({
    status: 200,
    body: {
      ...{ bidId, requestId, orderId: null, side: "provider", isOpen: true, unread: 1 },
      messages: [{ seq: 1, by: "buyer", writer: null, words: "Mail me at •••", held: ["email"], files: [] }],
    },
  });
  const read = await market.call(markThreadRead, { as: "provider", params, body: { seq: 1 } });
  expect(read).toMatchObject({ status: 200, body: { seq: 1 } });
  expect(await market.call(remindOther, { as: "buyer", params })).toMatchObject({
    status: 409,
    body: { code: "reminder_too_early" },
  });
  await step.award(requestId, bidId);
  const whole = await market.call(getThread, { as: "provider", params, query: { before: "2" } });
  expect(whole.body).toMatchObject({ messages: [{ words: "Mail me at lin@example.com", held: [] }] });
});
