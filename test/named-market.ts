import type { Database } from "../db/database";
import { insertListing } from "../db/repositories/listings";
import { organisations } from "../db/schema/accounts";
import { textOfListing } from "../db/search-words";
import { freshDatabase } from "./database";

const HUBS = new Map([
  ["horgos", { nameEn: "Horgos", nameZh: "霍尔果斯" }],
  ["pingxiang", { nameEn: "Pingxiang", nameZh: "凭祥" }],
]);

export type Company = {
  readonly id: string;
  readonly own: string;
  readonly latin: string;
  readonly country: string;
  readonly service: "customs" | "logistics" | "inspection";
  readonly hub: string;
  readonly summary?: string;
};

export const COMPANIES: readonly Company[] = [
  { id: "a", own: "霍尔果斯朔原报关行", latin: "Horgos Shuoyuan", country: "CN", service: "customs", hub: "horgos" },
  { id: "b", own: "ООО «Третий Азимут»", latin: "Trety Azimut", country: "RU", service: "logistics", hub: "horgos" },
  { id: "c", own: "凭祥果睦检验", latin: "Pingxiang Guomu", country: "CN", service: "inspection", hub: "pingxiang" },
  {
    ...{ id: "d", own: "«Тасбұлақ Брокер» ЖШС", latin: "Tasbulak Broker", country: "KZ", service: "customs" },
    ...{ hub: "horgos", summary: "Reefer trucks and declarations" },
  },
];

const listingOf = ({ service, hub, summary = "" }: Company) => ({
  ...{ service, summary, hubIds: [hub], corridors: ["CN-KZ"], languages: ["ru" as const], isActive: true },
  licences: [{ name: "TIR carnet holder", number: "1", validUntil: null }],
  equipment: [],
});

/** A market of these companies with a listing each, whose text is that of this version unless another is given. */
export async function namedMarket(companies: readonly Company[], text = textOfListing): Promise<Database> {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (const company of companies) {
      const { id, own, latin, country } = company;
      const facts = { nameOwn: own, nameLatin: latin, city: "Almaty", country };
      await tx.insert(organisations).values({
        ...{ ...facts, id, kind: "trader" as const, registrationNumber: id, description: "", foundedYear: null },
        ...{ suspendedAt: null, suspensionReason: null, createdAt: 0 },
      });
      const listing = listingOf(company);
      const searchText = text(listing, facts, HUBS);
      await insertListing(tx, { ...listing, id, organisationId: id, searchText, createdAt: 0, updatedAt: 0 });
    }
  });
  return database;
}
