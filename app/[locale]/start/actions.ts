"use server";

import { randomBytes } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DEFAULT_TIME_ZONE, emailSchema, personName, timeZoneSchema } from "@/domain/accounts/person";
import { refusePassword, typedPassword } from "@/domain/accounts/password";
import { latinNameOf } from "@/server/accounts/latin-name";
import { organisationForm } from "@/domain/accounts/registration-numbers";
import { accept, refuse } from "@/domain/shared/result";
import { MARKET_ZONE } from "@/domain/shared/time";
import { publishVisitorDraft } from "@/server/deals/visitors/publish-visitor-draft";
import { signUpWithDraft } from "@/server/deals/visitors/sign-up-with-draft";
import { saveVisitorDraft, startVisitorDraft } from "@/server/deals/visitors/start-draft";
import { addressHashOf } from "@/server/deals/visitors/visitor-draft";
import { formAction } from "@/server/platform/form/form-action";
import { takeMail } from "@/server/platform/identity/attempts";
import { hashPassword } from "@/server/platform/identity/credentials";
import { currentSession, currentWhence, markSignUp } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { takePoint } from "@/server/platform/rate-limit";
import { nextOfPosting, postingForm } from "../(market)/deals/posting-intents";

const typed = z.string().trim().default("");

/** Four fields as the sentence that they would have been, which the clerk reads. */
async function sentenceOf(of: Readonly<Record<"goods" | "from" | "to" | "weight", string>>): Promise<string> {
  const t = await getTranslations("landing.first.sentence");
  const parts = [
    of.goods,
    of.weight && t("weight", { weight: of.weight }),
    of.from && t("from", { place: of.from }),
    of.to && t("to", { place: of.to }),
  ];
  return parts.filter((part) => part !== "").join(t("between"));
}

/** What goes from where to where becomes a draft behind a link of its own, which stands in the address alone. */
export const startVisitorDraftAction = formAction({
  command: startVisitorDraft,
  form: z.object({ text: typed, goods: typed, from: typed, to: typed, weight: typed, timeZone: typed, invited: typed }),
  prepare: async ({ text, timeZone, invited, ...parts }, origin) => {
    const link = randomBytes(32).toString("base64url");
    const said = [text, await sentenceOf(parts)].filter((one) => one !== "").join("\n");
    const ownZone = (await currentSession())?.timeZone ?? timeZone;
    const zone = timeZoneSchema.safeParse(ownZone);
    const hashes = { tokenHash: hashOf(link), addressHash: addressHashOf(origin.ip) };
    return accept({
      input: { text: said, zone: zone.success ? zone.data : MARKET_ZONE, ...hashes, invited: invited || null },
      kept: link,
    });
  },
  fieldOf: () => "text",
  then: (_output, _data, link) => ({ goTo: `/start/${link}` }),
});

export const saveVisitorDraftAction = formAction({
  command: saveVisitorDraft,
  // Whoever has no account has no address book.
  form: postingForm.transform(({ link, take: _, ...posting }) => ({ tokenHash: hashOf(link), ...posting })),
  then: (saved, data) => {
    const path = `/start/${encodeURIComponent(String(data.get("draftId")))}`;
    return nextOfPosting(data, { ...saved, path, checkPath: `${path}/publish` });
  },
});

const behindLink = z.object({ link: z.string().default(""), version: z.coerce.number().int() });

/** Who is signed in takes the draft over and publishes it. */
export const publishVisitorDraftAction = formAction({
  command: publishVisitorDraft,
  form: behindLink.transform(({ link, version }) => ({ tokenHash: hashOf(link), version })),
  then: ({ dealId }) => ({ goTo: `/deals/${dealId}` }),
});

// An empty field is not sent, and the schema then says that it is missing.
const said = z.string().optional();

/** An organisation as a newcomer says it: one name is enough, a Chinese one is written in Latin letters for the others. */
const founded = z
  .object({ nameOwn: said, nameLatin: said, country: said, city: said, registrationNumber: said })
  .prefault({})
  .transform(({ nameOwn, nameLatin = latinNameOf(nameOwn ?? ""), ...facts }) => ({ ...facts, nameOwn, nameLatin }))
  .pipe(organisationForm);

/** Account and organisation are asked in one step, last of all: the mailed link then publishes what was handed in. */
export const signUpWithDraftAction = formAction({
  command: signUpWithDraft,
  form: behindLink
    .extend({
      name: personName,
      email: emailSchema,
      password: typedPassword,
      timeZone: timeZoneSchema.catch(DEFAULT_TIME_ZONE),
      organisation: founded,
    })
    .superRefine(({ name, email, password }, context) => refusePassword("password", [name, email])(password, context)),
  prepare: async ({ link, password, ...newcomer }, origin) => {
    const seconds = await takePoint("sign_up", `address ${origin.ip ?? "unknown"}`);
    if (seconds > 0) return refuse("too_many_requests", { seconds });
    // Counted and hashed whether or not the address has an account, so that neither the answer nor its time tells.
    const isMailSpent = (await takeMail(newcomer.email, await currentWhence(origin))) > 0;
    const passwordHash = await hashPassword(password);
    await markSignUp(newcomer.email);
    const locale = await getLocale();
    return accept({ input: { ...newcomer, tokenHash: hashOf(link), locale, isMailSpent, passwordHash }, kept: link });
  },
  fieldOf: ({ code }) => (code === "registration_taken" ? "organisation.registrationNumber" : null),
  then: (_output, _data, link) => ({ goTo: `/start/${encodeURIComponent(link)}/publish?sent=1` }),
});
