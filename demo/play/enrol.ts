import { demoUsers, memberships, organisationKeys, organisations, users } from "../../db/schema/accounts";
import type { Writer } from "../../db/database";
import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/roles";
import { registrationKey } from "../../domain/accounts/organisation";
import type { Instant } from "../../domain/shared/instant";
import { mintActor } from "../../server/platform/identity/mint-actor";
import { newOrganisationKey } from "../../server/sealing/keys";

/** The time zone that a company's people work in, by country. */
export const ZONES: Readonly<Record<string, string>> = {
  CN: "Asia/Shanghai",
  KZ: "Asia/Almaty",
  VN: "Asia/Ho_Chi_Minh",
  RU: "Europe/Moscow",
  UZ: "Asia/Tashkent",
  KG: "Asia/Bishkek",
  MN: "Asia/Ulaanbaatar",
  TH: "Asia/Bangkok",
};

type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly handle?: string;
  readonly isShown?: boolean;
  readonly timeZone: string;
  readonly locale: string;
};

export type Enrolled = { readonly organisationId: string; readonly actors: readonly Actor[] };

type House = {
  readonly kind: "trader" | "platform";
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
  readonly registrationNumber: string;
  readonly description: string;
  readonly people: readonly Person[];
};

type With = {
  readonly newId: () => string;
  readonly now: Instant /** Nobody knows its password: the demo's people are let in by one click. */;
  readonly passwordHash: string;
};

/** Writes an organisation with its people. They are checked by hand, not by mail, so this does not go through the sign-up. */
export async function enrol(tx: Writer, house: House, { newId, now, passwordHash }: With): Promise<Enrolled> {
  const organisationId = newId();
  const { people, registrationNumber, ...facts } = house;
  await tx
    .insert(organisations)
    .values({ id: organisationId, ...facts, registrationNumber: registrationKey(registrationNumber), createdAt: now });
  await tx
    .insert(organisationKeys)
    .values({ organisationId, wrappedKey: newOrganisationKey(organisationId), createdAt: now });
  const actors: Actor[] = [];
  for (const { role, handle, isShown, ...person } of people) {
    const userId = newId();
    await tx.insert(users).values({ id: userId, ...person, emailVerifiedAt: now, passwordHash, createdAt: now });
    await tx.insert(memberships).values({ userId, organisationId, role, createdAt: now });
    if (handle) await tx.insert(demoUsers).values({ handle, userId, isShown: isShown ?? false });
    actors.push(mintActor({ kind: "user", userId, organisationId, role }));
  }
  return { organisationId, actors };
}
