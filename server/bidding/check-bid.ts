import { z } from "zod";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import type { Offer } from "@/domain/bidding/bid";
import { offerOf } from "@/domain/bidding/bid-content";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import type { Instant } from "@/domain/shared/instant";
import { isOfRead, readableOffer } from "@/domain/bidding/offer/readable-offer";
import { accept, everyRefusal, type Refusal, type Result } from "@/domain/shared/result";
import type { CheckedBid } from "@/views/bid-checks";
import type { Members, PrepareContext } from "../platform/command";
import { loadBid, standingContent } from "./bid-context";
import { checkOffer } from "./pricing";
import { opinionDoubtsOf, outliersOf } from "./price-warnings";
import { alternativesOf, chargesOf, totalOf } from "./queries/charges";

/** All that is said of a finished offer before it is sent, the same to whoever types it and to a program that asks for it. Keeps nothing. */
export async function checkBid(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly offer: Offer; readonly now: Instant },
): Promise<Result<CheckedBid>> {
  const priced = await checkOffer(read, viewer, of);
  if (!priced.ok) return priced;
  const content = priced.value;
  const about = { requestId: of.requestId, content };
  return accept({
    ...{ content, total: totalOf(content), charges: chargesOf(content), alternatives: alternativesOf(content) },
    findings: await outliersOf(read, viewer, about),
    doubts: await opinionDoubtsOf(read, { ...about, now: of.now }),
  });
}

/** What is refused of the members of a malformed offer that can be read, so that it is said together with what cannot be. */
export async function refusedOfReadable(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly input: Members; readonly now: Instant },
): Promise<readonly Refusal[]> {
  const { offer, unread } = readableOffer(of.input);
  const checked = await checkOffer(read, viewer, { ...of, offer });
  return checked.ok ? [] : everyRefusal(checked.refusal).filter((refusal) => isOfRead(refusal, unread));
}

/** The same of a malformed next version of a bid: what it does not say stands as it was. */
export async function refusedOfRevision(
  { read, actor, now }: PrepareContext,
  { bidId, ...change }: Members,
): Promise<readonly Refusal[]> {
  const loaded = await loadBid(read, actor, { bidId: String(bidId) });
  if (!loaded.ok) return [loaded.refusal];
  const { bid, request } = loaded.value;
  const offer = offerOf(await standingContent(read, bid));
  const standing = z.encode(offerSchema, offer as z.output<typeof offerSchema>);
  return refusedOfReadable(read, actor, { requestId: request.id, input: { ...standing, ...change }, now });
}
