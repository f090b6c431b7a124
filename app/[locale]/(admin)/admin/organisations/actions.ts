"use server";

import { z } from "zod";
import { takeBackCheck } from "@/server/accounts/checks/decide-check";
import { proposeCheck } from "@/server/accounts/checks/handle-case";
import {
  liftRestriction,
  reinstateOrganisation,
  restrictOrganisation,
  suspendOrganisation,
} from "@/server/accounts/organisation";
import { reinstateUser, suspendUser } from "@/server/accounts/user";
import { formAction } from "@/server/platform/form/form-action";

const id = z.string().default("");
const reason = z.string().optional();

const ID = /^[0-9a-z]{1,64}$/;

/** Back to the organisation whose page the form stood on. */
const back = (_output: unknown, data: FormData) => {
  const organisationId = String(data.get("organisationId") ?? "");
  return { goTo: `/admin/organisations${ID.test(organisationId) ? `/${organisationId}` : ""}` };
};

export const suspendOrganisationAction = formAction({
  command: suspendOrganisation,
  form: z.object({ organisationId: id, reason }),
  then: back,
});

export const reinstateOrganisationAction = formAction({
  command: reinstateOrganisation,
  form: z.object({ organisationId: id }),
  then: back,
});

export const restrictOrganisationAction = formAction({
  command: restrictOrganisation,
  form: z.object({ organisationId: id, reason }),
  then: back,
});

export const liftRestrictionAction = formAction({
  command: liftRestriction,
  form: z.object({ organisationId: id }),
  then: back,
});

export const suspendUserAction = formAction({
  command: suspendUser,
  form: z.object({ userId: id, reason }),
  then: back,
});

export const reinstateUserAction = formAction({
  command: reinstateUser,
  form: z.object({ userId: id }),
  then: back,
});

const text = z.string("required");

const backToChecks = ({ organisationId }: { readonly organisationId: string }) => ({
  goTo: `/admin/organisations/${organisationId}#checks`,
});

export const proposeCheckAction = formAction({
  command: proposeCheck,
  form: z.object({ organisationId: id, register: text, expiresOn: text, reason: text }),
  fieldOf: ({ code }) => (code.startsWith("expires_") ? "expiresOn" : null),
  then: ({ caseId }) => ({ goTo: `/admin/checks/${caseId}` }),
});

export const takeBackCheckAction = formAction({
  command: takeBackCheck,
  form: z.object({ organisationId: id, reason: text }),
  then: backToChecks,
});
