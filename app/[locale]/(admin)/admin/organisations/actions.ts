"use server";

import { z } from "zod";
import { reinstateOrganisation } from "@/server/accounts/review/reinstate-organisation";
import { reinstateUser } from "@/server/accounts/review/reinstate-user";
import { suspendOrganisation } from "@/server/accounts/review/suspend-organisation";
import { suspendUser } from "@/server/accounts/review/suspend-user";
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
