import { expect, test } from "vitest";
import noticesEn from "@/messages/en/notices.json";
import { TASKS } from "../orders/order";
import { TURN_ACTS } from "../requests/request-turn";
import { NOTICE_KINDS } from "./notification-rule";
import { isStillAsked, KIND_RULES, TOPICS, taskOfKind } from "./topics";

test("Each topic has kinds, and each kind is of a topic and asks for acts that a turn can have.", () => {
  expect([...new Set(NOTICE_KINDS.map((kind) => KIND_RULES[kind].topic))].sort()).toEqual([...TOPICS].sort());
  const rooms = new Set(TASKS.map((code) => code.split(".")[0]));
  for (const kind of NOTICE_KINDS) {
    const task = taskOfKind(kind);
    for (const act of task?.acts ?? []) expect(TURN_ACTS).toContain(act);
    if (task?.room) expect([kind, rooms.has(task.room)]).toEqual([kind, true]);
  }
});

test("A sentence that begins with whose turn it is asks for an act; of a shipment's stop alone it is said without.", () => {
  const sayTurn = NOTICE_KINDS.filter((kind) => noticesEn.kind[kind].startsWith("Your turn."));
  expect(sayTurn.length).toBeGreaterThan(20);
  expect(sayTurn.filter((kind) => taskOfKind(kind) === null)).toEqual([]);
});

test.each([
  ["the act itself", { act: "decide" }, true],
  ["another act", { act: "open" }, false],
] as const)("a decision that was asked for stands by %s", (_, standing, is) => {
  expect(isStillAsked({ acts: ["decide"] }, [standing])).toBe(is);
});

test.each([
  ["a task of that room", { act: "asked", task: "clearance.approve" }, true],
  ["a task of another room", { act: "asked", task: "remittance.lock" }, false],
  ["a room whose name begins alike", { act: "asked", task: "clearances.approve" }, false],
  ["a gate", { act: "asked" }, false],
] as const)("what a room asked for stands by %s", (_, standing, is) => {
  expect(isStillAsked({ acts: ["asked"], room: "clearance" }, [{ act: "wait" }, standing])).toBe(is);
  expect(isStillAsked({ acts: ["asked"], room: "clearance" }, [])).toBe(false);
});

test("What is mailed in any case: what endangers an account, and what ends a right where nobody acts in time.", () => {
  const always = NOTICE_KINDS.filter((kind) => KIND_RULES[kind].always);
  expect(always).toEqual([
    ...["organisation_suspended", "organisation_check_ending", "organisation_check_lapsed"],
    ...["organisation_restricted", "decision_due"],
    ...["bid_went_stale", "cure_asked", "cure_sent", "order_delivered", "dispute_opened", "dispute_escalated"],
    ...["declaration_questioned", "payment_lock_to_confirm", "file_infected"],
  ]);
});
