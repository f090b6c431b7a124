import { z } from "zod";
import { insertMember, listMembershipsOf, setMemberRole } from "../../db/repositories/members";
import { findPlatformId, insertOrganisation } from "../../db/repositories/organisations";
import { findUserByEmail, insertUser } from "../../db/repositories/users";
import { emailSchema, personSchema } from "../../domain/accounts/person";
import { accept } from "../../domain/shared/result";
import { command } from "../platform/command";
import { newOrganisationKey } from "../sealing/keys";
import { issueLink } from "./account-mail";

// Opened by no password: the new administrator sets one through the link.
const NO_PASSWORD = "";

const platformFacts = {
  kind: "platform",
  nameOwn: "口岸",
  nameLatin: "Kouan",
  country: "CN",
  city: "",
  registrationNumber: "PLATFORM",
  description: "",
} as const;

/**
 * Makes a person an administrator, and the platform's own organisation where there is none yet. Run by whoever runs the server;
 * the link to set a password is handed to them and mailed to nobody.
 */
export const foundPlatform = command({
  name: "accounts.found-platform",
  action: "platform.found",
  input: personSchema.extend({ email: emailSchema, tokenHash: z.string().length(43) }),
  async run({ tx, now, newId, concerns }, { tokenHash, ...person }) {
    const existingId = await findPlatformId(tx);
    const platformId = existingId ?? newId();
    if (existingId === null)
      await insertOrganisation(
        tx,
        { ...platformFacts, id: platformId, createdAt: now },
        newOrganisationKey(platformId),
      );
    const known = await findUserByEmail(tx, person.email);
    const userId = known?.id ?? newId();
    if (!known) await insertUser(tx, { ...person, id: userId, passwordHash: NO_PASSWORD, createdAt: now });
    const memberships = await listMembershipsOf(tx, userId);
    const of = { userId, organisationId: platformId };
    if (memberships.some((one) => one.organisationId === platformId)) await setMemberRole(tx, of, "administrator");
    else await insertMember(tx, { ...of, role: "administrator", createdAt: now });
    await issueLink({ tx, now }, { userId, purpose: "password_reset", tokenHash });
    concerns(userId);
    return accept({ userId, organisationId: platformId });
  },
});
