import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "@/db/schema/accounts";
import { insertListing } from "@/db/repositories/listings";
import { DAY_MS } from "@/domain/shared/time";
import { sessionBehind } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { invitationOf, startPathOf } from "@/server/accounts/queries";
import { accountMarket, valueOf } from "@/test/account-market";
import { acceptInvitation, inviteMember } from "./members";

const LISTING = {
  ...{ service: "customs", summary: "", hubIds: [], corridors: [], languages: ["en"], licences: [] },
  ...{ searchText: "", createdAt: 1, updatedAt: 1 },
} as const;

test("A person begins at home, on whichever side they are, and without an organisation where one is entered.", async () => {
  const market = await accountMarket();
  const { read } = market.database;
  const [alone, lin, aigul] = [await market.person("alone"), await market.owner("lin"), await market.owner("aigul")];
  const admin = await market.administrator("wang");
  const list = (organisationId: string, isActive: boolean) =>
    market.database.write((tx) =>
      insertListing(tx, { id: organisationId, organisationId, isActive, ...LISTING } as never),
    );
  await list(lin.organisationId, false);
  await list(aigul.organisationId, true);
  const starts = [alone, lin, aigul, admin].map(({ sessionId }) => startPathOf(read, hashOf(sessionId)));
  expect(await Promise.all(starts)).toEqual(["/organisation/new", "/home", "/home", "/home"]);
  const listed = [lin, aigul].map(async ({ sessionId }) => (await sessionBehind(sessionId))?.hasListing);
  expect(await Promise.all(listed)).toEqual([false, true]);
});

test("An invitation's link says who asks whom until it is used, over or its organisation is suspended.", async () => {
  const market = await accountMarket();
  const [lin, aigul, wei] = [await market.owner("lin"), await market.owner("aigul"), await market.person("wei")];
  const invite = async (boss: { sessionId: string }) => {
    valueOf(await market.runBy(boss.sessionId, inviteMember, { email: wei.email, role: "finance" }));
    return market.linkIn(await market.mailTo(wei.email));
  };
  const [first, second] = [await invite(lin), await invite(aigul)];
  const shown = (token: string) => invitationOf(market.database.read, token, market.on.clock());
  const asked = { email: wei.email, role: "finance" };
  expect(await shown(first)).toEqual({ organisation: "lin", organisationOwn: "lin", inviter: "lin", ...asked });
  expect(await shown(second)).toMatchObject({ organisation: "aigul", inviter: "aigul" });
  valueOf(await market.runBy(wei.sessionId, acceptInvitation, { token: first, sessionIdHash: hashOf(wei.sessionId) }));
  expect(await shown(first)).toBeNull();
  const suspend = (suspendedAt: number | null) =>
    market.database.write((tx) =>
      tx.update(organisations).set({ suspendedAt }).where(eq(organisations.id, aigul.organisationId)),
    );
  await suspend(1);
  expect(await shown(second)).toBeNull();
  await suspend(null);
  market.wait(7 * DAY_MS - 1);
  expect(await shown(second)).not.toBeNull();
  market.wait(1);
  expect(await shown(second)).toBeNull();
});
