import { z } from "zod";
import { lockToken, setSessionOrganisation } from "@/db/repositories/users";
import {
  findDraftOfUser,
  findVisitorDraft,
  handInVisitorDraft,
  lockDraftsOfUser,
  lockVisitorDraft,
} from "@/db/repositories/visitor-drafts";
import { organisationForm } from "@/domain/accounts/registration-numbers";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { confirmAddress, confirmation } from "../../accounts/confirm-address";
import { foundOrganisation, mayFound } from "../../accounts/found-organisation";
import { enrol, newcomer } from "../../accounts/enrol";
import { command, type CommandContext } from "../../platform/command";
import { hashOf } from "../../platform/identity/tokens";
import { publishKept, type PublishKeptRefusal } from "../publish-kept";
import { takeOver } from "./take-over";
import { tokenHashField } from "./visitor-draft";

/**
 * Who holds a draft's link makes an account and says which organisation the draft is for. Nothing is made of the organisation until the mailed link
 * confirms the address; then the draft is published as it was handed in. Where the address has an account already the answer is the same, and the
 * draft waits for its owner to sign in.
 */
export const signUpWithDraft = command({
  name: "accounts.sign-up-with-draft",
  action: "account.enter",
  input: z.strictObject({
    ...newcomer.shape,
    tokenHash: tokenHashField,
    version: z.int(),
    organisation: organisationForm,
  }),
  lock: (tx, { tokenHash }) => lockVisitorDraft(tx, tokenHash),
  async run(
    context,
    { tokenHash, version, organisation, ...person },
  ): Promise<Result<object, Refusal<"draft_gone" | "stale_version" | "registration_taken">>> {
    const { tx, now } = context;
    const draft = await findVisitorDraft(tx, { tokenHash, now });
    if (!draft) return refuse("draft_gone");
    if (draft.version !== version) return refuse("stale_version");
    const allowed = await mayFound(tx, organisation);
    if (!allowed.ok) return allowed;
    const userId = await enrol(context, person);
    if (userId !== null) await handInVisitorDraft(tx, draft.id, { userId, organisation, handedVersion: version });
    return accept({});
  },
});

/** What came of a confirmed address: the deal of the draft that waited for it, the draft where it could not be published, or the address alone. */
type Confirmed = {
  readonly dealId: string | null;
  readonly draftId: string | null;
  /** The one that was founded for it. */
  readonly organisationId: string | null;
};

const NOTHING: Confirmed = { dealId: null, draftId: null, organisationId: null };

async function publishWaiting(
  context: CommandContext,
  userId: string,
): Promise<Result<Confirmed, PublishKeptRefusal | Refusal<"too_many_drafts">>> {
  const { tx, now } = context;
  const draft = await findDraftOfUser(tx, { userId, now });
  if (!draft?.organisation) return accept(NOTHING);
  const founded = await foundOrganisation(context, { facts: draft.organisation, userId });
  // Somebody entered it meanwhile: the address is confirmed all the same, and the draft stays behind its link.
  if (!founded.ok) return accept(NOTHING);
  const owner = { organisationId: founded.value.organisationId, userId };
  const taken = await takeOver(context, draft, owner);
  if (!taken.ok) return taken;
  const { organisationId } = owner;
  const asDraft: Confirmed = { dealId: null, draftId: taken.value.id, organisationId };
  if (draft.version !== draft.handedVersion) return accept(asDraft);
  const published = await publishKept({ ...context, actor: owner }, taken.value);
  if (published.ok) return accept({ dealId: published.value.dealId, draftId: null, organisationId });
  // Refused before anything of it is written: it waits as it is.
  return published.refusal.code === "draft_incomplete" ? accept(asDraft) : published;
}

/**
 * The address is confirmed by the link that was mailed to it. A draft that waits for it becomes its organisation's and is published, all in this one
 * transaction; what cannot be published waits as a draft.
 */
export const confirmAndPublish = command({
  name: "accounts.confirm-and-publish",
  action: "account.enter",
  input: confirmation,
  async lock(tx, { token }) {
    const [link] = await lockToken(tx, hashOf(token));
    if (link) await lockDraftsOfUser(tx, link.userId);
  },
  async run(
    context,
    input,
  ): Promise<
    Result<Confirmed & { readonly isIn: boolean }, PublishKeptRefusal | Refusal<"link_expired" | "too_many_drafts">>
  > {
    const confirmed = await confirmAddress(context, input);
    if (!confirmed.ok) return confirmed;
    const { userId, isIn } = confirmed.value;
    context.concerns(userId);
    const published = await publishWaiting(context, userId);
    if (!published.ok) return published;
    const { organisationId } = published.value;
    if (isIn && input.session && organisationId)
      await setSessionOrganisation(context.tx, input.session.idHash, organisationId);
    return accept({ ...published.value, isIn });
  },
});
