"use server";

import { randomBytes } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { safePath } from "@/domain/accounts/safe-path";
import { accept, refuse } from "@/domain/shared/result";
import { makeApiKey, revokeApiKey } from "@/server/accounts/api-keys";
import { changeMemberRole, inviteMember, removeMember, withdrawInvitation } from "@/server/accounts/members";
import { latinNameOf } from "@/server/accounts/latin-name";
import { changeOrganisation } from "@/server/accounts/organisation";
import { createOrganisation } from "@/server/catalogue/create-organisation";
import { organisationForm } from "@/domain/accounts/registration-numbers";
import { formAction } from "@/server/platform/form/form-action";
import { newId } from "@/server/platform/platform";
import { currentSession } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import type { Locale } from "@/domain/shared/locale";
import { offerOfRequest } from "./offer-of-request";
import type { MembersDone } from "./members/members-done";

const text = z.string().optional();
// An empty field is not sent, and the schema then says that it is missing.
const facts = z.object({
  nameOwn: text,
  nameLatin: text,
  country: text,
  city: text,
  registrationNumber: text,
  description: text,
});

const registrationField = ({ code }: { code: string }) => (code === "registration_taken" ? "registrationNumber" : null);

/** Back to the members, where it is said what was done. */
const toMembers = (done: MembersDone) => () => ({ goTo: `/organisation/members?done=${done}` });

/** Organisation and, where it is ticked, what it offers: one name is enough, a Chinese one is written in Latin letters for the others. */
const founding = facts
  .extend({ offerOf: z.string().default(""), offers: z.boolean().default(false) })
  .transform(({ offerOf, offers, nameLatin, ...said }, context) => {
    const read = organisationForm.safeParse({ ...said, nameLatin: nameLatin ?? latinNameOf(said.nameOwn ?? "") });
    if (read.success) return { said: read.data, offerOf: offers ? offerOf : "" };
    context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input: said }) as z.core.$ZodRawIssue));
    return z.NEVER;
  });

export const createOrganisationAction = formAction({
  command: createOrganisation,
  form: founding,
  prepare: async ({ said, offerOf }) => {
    const session = await currentSession();
    if (!session) return refuse("sign_in_needed");
    const listing =
      offerOf === ""
        ? null
        : await offerOfRequest(offerOf, { actor: session.actor, locale: (await getLocale()) as Locale });
    return accept({ input: { facts: said, listing, sessionIdHash: session.idHash }, kept: undefined });
  },
  fieldOf: registrationField,
  then: (_output, data) => ({ goTo: safePath(data.get("next")) ?? "/home" }),
});

export const changeOrganisationAction = formAction({
  command: changeOrganisation,
  form: facts,
  fieldOf: registrationField,
  then: async () => ({ notice: (await getTranslations("accounts.organisation"))("saved") }),
});

export const inviteMemberAction = formAction({
  command: inviteMember,
  form: z.object({ email: text, role: text }),
  fieldOf: ({ code }) => (code === "already_member" ? "email" : code === "role_unknown" ? "role" : null),
  then: toMembers("invited"),
});

export const withdrawInvitationAction = formAction({
  command: withdrawInvitation,
  form: z.object({ invitationId: z.string().default("") }),
  then: toMembers("withdrawn"),
});

export const changeMemberRoleAction = formAction({
  command: changeMemberRole,
  form: z.object({ userId: z.string().default(""), role: text }),
  then: toMembers("changed"),
});

export const removeMemberAction = formAction({
  command: removeMember,
  form: z.object({ userId: z.string().default("") }),
  then: toMembers("removed"),
});

const SECRET_BYTES = 32;

export const makeApiKeyAction = formAction({
  command: makeApiKey,
  form: z.object({
    name: text,
    scopes: z.array(z.string()).default([]),
    life: z
      .enum(["30", "90", "365", "none"], "unknown_choice")
      .transform((life) => (life === "none" ? null : Number(life))),
  }),
  prepare: async ({ name, scopes, life }) => {
    const [id, secret] = [newId(), randomBytes(SECRET_BYTES).toString("base64url")];
    const input = { id, secretHash: hashOf(secret), name, scopes, lifeDays: life };
    return accept({ input, kept: `kouan_${id}_${secret}` });
  },
  fieldOf: ({ code }) => (code === "scope_beyond_role" ? "scopes" : null),
  then: async (_output, _data, key) => ({ notice: (await getTranslations("accounts.keys"))("made", { key }) }),
});

export const revokeApiKeyAction = formAction({
  command: revokeApiKey,
  form: z.object({ keyId: z.string().default("") }),
  then: () => ({ goTo: "/organisation/api-keys" }),
});
