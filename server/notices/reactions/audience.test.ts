import { expect, test } from "vitest";
import { audienceOf } from "@/db/repositories/audiences";
import { insertListing } from "@/db/repositories/listings";
import { insertInvitations } from "@/db/repositories/requests";
import { organisations } from "@/db/schema/accounts";
import { bids, requests } from "@/db/schema/requests";
import { requestQuestions } from "@/db/schema/questions";
import { BID_STATES, type Service } from "@/domain/shared/vocabulary";
import { biddingMarket } from "@/test/bidding-market";
import { START } from "@/test/posting-market";

const LISTING = {
  ...{ summary: "", corridors: [], languages: ["en" as const], licences: [], searchText: "" },
  ...{ createdAt: START, updatedAt: START },
} as const;

/** Two open requests of one deal, and more companies than the market begins with. */
async function twoRequests() {
  const of = await biddingMarket();
  const carriage = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
  const otherId = await of.ask("logistics", carriage);
  const enter = (id: string, suspendedAt: number | null = null) =>
    of.database.write(async (tx) => {
      const [row] = await tx.select().from(organisations).limit(1);
      const { foundedYear, description } = row ?? { foundedYear: null, description: "" };
      const named = { nameOwn: id, nameLatin: id, registrationNumber: id, country: "KZ", city: "Almaty" } as const;
      await tx
        .insert(organisations)
        .values({ id, kind: "trader", ...named, description, foundedYear, suspendedAt, createdAt: START });
    });
  const who = (audience: Parameters<typeof audienceOf>[1]) => audienceOf(of.database.read, audience);
  return { ...of, otherId, enter, who };
}

test("Of a request hear those whose bid on it stands, stood until it ended, or never came, and none that bid on another.", async () => {
  const of = await twoRequests();
  const { requestId, otherId } = of;
  for (const state of BID_STATES) await of.enter(state);
  for (const id of ["guest", "asker", "other"]) await of.enter(id);
  const times = { version: 1, submittedAt: START, updatedAt: START };
  const bid = (onId: string, providerOrganisationId: string, state: (typeof BID_STATES)[number]) =>
    ({ id: `${onId}-${providerOrganisationId}`, requestId: onId, providerOrganisationId, state, ...times }) as never;
  const asked = (onId: string, askerOrganisationId: string) => {
    const id = `${onId}-${askerOrganisationId}`;
    return { id, auditId: id, requestId: onId, askerOrganisationId, question: "By which gate?", askedAt: START };
  };
  await of.database.write(async (tx) => {
    for (const state of BID_STATES) await tx.insert(bids).values(bid(requestId, state, state));
    await tx.insert(bids).values([bid(otherId, "other", "submitted"), bid(otherId, "guest", "submitted")]);
    await insertInvitations(tx, requestId, { organisationIds: ["guest", "lost", "withdrawn"], now: START });
    await insertInvitations(tx, otherId, { organisationIds: ["other"], now: START });
    await tx.insert(requestQuestions).values([asked(requestId, "asker"), asked(otherId, "other")]);
  });
  const bidders = ["expired", "lost", "stale", "submitted"];
  expect(await of.who({ biddersOf: requestId })).toEqual(bidders);
  expect(await of.who({ standingOn: requestId })).toEqual(["submitted"]);
  expect(await of.who({ invitedUnbidOn: requestId })).toEqual(["guest"]);
  expect(await of.who({ unbidOn: requestId })).toEqual(["guest", "provider", "provider2"]);
  expect(await of.who({ partakersOf: requestId })).toEqual(["asker", ...bidders, "guest", "withdrawn"].sort());
  expect(await of.who({ biddersOf: otherId })).toEqual(["guest", "other"]);
  expect(await of.who({ platform: true })).toEqual(["platform"]);
  const beaten = () => of.who({ beaten: "lost", onRequest: requestId });
  expect(await beaten()).toEqual([]);
  await of.database.write((tx) => tx.update(requests).set({ state: "awarded" }));
  expect(await beaten()).toEqual(["lost"]);
});

test("Of a new request hear those who offer its service at its hub and may be met there, and of one for invited ones nobody so.", async () => {
  const of = await twoRequests();
  for (const id of ["paused", "elsewhere", "carrier"]) await of.enter(id);
  await of.enter("suspended", START);
  const { hubId } = await of.request();
  const list = (organisationId: string, service: Service, more: { isActive?: boolean; hubIds?: string[] } = {}) =>
    of.database.write((tx) => {
      const row = { id: `${organisationId} ${service}`, organisationId, service, isActive: true, hubIds: [hubId] };
      return insertListing(tx, { ...LISTING, ...row, ...more });
    });
  await list("paused", "customs", { isActive: false });
  await list("elsewhere", "customs", { hubIds: ["pingxiang"] });
  await list("carrier", "logistics");
  await list("suspended", "customs");
  await list("buyer", "customs");
  expect(await of.who({ listedFor: of.requestId })).toEqual(["provider", "provider2"]);
  expect(await of.who({ listedFor: of.otherId })).toEqual(["carrier"]);
  await of.database.write((tx) => tx.update(requests).set({ visibility: "invited" }));
  expect(await of.who({ listedFor: of.requestId })).toEqual([]);
});
