import { describe, expect, test } from "vitest";
import { instant } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import type { DealLine } from "@/views/deals";
import { BuyerHome } from "./homes";

const NOW = instant(1_764_003_600_000);
const ROOMS = ["home", "ui", "deals", "requests", "hubs", "service-logistics", "services"];

/** A deal on which providers bid. */
const bidOn = (id: string): DealLine =>
  ({
    ...{ id, reference: id, title: "Larch decking", mode: "rail" },
    requests: [
      {
        ...{ id, reference: id, service: "logistics", state: "open", bidCount: 2, closesAt: instant(NOW + 9_000_000) },
        turn: { holder: "providers", act: "bid", by: instant(NOW + 9_000_000) },
      },
    ],
  }) as unknown as DealLine;

const home = (deals: readonly DealLine[]): string =>
  drawn(<BuyerHome deals={deals} zone="Asia/Shanghai" now={NOW} />, { locale: "en", rooms: ROOMS });

const sectionOf = (html: string, id: string): string =>
  html.split(/(?=<section|<details)/).find((part) => part.includes(`id="${id}"`)) ?? "";

describe("a home", () => {
  test("says in a sentence what is not there, and folds nothing then", () => {
    const html = home([]);
    expect(html).toContain("Nothing waits for you.");
    expect(html).toContain("You have no open request.");
    expect(html).not.toContain("<details");
  });

  test("folds on a phone what its reader only follows, and says how many of all it shows", () => {
    const open = sectionOf(home(["a", "b", "c", "d", "e", "f"].map(bidOn)), "open");
    expect(open).toMatch(/^<details/);
    expect(open).toContain("5 of 6");
    expect(open).toContain(">All open requests</a>");
  });
});
