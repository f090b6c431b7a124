import { eq } from "drizzle-orm";
import { insertFile } from "../db/repositories/files";
import { organisations } from "../db/schema/accounts";
import type { Actor } from "../domain/access/policy";
import { addDays, dayOf } from "../domain/shared/time";
import { addPaper } from "../server/accounts/checks/papers";
import { type PostingMarket, START } from "./posting-market";

/** Published: a company of Yiwu. */
export const OWN_NUMBER = "91330782MY52572988";

export const LICENCE = {
  kind: "cn_business_licence",
  number: OWN_NUMBER,
  issuer: "义乌市市场监督管理局",
  issuedOn: addDays(dayOf(START), -400),
  expiresOn: null as string | null,
};

/** A provider registered under a number that can be one, with the picture of a paper that it may add. */
export async function withPapers({ database, run, actors }: PostingMarket) {
  await database.write((tx) =>
    tx.update(organisations).set({ registrationNumber: OWN_NUMBER }).where(eq(organisations.id, "provider")),
  );
  const picture = async (id: string, organisationId = "provider") => {
    const empty = Buffer.alloc(1);
    await database.write((tx) =>
      insertFile(tx, {
        ...{ id, organisationId, uploadedByUserId: `user-${organisationId}`, state: "clean", objectName: id },
        ...{ facts: empty, keyForOwner: empty, keyForRequest: null },
        subject: { kind: "check", id: organisationId },
        now: START,
      }),
    );
    return id;
  };
  await picture("licence");
  return {
    picture,
    paper: (changes: object = {}, by: Actor = actors.provider) =>
      run(addPaper, by, { ...LICENCE, fileId: "licence", ...changes }),
  };
}
