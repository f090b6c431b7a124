import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "../../messages/en/bidding.json";
import requestsEn from "../../messages/en/requests.json";
import requestsZh from "../../messages/zh-CN/requests.json";
import uiEn from "../../messages/en/ui.json";
import zh from "../../messages/zh-CN/bidding.json";
import uiZh from "../../messages/zh-CN/ui.json";
import type { RequestPage } from "@/views/requests";
import { TURN_HOLDERS, turnOf, turnToSide } from "@/domain/requests/request-turn";
import { turnWhileWaiting, type Waiting, waitingOfOffer } from "@/domain/bidding/waiting";
import { instant } from "@/domain/shared/time";
import { RequestTurnBar } from "./request-turn-bar";

const NOW = instant(1_764_000_000_000);
const ENDS = instant(NOW + 3_600_000);
const MESSAGES = { en: { bidding: en, ui: uiEn }, "zh-CN": { bidding: zh, ui: uiZh } } as const;

const bid = (id: string, nameLatin: string) => ({ id, provider: { id, nameOwn: nameLatin, nameLatin } });
const offer = (bidId: string, by: "buyer" | "provider") =>
  waitingOfOffer({ bidId, by, state: "open", expiresAt: ENDS }, NOW) as Waiting;

function bar(locale: keyof typeof MESSAGES, side: "buyer" | "bidder", waiting: readonly Waiting[]): string {
  const known = {
    state: "opened",
    bidMode: "sealed",
    twoPersonOpening: false,
    closesAt: instant(NOW - 9_000_000),
    decideBy: instant(NOW + 90_000_000),
    isRejected: false,
    fallback: null,
  } as const;
  const turn = turnWhileWaiting(turnOf(known, NOW), waiting, side);
  const bids = side === "buyer" ? [bid("a", "Altyn Broker"), bid("b", "Beles Cargo")] : null;
  const request = { ...known, turn, waiting, side, bids, terms: {}, cancelReason: null, hubZone: "Asia/Shanghai" };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
      <RequestTurnBar request={request as unknown as RequestPage} now={NOW} zone="Asia/Shanghai" hubName="Horgos" />
    </NextIntlClientProvider>,
  );
}

test("whom an offer waits for reads that it is their turn, what follows and by when", () => {
  const bidder = bar("en", "bidder", [offer("a", "buyer")]);
  for (const said of ["is-you", en.turn.who.you, en.turn.answer.bidder, en.turn.answer.bidderNext, "<time"])
    expect(bidder).toContain(said);
  expect(bar("zh-CN", "bidder", [offer("a", "buyer")])).toContain(zh.turn.answer.bidder);
  const buyer = bar("en", "buyer", [offer("b", "provider")]);
  expect(buyer).toContain("is-you");
  expect(buyer).toContain("Answer the counter-offer of Beles Cargo.");
  expect(bar("zh-CN", "buyer", [offer("b", "provider")])).toContain("请答复 Beles Cargo 的还价。");
});

test.each([
  ["en", "Wait for a colleague who may open: Aigul, Bolat.", "Answer 2 questions."],
  ["zh-CN", "等待有权开标的同事：Aigul、Bolat。", "有 2 个提问等您回答。"],
] as const)(
  "in %s one of two openers reads whom it waits for, and a buyer how many questions wait",
  (locale, wait, ask) => {
    const drawBar = (turn: RequestPage["turn"], state: string) => {
      const opening = { isApprovedByViewer: true, agreed: ["Chen"], awaited: ["Aigul", "Bolat"] };
      const known = {
        waiting: [],
        bids: null,
        fallback: null,
        terms: {},
        cancelReason: null,
        hubZone: "Asia/Shanghai",
      };
      const request = { ...known, state, turn, side: "buyer", opening, bidMode: "sealed" } as unknown as RequestPage;
      return renderToStaticMarkup(
        <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
          <RequestTurnBar request={request} now={NOW} zone="Asia/Shanghai" hubName="Horgos" />
        </NextIntlClientProvider>,
      );
    };
    const second = drawBar({ holder: "colleague", act: "open", by: ENDS }, "closed");
    expect(second).toContain(wait);
    expect(second).not.toContain("is-you");
    const asked = drawBar({ holder: "buyer", act: "reply", by: ENDS, questions: 2 }, "open");
    expect(asked).toContain(ask);
    expect(asked).toContain("is-you");
  },
);

test("whoever has a turn is named in both languages, in the bar and in lists", () => {
  for (const { turn } of [en, zh]) expect(Object.keys(turn.who)).toEqual(expect.arrayContaining([...TURN_HOLDERS]));
  for (const { turn } of [requestsEn, requestsZh])
    expect(Object.keys(turn.holder)).toEqual(expect.arrayContaining([...TURN_HOLDERS]));
});

test("who has made it reads whom it waits for", () => {
  const buyer = bar("en", "buyer", [offer("a", "buyer")]);
  expect(buyer).toContain("is-other");
  expect(buyer).toContain("Your counter-offer waits for Altyn Broker.");
  expect(bar("zh-CN", "buyer", [offer("a", "buyer")])).toContain("您的还价等待 Altyn Broker 答复。");
  const bidder = bar("en", "bidder", [offer("a", "provider")]);
  expect(bidder).toContain("is-other");
  expect(bidder).toContain(en.turn.answerWaits.bidder);
});

test("of several the first is named with their number", () => {
  const both = [offer("b", "provider"), offer("a", "provider")];
  expect(bar("en", "buyer", both)).toContain("Answer 2 counter-offers, that of Beles Cargo first.");
  expect(bar("zh-CN", "buyer", both)).toContain("有 2 份还价等您答复，最早到期的是 Beles Cargo 的还价。");
});

test.each(["finished", "called_off"] as const)("an awarded request whose order is %s says so with its day", (act) => {
  const turn = { holder: "nobody", act, by: null, endedAt: ENDS };
  const request = { state: "awarded", turn, side: "buyer", waiting: [], bids: null, terms: {}, fallback: null };
  const said = (locale: keyof typeof MESSAGES) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
        <RequestTurnBar
          request={{ ...request, cancelReason: null, hubZone: "Asia/Shanghai" } as unknown as RequestPage}
          now={NOW}
          zone="Asia/Shanghai"
          hubName="Horgos"
        />
      </NextIntlClientProvider>,
    );
  expect(said("en")).toContain(
    act === "finished" ? "the order was finished on <span" : "the order was called off on <span",
  );
  expect(said("zh-CN")).toContain("订单已于 <span");
  expect(said("en")).toContain("is-done");
});

test("a request that its buyer has called off is nobody's turn to whoever reads it", () => {
  const known = {
    state: "cancelled",
    bidMode: "sealed",
    twoPersonOpening: false,
    closesAt: NOW,
    decideBy: ENDS,
  } as const;
  for (const isRejected of [false, true]) {
    const turn = turnToSide(turnOf({ ...known, isRejected, fallback: null }, NOW), "bidder");
    const request = { ...known, turn, isRejected, fallback: null, side: "bidder", waiting: [], bids: null, terms: {} };
    const html = renderToStaticMarkup(
      <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={MESSAGES["zh-CN"]}>
        <RequestTurnBar
          request={{ ...request, cancelReason: "x", hubZone: "Asia/Shanghai" } as unknown as RequestPage}
          now={NOW}
          zone="Asia/Shanghai"
          hubName="Horgos"
        />
      </NextIntlClientProvider>,
    );
    expect(html).toContain(zh.turn.who.nobody);
    expect(html).toContain(zh.turn.ended[isRejected ? "rejected" : "cancelled"].replace("{reason}", "x"));
    expect(html).not.toContain(zh.turn.who.buyer);
  }
});
