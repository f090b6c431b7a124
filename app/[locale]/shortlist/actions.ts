"use server";

import { z } from "zod";
import { noteShown } from "@/server/catalogue/exposure";
import { dropShortlisted, noteShortlisted, shortlistProviders } from "@/server/catalogue/directory/shortlist";
import { chosenAction } from "@/server/platform/form/chosen-action";
import { formAction } from "@/server/platform/form/form-action";
import { inviteProvider } from "@/server/requests/change-request";

export const shortlistAction = chosenAction({
  ...{ field: "with", change: "add", leadsTo: "/shortlist" },
  command: shortlistProviders,
  note: (ids) => noteShown({ kind: "shortlisted", ids }),
});

export const dropAction = chosenAction({
  ...{ field: "with", change: "drop", leadsTo: "/shortlist" },
  command: dropShortlisted,
});

export const noteAction = formAction({
  command: noteShortlisted,
  form: z.object({ organisationId: z.string().default(""), note: z.string().default("") }),
  then: () => ({ goTo: "/shortlist" }),
});

export const inviteAction = formAction({
  command: inviteProvider,
  form: z.object({ requestId: z.string().default(""), organisationIds: z.array(z.string()).default([]) }),
  fieldOf: ({ code }) => (code === "provider_unknown" || code === "too_many_invited" ? "organisationIds" : null),
  then: ({ id }, data) => ({
    goTo: `/shortlist/invite?request=${id}&done=${data.getAll("organisationIds").length}`,
  }),
});
