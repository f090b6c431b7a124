"use server";

import { z } from "zod";
import { checkOrganisation } from "@/server/accounts/check-organisation";
import { takeBackCheck } from "@/server/accounts/take-back-check";
import { formAction } from "@/server/platform/form/form-action";

const id = z.string().default("");
const text = z.string("required");

const back = ({ organisationId }: { readonly organisationId: string }) => ({
  goTo: `/admin/organisations/${organisationId}#checks`,
});

export const checkOrganisationAction = formAction({
  command: checkOrganisation,
  form: z.object({ organisationId: id, register: text, expiresOn: text, reason: text }),
  fieldOf: ({ code }) => (code.startsWith("expires_") ? "expiresOn" : null),
  then: back,
});

export const takeBackCheckAction = formAction({
  command: takeBackCheck,
  form: z.object({ organisationId: id, reason: text }),
  then: back,
});
