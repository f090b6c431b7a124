import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/requests.json";
import zh from "@/messages/zh-CN/requests.json";
import type { BidFeedback } from "@/domain/bidding/live-feedback";
import { PlaceView } from "./live-request";

const WORDS = { en: en.live.place, "zh-CN": zh.live.place } as const;

/** What a reader sees of it, without the marks around it. */
const said = (feedback: BidFeedback | null, locale: "en" | "zh-CN" = "en"): string =>
  renderToStaticMarkup(<PlaceView feedback={feedback} words={WORDS[locale]} locale={locale} />).replace(
    /<[^>]*>/g,
    " ",
  );

describe("a bidder's place", () => {
  test("is said with the distance to the best, and what to do", () => {
    const text = said({ kind: "gap", rank: 2, count: 5, gapBps: 125 });
    expect(text).toContain("Place 2 of 5");
    expect(text).toContain("1.25% above the best");
    expect(text).toContain("A lower price of your own moves you up.");
    expect(text).toContain("Change your bid.");
  });

  test("at the head says that there is nothing to do, and asks for nothing", () => {
    const text = said({ kind: "rank", rank: 1, count: 5 });
    expect(text).toContain("You lead.");
    expect(text).not.toContain("Change your bid.");
  });

  test.each(["green", "yellow", "red"] as const)("as a colour (%s) is also a word, and no place", (light) => {
    for (const locale of ["en", "zh-CN"] as const) {
      const text = said({ kind: "traffic_light", light }, locale);
      expect(text).toContain(WORDS[locale].light[light]);
      expect(text).not.toMatch(/Place \d|第 \d/);
    }
  });

  test("that nobody knows is said so, and so is that no bid stands", () => {
    expect(said({ kind: "unknown" })).toContain("an exchange rate is missing");
    expect(said(null, "zh-CN")).toContain("目前没有有效报价");
  });

  test("always comes with the rule for equal totals", () => {
    for (const feedback of [null, { kind: "rank", rank: 1, count: 1 } as const])
      expect(said(feedback)).toContain("of equal prices the earlier version comes first");
  });
});
