import { describe, expect, it } from "vitest";
import { kindOf } from "../../domain/services/registry";
import { SERVICES } from "../../domain/shared/vocabulary";
import { moverOf, type OrderTurn } from "../../domain/orders/order-turn";
import type { OrderPage, OrderRow } from "../../views/orders";
import { workGroupOf } from "../../domain/orders/work-list";
import { drawn, wordsIn } from "../../test/drawn";
import { instant } from "../../domain/shared/time";
import { DueText } from "./due-text";
import { OrderTurnBar, OrderTurnMark, turnHolder } from "./order-state";
import { TASKS } from "../../domain/orders/order";

const ROOMS = ["orders", "chain", "services", "service-logistics", "service-customs"];

const carriage = {
  id: "o",
  service: "logistics",
  mode: "road",
  side: "buyer",
  state: "in_progress",
  turn: { holder: "provider", code: "picked_up", isAfterDelivery: false, since: null },
  mover: "provider",
  dispute: null,
  provider: { id: "p", nameOwn: "Lodestar", nameLatin: "Lodestar" },
} as unknown as OrderRow;

describe("whose turn an order is", () => {
  it.each([
    ["en", "to report: picked up"],
    ["zh-CN", "待提货"],
  ])("says a step that is to come as one to come, in %s", (locale, said) => {
    const html = drawn(<OrderTurnMark order={carriage} />, { locale, rooms: ROOMS });
    expect(html).toContain(said);
    expect(html).not.toContain(wordsIn("service-logistics", locale).milestone.picked_up);
  });

  it.each(["en", "zh-CN"])("has words in %s for every step of every kind while it is to come", (locale) => {
    for (const service of SERVICES)
      expect(Object.keys(wordsIn(`service-${service}`, locale).toCome), service).toEqual(
        kindOf(service).milestones.map(({ code }) => code),
      );
  });

  it("tells whoever it waits for what to do, and the others what that side does", () => {
    const asked = (side: "buyer" | "provider") => {
      const turn = { holder: "task", task: { side: "provider", code: "clearance.revise", by: null } };
      return drawn(<OrderTurnMark order={{ ...carriage, side, turn, mover: "provider" } as unknown as OrderRow} />, {
        rooms: [...ROOMS, "clearance"],
      });
    };
    expect(asked("provider")).toContain("change the draft");
    expect(asked("buyer")).toContain("changes the draft");
  });

  it.each([
    ["buyer", "answer", "answer in the dispute"],
    ["provider", "answer", "answers in the dispute"],
    ["buyer", "offer", "accept or answer the offer in the dispute"],
    ["provider", "offer", "accepts or answers the offer in the dispute"],
    ["parties", "talk", "agree in the dispute"],
    ["parties", "evidence", "submit evidence in the dispute"],
    ["market", "decide", "The market"],
  ] as const)("says of an order in dispute whose turn that is: %s, %s", (who, what, said) => {
    const disputed = { state: "disputed", turn: { holder: "gate", stops: [] }, dispute: { who, what, by: null } };
    const order = { ...carriage, ...disputed, mover: who } as unknown as OrderRow;
    const html = drawn(<OrderTurnMark order={order} />, { rooms: ROOMS });
    expect(html).toContain(said);
    expect(html).not.toContain(wordsIn("orders", "en").turn.gate);
    expect(turnHolder(order)).toBe(who === "buyer" || who === "parties" ? "you" : "other");
  });

  it.each([
    ["in_progress", "others", "waits", "other"],
    ["on_hold", "held", "gate", "hold"],
    ["exception", "held", "gate", "hold"],
  ] as const)("says of an order that is %s behind a gate whether it waits or is held", (state, mover, word, holder) => {
    const order = { ...carriage, state, mover, turn: { holder: "gate", stops: [] } } as unknown as OrderRow;
    expect(drawn(<OrderTurnMark order={order} />, { rooms: ROOMS })).toContain(wordsIn("orders", "en").turn[word]);
    expect(turnHolder(order)).toBe(holder);
    const html = drawn(<OrderTurnMark order={order} />, { rooms: ROOMS });
    expect(html.includes("until it is reported to go on")).toBe(state === "exception");
  });

  it.each([
    ["en", "waits for: Goods inspected and fit to be taken, Papers complete and in agreement"],
    ["zh-CN", "等待："],
  ])("names each gate that an order waits for, in %s", (locale, said) => {
    const stops = ["inspection", "papers"].map((kind) => ({ gate: { need: { kind } } }));
    const held = { ...carriage, mover: "others", turn: { holder: "gate", stops } } as unknown as OrderRow;
    const html = drawn(<OrderTurnMark order={held} />, { locale, rooms: ROOMS });
    expect(html).toContain(said);
    const { inspection, papers } = wordsIn("chain", locale).gate.need;
    for (const need of [inspection, papers]) expect(html).toContain(need);
  });

  it("gives whoever can open one of the gates that one to see to, and tells the other side who does", () => {
    const stops = [
      { gate: { need: { kind: "slot" } }, lifter: "logistics" },
      { gate: { need: { kind: "papers" } }, lifter: "parties" },
    ];
    const asked = (side: "buyer" | "provider") =>
      drawn(
        <OrderTurnMark
          order={{ ...carriage, side, mover: "provider", turn: { holder: "gate", stops } } as unknown as OrderRow}
        />,
        { rooms: ROOMS },
      );
    expect(asked("provider")).toContain("see to: A slot at the crossing<");
    expect(asked("buyer")).toContain("Lodestar");
    expect(asked("buyer")).toContain("sees to: A slot at the crossing<");
  });

  it("is the provider's in the list of orders whenever it is in its work list, whoever can open the gates before it", () => {
    const gate = { need: { kind: "slot" }, holds: { service: "logistics", code: "arrived_hub" } };
    const everyone = [...SERVICES, "buyer", "parties"] as const;
    for (const lifters of [[], ...everyone.flatMap((one) => everyone.map((other) => [one, other]))])
      for (const state of ["in_progress", "on_hold", "exception"] as const) {
        const stops = lifters.map((lifter) => ({ gate, state: { kind: "waiting", why: "no_slot" }, lifter }));
        const turn = { holder: "gate", stops } as unknown as OrderTurn;
        const side = state === "in_progress" ? null : state;
        const mover = moverOf({ service: "logistics", turn, side, dispute: null });
        const inWork = workGroupOf({ mover, turn, side });
        const inList = turnHolder({ mover, side: "provider", state });
        expect(inList === "you", `${lifters.join()} ${state}`).toBe(inWork === "yours");
      }
  });

  it.each(["en", "zh-CN"])("has words in %s for every task, to either side", (locale) => {
    for (const code of TASKS) {
      const [room = "", task = ""] = code.split(".");
      const said = wordsIn(room, locale).task[task];
      for (const part of ["yours", "theirs", "next", "short", "shortYours"]) expect(said[part], code).toBeTruthy();
    }
  });
});

it("an order on hold is called suspended in Chinese and never seized, which only customs do", () => {
  for (const room of ["orders", "chain", "work", "notices", "mail"])
    expect(JSON.stringify(wordsIn(room, "zh-CN")), room).not.toContain("暂扣");
});

describe("a time that waits for several things", () => {
  const at = instant(Date.UTC(2026, 11, 4, 6));
  const clearance = {
    ...{ ...carriage, service: "customs", due: null, dispute: null, completedAt: null },
    turn: { holder: "provider", code: "filed", isAfterDelivery: false, since: null },
    buyer: { id: "b", nameEn: "Altyn", nameZh: "阿尔滕" },
  };
  const ui = [...ROOMS, "ui"];

  it.each([
    ["en", at, "Counted from: goods at the hub’s yard, 4 Dec 14:00 GMT+8."],
    ["zh-CN", at, "起算：货物运抵口岸货场，12月4日 14:00"],
    ["en", null, "Filed: not yet running, waits for goods at the hub’s yard."],
    ["zh-CN", null, "“已申报”的时限尚未起算：待货物运抵口岸货场。"],
  ])("says on the order in %s from what it is counted, or what it waits for (%s)", (locale, startedAt, said) => {
    const order = { ...clearance, dueStart: { what: "arrived_hub", at: startedAt, code: "filed" } };
    const bar = <OrderTurnBar order={order as unknown as OrderPage} now={at} zone="Asia/Shanghai" />;
    expect(drawn(bar, { locale, rooms: ui })).toContain(said);
  });

  it.each([
    ["en", "Then the account of the order closes. Altyn called the order off: The supplier has gone"],
    ["zh-CN", "退款后本订单账目结清。Altyn取消了订单：The supplier has gone"],
  ])("says in %s why an order was called off whose funds are still to go back", (locale, said) => {
    const task = { side: "provider", code: "remittance.funds_return", by: null };
    const order = { ...clearance, service: "payment", state: "cancelled", turn: { holder: "task", task } };
    const buyer = { id: "b", nameOwn: "Altyn", nameLatin: "Altyn" };
    const called = { ...order, buyer, dueStart: null, cancelReason: "The supplier has gone" } as unknown as OrderPage;
    const bar = <OrderTurnBar order={called} now={at} zone="Asia/Shanghai" />;
    expect(drawn(bar, { locale, rooms: [...ui, "remittance"] })).toContain(said);
  });

  it.each([
    ["en", "Until then nothing is sent again, and the days of Lodestar stand still."],
    ["zh-CN", "在此之前不再汇出，Lodestar的时限暂停计算。"],
  ])("says on the order in %s that the days stand still while the payee's details are awaited", (locale, said) => {
    const turn = { holder: "task", task: { side: "buyer", code: "remittance.tell_payee", by: null } };
    const order = { ...clearance, service: "payment", side: "provider", mover: "buyer", turn };
    const buyer = { id: "b", nameOwn: "Altyn", nameLatin: "Altyn" };
    const awaited = { ...order, buyer, dueStart: null } as unknown as OrderPage;
    const bar = <OrderTurnBar order={awaited} now={at} zone="Asia/Shanghai" />;
    expect(drawn(bar, { locale, rooms: [...ui, "remittance"] })).toContain(said);
  });

  it.each([
    ["en", "The reason given: “Line 2 is a fan”."],
    ["zh-CN", "所述原因：“Line 2 is a fan”。"],
  ])("says on the order in %s why the draft was sent back", (locale, said) => {
    const task = { side: "provider", code: "clearance.revise", by: null, reason: "Line 2 is a fan" };
    const order = { ...clearance, mover: "provider", turn: { holder: "task", task } };
    const bar = <OrderTurnBar order={order as unknown as OrderPage} now={at} zone="Asia/Shanghai" />;
    expect(drawn(bar, { locale, rooms: [...ui, "clearance"] })).toContain(said);
  });

  it.each([
    ["en", "question", "Plus 34 h 41 min while the customs’ question was open."],
    ["zh-CN", "question", "另加 34 小时 41 分钟：海关问询待买方答复期间时限停算。"],
    ["en", "answer", "Plus 1 day while the buyer owed the provider an answer: bank days stand still meanwhile."],
    ["zh-CN", "answer", "另加 1 天：待买方答复期间，银行工作日停算。"],
  ])("says on the order in %s for how long the time stood still by a %s", (locale, by, said) => {
    const stood = { ms: (34 * 60 + 41) * 60_000, by };
    const due = { at, source: "bid", field: "hoursToRelease", code: "released", stood };
    const order = { ...clearance, due, hub: { nameEn: "Horgos", nameZh: "霍尔果斯" } } as unknown as OrderPage;
    const bar = <OrderTurnBar order={order} now={at} zone="Asia/Shanghai" />;
    expect(drawn(bar, { locale, rooms: [...ui, "catalogue"] })).toContain(said);
  });

  it.each([
    ["en", "released: hours to release, in the bid"],
    ["zh-CN", "“已放行”时限：报价承诺的放行用时"],
  ])("says in the list in %s what a later step is due by, as one to come", (locale, said) => {
    const order = { service: "customs", mode: "road", state: "in_progress" } as const;
    const due = { at, source: "bid", field: "hoursToRelease", code: "released" } as const;
    const row = { order, due, waitsToRun: null, next: "filed" };
    const cell = <DueText {...row} {...{ isOverdue: false, isPast: false, zone: "Asia/Shanghai" }} />;
    expect(drawn(cell, { locale, rooms: ui }).toLowerCase()).toContain(said);
  });

  it.each([
    ["en", "not yet running: waits for the opening of the gate before it"],
    ["zh-CN", "尚未起算：待该节点前的关卡放行"],
  ])("says in the list in %s that it does not run", (locale, said) => {
    const waitsToRun = { what: "gate", at: null, code: "filed" };
    const order = { service: "customs", mode: "road", state: "in_progress" } as const;
    const row = { order, due: null, next: "filed" };
    const cell = <DueText {...row} {...{ waitsToRun, isOverdue: false, isPast: false, zone: "Asia/Shanghai" }} />;
    expect(drawn(cell, { locale, rooms: ui })).toContain(said);
  });

  it.each([
    ["changes_requested", "en", "delivered; no new time set for the changes"],
    ["changes_requested", "zh-CN", "已交付，整改未另约时限"],
    ["accepted", "en", "not promised"],
  ] as const)("of a haul that is %s says in %s whether a time was promised", (state, locale, said) => {
    const order = { service: "logistics", mode: "road", state } as const;
    const row = { order, due: null, waitsToRun: null, next: null };
    const cell = <DueText {...row} {...{ isOverdue: false, isPast: false, zone: "Asia/Shanghai" }} />;
    expect(drawn(cell, { locale, rooms: ui })).toContain(said);
  });
});
