import { type Route, fill, pageRoutes } from "../support/routes";
import { expect } from "../support/test";
import type { Person } from "./person";
import { tells } from "./tells";
import { amountsOf } from "./offer";
import { newcomersOffers, newcomersRevision, rivalsOffers } from "./offers";
import type { Cast } from "./cast";
import type { Lane } from "./lane";
import type { Posted } from "./post-deal";

type Hidden = {
  readonly amounts: readonly string[];
  /** What the addresses of this trade are made of: every value of a parameter is tried. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
};

const PAGES_MIN = 10;

/** All addresses of a page that can be made of the ids. */
const addressesOf = ({ path, params }: Route, ids: Hidden["ids"], locale: string): string[] =>
  params
    .reduce<Record<string, string>[]>(
      (filled, name) => filled.flatMap((values) => (ids[name] ?? []).map((id) => ({ ...values, [name]: id }))),
      [{ locale }],
    )
    .map((values) => fill(path, values));

/** Reads every page of the build that this person may open, and finds none of the amounts in what the server sent. */
async function expectSealed({ page, locale }: Person, { amounts, ids }: Hidden): Promise<void> {
  let read = 0;
  for (const address of pageRoutes().flatMap((route) => addressesOf(route, ids, locale))) {
    const response = await page.request.get(address);
    expect([200, 404], address).toContain(response.status());
    if (response.status() === 200) read += 1;
    expect(tells(await response.text(), amounts), address).toEqual([]);
  }
  expect(read, "there were pages to read").toBeGreaterThan(PAGES_MIN);
}

/** Before the opening each bidder finds its own amounts and nobody else's; buyer and administrator find none. */
export async function everythingIsSealed(cast: Cast, lane: Lane, { dealId, hubId, requestIds }: Posted): Promise<void> {
  const { rival, newcomer, buyer, administrator } = cast;
  const ids = { dealId: [dealId], hubId: [hubId], requestId: Object.values(requestIds), service: ["logistics"] };
  const theirs = amountsOf(...Object.values(rivalsOffers(lane, rival.t)));
  const newcomers = amountsOf(...Object.values(newcomersOffers(lane, newcomer.t)), newcomersRevision(lane));
  expect(tells(await newcomer.page.content(), newcomers), "the bidder's own page tells them").not.toEqual([]);
  await Promise.all([
    expectSealed(rival, { amounts: newcomers, ids }),
    expectSealed(newcomer, { amounts: theirs, ids }),
    expectSealed(buyer, { amounts: [...theirs, ...newcomers], ids }),
    expectSealed(administrator, { amounts: [...theirs, ...newcomers], ids }),
  ]);
}
