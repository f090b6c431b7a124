import { z } from "zod";
import { lockOwn } from "../../db/repositories/platform";
import {
  answersOf,
  deleteAnswer,
  placeAnswer,
  saveAnswer,
  savePage,
  type StoredAnswer,
} from "../../db/repositories/provider-pages";
import { may } from "../../domain/access/policy";
import { answerSchema, ANSWERS_MAX, pageTextsSchema, workingHoursSchema } from "../../domain/catalogue/provider-page";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command, type CommandContext } from "../platform/command";

const id = z.string().max(64);
const lock = lockOwn("provider page");

/** Whose page the actor may write; null where there is none. */
const ownPage = ({ actor }: Pick<CommandContext, "actor">): string | null => {
  const { organisationId } = actor;
  return organisationId !== null && may(actor, "listing.change", { organisationIds: [organisationId] })
    ? organisationId
    : null;
};

/** A provider writes what its page says of it in readers' languages, and when it works; what is left out is taken off the page. */
export const saveProviderPage = command({
  name: "catalogue.save-page",
  action: "listing.change",
  input: z.strictObject({ texts: pageTextsSchema, hours: workingHoursSchema.nullable() }),
  lock,
  async run(context, page): Promise<Result<{ organisationId: string }, Refusal<"not_found">>> {
    const organisationId = ownPage(context);
    if (organisationId === null) return refuse("not_found");
    await savePage(context.tx, { ...page, organisationId, at: context.now });
    context.concerns(organisationId);
    return accept({ organisationId });
  },
});

/** The place behind all of a language. */
const lastPlace = (answers: readonly StoredAnswer[]): number => Math.max(0, ...answers.map(({ place }) => place)) + 1;

/** A provider writes a question that it is often asked with its answer, a new one behind the others of its language. Refuses an eleventh of a language. */
export const writeAnswer = command({
  name: "catalogue.write-answer",
  action: "listing.change",
  input: z.strictObject({ answerId: id.nullable(), ...answerSchema.shape }),
  lock,
  async run(
    context,
    { answerId, ...said },
  ): Promise<Result<{ answerId: string }, Refusal<"not_found" | "answers_full">>> {
    const { tx, now, newId, concerns } = context;
    const organisationId = ownPage(context);
    if (organisationId === null) return refuse("not_found");
    const known = await answersOf(tx, organisationId);
    const earlier = known.find((one) => one.id === answerId);
    if (answerId !== null && !earlier) return refuse("not_found");
    const others = known.filter((one) => one.language === said.language && one.id !== answerId);
    if (others.length >= ANSWERS_MAX) return refuse("answers_full", { maximum: ANSWERS_MAX });
    const place = earlier?.language === said.language ? earlier.place : lastPlace(others);
    const row = { ...said, id: earlier?.id ?? newId(), organisationId, place, at: now };
    await saveAnswer(tx, row);
    concerns(row.id);
    return accept({ answerId: row.id });
  },
});

/** Puts an answer before the one that stands above it; the first stays where it is. */
export const raiseAnswer = command({
  name: "catalogue.raise-answer",
  action: "listing.change",
  input: z.strictObject({ answerId: id }),
  lock,
  async run(context, { answerId }): Promise<Result<{ answerId: string }, Refusal<"not_found">>> {
    const organisationId = ownPage(context);
    const known = organisationId === null ? [] : await answersOf(context.tx, organisationId);
    const own = known.find((one) => one.id === answerId);
    if (!own) return refuse("not_found");
    const ofLanguage = known.filter(({ language }) => language === own.language);
    const above = ofLanguage[ofLanguage.indexOf(own) - 1];
    if (above) {
      await placeAnswer(context.tx, own, above.place);
      await placeAnswer(context.tx, above, own.place);
    }
    context.concerns(answerId);
    return accept({ answerId });
  },
});

/** Takes a question with its answer off the provider's page. */
export const removeAnswer = command({
  name: "catalogue.remove-answer",
  action: "listing.change",
  input: z.strictObject({ answerId: id }),
  lock,
  async run(context, { answerId }): Promise<Result<{ answerId: string }, Refusal<"not_found">>> {
    const organisationId = ownPage(context);
    const known = organisationId === null ? [] : await answersOf(context.tx, organisationId);
    const own = known.find((one) => one.id === answerId);
    if (!own) return refuse("not_found");
    await deleteAnswer(context.tx, own);
    context.concerns(answerId);
    return accept({ answerId });
  },
});
