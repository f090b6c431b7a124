import type { Database } from "../db/database";
import { memberships, organisations, users } from "../db/schema/accounts";
import { mintActor } from "../server/platform/identity/mint-actor";
import { START } from "./order-market";

/** The platform with somebody who decides. */
export async function makeAdministrator(database: Database) {
  await database.write(async (tx) => {
    await tx.insert(users).values({
      ...{ id: "admin", email: "admin@example.com", name: "Admin", passwordHash: "", locale: "en" },
      timeZone: "Asia/Shanghai",
      createdAt: START,
    });
    await tx.insert(organisations).values({
      ...{ id: "platform", kind: "platform", nameOwn: "Kouan", nameLatin: "Kouan", country: "CN", city: "Yiwu" },
      registrationNumber: "platform",
      description: "",
      createdAt: START,
    });
    await tx.insert(memberships).values({
      ...{ userId: "admin", organisationId: "platform", role: "administrator" },
      createdAt: START,
    });
  });
  return mintActor({ kind: "user", userId: "admin", organisationId: "platform", role: "administrator" });
}
