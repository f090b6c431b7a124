import { expect, test } from "vitest";
import { instant } from "../shared/time";
import { storyOf } from "./story";

const at = instant;

test("what is said and done stands in one list by time, what is done before what is said of it", () => {
  const order = {
    ...{ contractedAt: at(1), acceptedAt: at(8), completedAt: null, cancelledAt: null },
    milestones: [
      { code: "picked_up", occurredAt: at(3) },
      { code: "delivered", occurredAt: null },
    ],
    changeRequests: [{ words: "Two cartons", requestedAt: at(6) }],
  };
  const story = storyOf({
    order,
    messages: [
      { seq: 1, at: at(0) },
      { seq: 2, at: at(3) },
    ],
    reminders: [{ side: "buyer", at: at(7) }],
    files: [{ name: "cmr.pdf", isOwn: true, createdAt: at(5) }],
    log: [{ type: "order.held", at: at(2) }],
  });
  expect(story.map((entry) => `${entry.at} ${entry.kind}`)).toEqual([
    ...["0 message", "1 turning", "2 logged", "3 step", "3 message"],
    ...["5 file", "6 changes", "7 reminder", "8 turning"],
  ]);
});

test("before there is an order the story is what was said", () => {
  const story = storyOf({ order: null, messages: [{ at: at(2) }], reminders: [], files: [], log: [] });
  expect(story).toEqual([{ kind: "message", at: 2, message: { at: 2 } }]);
});
