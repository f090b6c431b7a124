import "server-only";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { visitorDraft } from "@/server/deals/visitors/queries";

/** What opens by its link alone is found by no search, and its address is told to no other site. */
export const BY_LINK_ALONE: Metadata = { robots: { index: false, follow: false }, referrer: "same-origin" };

export type LinkParams = { readonly params: Promise<{ readonly token: string }> };

/** The draft behind the link of a page, and who reads it; what opens nothing is not found. */
export async function openVisitorPage({ params }: LinkParams) {
  const { token } = await params;
  const { database, clock } = platform();
  const now = clock();
  const draft = await visitorDraft(database.read, token, now);
  if (!draft) notFound();
  const session = await currentSession();
  const viewer = session ?? { actor: anonymous(), organisation: null };
  return { token, draft, session, viewer, read: database.read, now };
}
