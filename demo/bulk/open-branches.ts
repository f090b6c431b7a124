import { asc } from "drizzle-orm";
import { listingWords } from "../../domain/catalogue/listing";
import type { Actor } from "../../domain/access/actor";
import type { Instant } from "../../domain/shared/instant";
import { ZONES, enrol } from "../play/enrol";
import { type DemoOrganisation, deskOf } from "../plan/market-data";
import type { Cast } from "../play/play-deal";
import type { ReferenceData } from "../../server/hubs/queries/network";
import type { Database } from "../../db/database";
import { type StoredListing, insertListing } from "../../db/repositories/listings";
import { listings } from "../../db/schema/catalogue";

const branchOf = (head: DemoOrganisation, circle: number): DemoOrganisation => ({
  ...head,
  id: `${head.id}-${circle}`,
  name: { ...head.name, own: `${head.name.own} ${circle}`, latin: `${head.name.latin} (Branch ${circle})` },
  registration: { number: `${head.registration.number}B${circle}` },
});

const houseOf = (branch: DemoOrganisation) =>
  ({
    kind: "trader",
    nameOwn: branch.name.own,
    nameLatin: branch.name.latin,
    country: branch.country,
    city: branch.city.en,
    registrationNumber: branch.registration.number,
    description: branch.description.en,
    people: [
      {
        name: deskOf(branch),
        email: `desk@${branch.id.replaceAll("-", "")}.example`,
        role: "owner",
        timeZone: ZONES[branch.country] ?? "Asia/Shanghai",
        locale: branch.country === "CN" ? "zh-CN" : "en",
      },
    ],
  }) as const;

type Opening = {
  readonly cast: Cast;
  readonly referenceData: ReferenceData;
  readonly at: Instant;
  readonly newId: () => string;
  readonly passwordHash: string;
};

function wordsOf(listing: StoredListing, branch: DemoOrganisation, { hubs }: ReferenceData): string {
  const hubNames = listing.hubIds.flatMap((id) => [hubs.get(id)?.nameEn ?? "", hubs.get(id)?.nameZh ?? ""]);
  return listingWords(listing as Parameters<typeof listingWords>[0], [
    branch.name.own,
    branch.name.latin,
    branch.city.en,
    ...hubNames,
  ]);
}

/** A further circle of companies: a branch of each of the demo's, with its own people, key and listings, trading among themselves. */
export async function openBranches(database: Database, opening: Opening, circle: number): Promise<Cast> {
  const { cast, referenceData, at, newId, passwordHash } = opening;
  const known = (await database.read.select().from(listings).orderBy(asc(listings.id))) as StoredListing[];
  const actors = new Map<string, Actor>();
  const byId = new Map<string, DemoOrganisation>();
  const organisations = cast.referenceData.market.organisations.map((head) => ({
    head,
    branch: branchOf(head, circle),
  }));
  await database.write(async (tx) => {
    for (const { head, branch } of organisations) {
      const { organisationId, actors: people } = await enrol(tx, houseOf(branch), { newId, now: at, passwordHash });
      actors.set(branch.id, people[0] as Actor);
      byId.set(organisationId, branch);
      for (const listing of known.filter((one) => one.organisationId === cast.actorOf(head).organisationId))
        await insertListing(tx, {
          ...listing,
          id: newId(),
          organisationId,
          searchText: wordsOf(listing, branch, referenceData),
        });
    }
  });
  const branches = organisations.map(({ branch }) => branch);
  const headOf = new Map(organisations.map(({ head, branch }) => [branch.id, head]));
  return {
    ...cast,
    referenceData: { ...cast.referenceData, market: { ...cast.referenceData.market, organisations: branches } },
    providers: branches.filter((one) => one.kind === "provider"),
    actorOf: (one) => actors.get(one.id) as Actor,
    providerById: (id) => byId.get(id) as DemoOrganisation,
    characterOf: (one) => cast.characterOf(headOf.get(one.id) as DemoOrganisation),
  };
}
