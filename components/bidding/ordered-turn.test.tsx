import { describe, expect, test } from "vitest";
import { TASKS } from "@/domain/orders/order";
import { type RequestTurn, turnWhileOrdered } from "@/domain/requests/request-turn";
import { instant } from "@/domain/shared/time";
import { drawn, wordsIn } from "@/test/drawn";
import type { RequestPage } from "@/views/requests";
import { RequestTurnMark } from "../requests/request-summary";
import { RequestTurnBar } from "./request-turn-bar";

const ROOMS = [
  ...["bidding", "requests", "ui", "clearance", "remittance", "reroute", "inspections", "slots"],
  ...["service-logistics", "services"],
];
const DUE = instant(1_764_003_600_000);
const AWARDED = { holder: "order", act: "perform", by: null } as const;
const ORDER = { id: "o", service: "logistics", mode: "air", dispute: null, dueAt: DUE } as const;
const STEP = { mover: "provider", turn: { holder: "provider", code: "arrived_hub" }, task: null } as const;
const ACCEPTS = { mover: "buyer", turn: { holder: "buyer" }, task: null } as const;
const GATE = { turn: { holder: "gate" }, task: null } as const;

type Side = "buyer" | "bidder";
type Locale = "en" | "zh-CN";

function said(
  turn: RequestTurn,
  side: Side,
  locale: Locale,
  now = instant(DUE - 9_000),
): { bar: string; mark: string } {
  const request = { state: "awarded", mode: "air", turn, side, waiting: [], bids: null, fallback: null };
  const page = { ...request, cancelReason: null, hubZone: "Asia/Shanghai", terms: {} } as unknown as RequestPage;
  const draw = (what: React.ReactElement) => drawn(what, { locale, rooms: ROOMS }).replace(/<[^>]+>/g, " ");
  return {
    bar: draw(<RequestTurnBar request={page} now={now} zone="Asia/Shanghai" hubName="Horgos" />),
    mark: draw(<RequestTurnMark turn={turn} side={side} zone="Asia/Shanghai" now={now} />),
  };
}

const turnTo = (side: Side, of: Omit<Parameters<typeof turnWhileOrdered>[1] & object, keyof typeof ORDER>) =>
  turnWhileOrdered(AWARDED, { ...ORDER, ...of }, side);

describe("a request whose order is under way says to either party, on its page and in lists,", () => {
  test.each([
    [
      "the step that comes",
      STEP,
      "buyer",
      "The provider reports next: Handed over at the airport.",
      "to report: handed over at the airport, by",
    ],
    ["the step that comes", STEP, "bidder", "Report when this has happened: Handed over at the airport.", "You"],
    ["the acceptance", ACCEPTS, "buyer", "Accept it or say what has to change.", "accept the delivery, by"],
    ["the acceptance", ACCEPTS, "bidder", "waits for the buyer to accept it", "accepts the delivery, by"],
    ["a gate", { ...GATE, mover: "buyer" }, "bidder", "a gate that the buyer can open", "opens the gate"],
    ["a gate", { ...GATE, mover: "parties" }, "bidder", "a gate that you can open", "open the gate"],
    [
      "what others bring",
      { ...GATE, mover: "others" },
      "buyer",
      "waits for what others bring",
      "waits for what others bring",
    ],
    [
      "that it is held",
      { ...GATE, mover: "held" },
      "buyer",
      "the order is held",
      "held; the order’s page says by what",
    ],
  ] as const)("%s: %j to its %s", (_, of, side, onPage, inList) => {
    const { bar, mark } = said(turnTo(side, of), side, "en");
    expect(bar).toContain(onPage);
    expect(mark).toContain(inList);
  });

  test.each([
    ["buyer", "由服务商在订单页填报。"],
    ["bidder", "请在订单页填报。"],
  ] as const)("in Chinese who reports the next step: to its %s", (side, told) => {
    const { bar } = said(turnTo(side, STEP), side, "zh-CN");
    expect(bar).toContain(told);
    expect(bar.includes("请在订单页填报")).toBe(side === "bidder");
  });

  test.each(TASKS)("what a room asks, in both languages: %s", (code) => {
    for (const locale of ["en", "zh-CN"] as const)
      for (const side of ["buyer", "bidder"] as const)
        for (const mover of ["buyer", "provider"] as const) {
          const { bar, mark } = said(turnTo(side, { mover, turn: { holder: "task" }, task: { code } }), side, locale);
          for (const text of [bar, mark]) expect(text).not.toContain(code);
        }
  });
});

test.each([
  ["en", "by", "overdue since"],
  ["zh-CN", "前", "逾期"],
] as const)(
  "in %s its page and lists say that the time of a step has passed, from that very moment on",
  (locale, ahead, over) => {
    const turn = turnTo("buyer", STEP);
    expect(said(turn, "buyer", locale, instant(DUE - 1)).mark).toContain(ahead);
    expect(said(turn, "buyer", locale, instant(DUE - 1)).mark).not.toContain(over);
    const due = said(turn, "buyer", locale, DUE);
    expect(due.mark).toContain(over);
    expect(due.bar).toContain(wordsIn("bidding", locale).turn.overdue);
  },
);

test.each([
  ["decide", {}, "choose a bid, by 25 Nov"],
  ["reply", { questions: 2 }, "answer 2 questions, by 25 Nov"],
] as const)("a list says by when its buyer has to %s", (act, more, inList) => {
  const turn = { holder: "buyer", act, by: DUE, ...more } as RequestTurn;
  expect(said(turn, "buyer", "en").mark.replaceAll(/\s+/g, " ")).toContain(inList);
});
