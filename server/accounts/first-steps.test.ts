import { expect, test } from "vitest";
import { insertListing } from "@/db/repositories/listings";
import type { Side } from "@/domain/accounts/first-steps";
import { accountMarket } from "@/test/account-market";
import { sessionBehind } from "@/server/platform/identity/session";
import { beginningsOf } from "./first-steps";

type Market = Awaited<ReturnType<typeof accountMarket>>;

const LISTING = {
  ...{ service: "customs", summary: "", hubIds: [], corridors: [], languages: ["en"], licences: [] },
  ...{ searchText: "", createdAt: 1, updatedAt: 1, isActive: true },
} as const;

async function beginningsBehind(market: Market, sessionId: string) {
  const session = await sessionBehind(sessionId);
  if (!session) throw new Error("nobody is signed in");
  return beginningsOf(market.database.read, session.actor, { ...session, now: market.on.clock() });
}

const left = ({ steps }: Awaited<ReturnType<typeof beginningsBehind>>, side: Side) =>
  steps[side].filter(({ state }) => state !== "done").map(({ step }) => step);

test("A person without an organisation is told to name it, and nothing of a side has begun.", async () => {
  const market = await accountMarket();
  const alone = await market.person("alone");
  const begun = await beginningsBehind(market, alone.sessionId);
  expect(left(begun, "buyer")).toContain("name_organisation");
  expect(begun.sides.size).toBe(0);
});

test("A listing begins the side of a provider, of its own organisation and of no other.", async () => {
  const market = await accountMarket();
  const [lin, aigul] = [await market.owner("lin"), await market.owner("aigul")];
  await market.database.write((tx) =>
    insertListing(tx, { id: lin.organisationId, organisationId: lin.organisationId, ...LISTING } as never),
  );
  const [listed, unlisted] = [
    await beginningsBehind(market, lin.sessionId),
    await beginningsBehind(market, aigul.sessionId),
  ];
  expect([...listed.sides]).toEqual(["provider"]);
  expect(left(listed, "provider")).not.toContain("list_service");
  expect(left(listed, "provider")).toContain("first_bid");
  expect([...unlisted.sides]).toEqual([]);
  expect(left(unlisted, "provider")).toContain("list_service");
});
