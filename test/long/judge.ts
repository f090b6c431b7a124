import type { Database } from "@/db/database";
import { bids, bidVersions, requests } from "@/db/schema/requests";
import { notices, outbox } from "@/db/schema/notices";
import { auditEntries } from "@/db/schema/platform";
import type { Sent } from "./bidding";
import type { CaughtMail } from "./mail-catcher";
import type { KillMarket } from "./market";

export type Judged = { readonly name: string; readonly breaches: readonly string[] };

type Tally = ReadonlyMap<string, number>;

function tally(keys: Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Where two counts differ, a line each. */
const differences = (found: Tally, expected: Tally): string[] =>
  [...new Set([...found.keys(), ...expected.keys()])]
    .filter((key) => found.get(key) !== expected.get(key))
    .map((key) => `${key}: ${expected.get(key) ?? 0} expected, ${found.get(key) ?? 0} found`);

/** Everything that the server left behind. */
async function leftBehind({ read }: Database) {
  return {
    bids: await read.select().from(bids),
    versions: await read.select().from(bidVersions),
    requests: await read.select().from(requests),
    events: await read.select().from(outbox),
    notices: await read.select().from(notices),
    audit: await read.select().from(auditEntries),
  };
}

export type LeftBehind = Awaited<ReturnType<typeof leftBehind>>;

const idIn = (text: string): string => (JSON.parse(text) as { id: string }).id;

const acknowledged = (sent: Sent) => sent.bids.filter(({ answer }) => answer.status === 201);

function lostBids(sent: Sent, left: LeftBehind): string[] {
  const kept = new Map(left.bids.map((bid) => [bid.id, bid]));
  return sent.bids.flatMap(({ requestId, provider, answer }) => {
    if (answer.status !== 201) return [`${requestId} ${provider.organisationId}: ${answer.status} ${answer.text}`];
    const bid = kept.get(idIn(answer.text));
    const isThere = bid?.requestId === requestId && bid.providerOrganisationId === provider.organisationId;
    return isThere ? [] : [`acknowledged and not there: ${answer.text}`];
  });
}

/** A bid leaves one row, one version, one event and one entry in the audit log, and counts once with its request. */
function doubledBids(sent: Sent, left: LeftBehind): string[] {
  const once = tally(acknowledged(sent).map(({ answer }) => idIn(answer.text)));
  const ofBids = left.events.flatMap(({ event }) => (event.type === "bid.submitted" ? event.bidId : []));
  const audited = left.audit.filter((entry) => entry.command === "bidding.submit-bid" && entry.outcome === "done");
  const perRequest = tally(sent.bids.map(({ requestId }) => requestId));
  const counted = left.requests.flatMap(({ id, bidCount }) => Array.from({ length: bidCount }, () => id));
  return [
    ...differences(tally(left.bids.map(({ id }) => id)), once),
    ...differences(tally(left.versions.map(({ bidId }) => bidId)), once),
    ...differences(tally(ofBids), once),
    ...differences(tally(audited.map(({ subjectId }) => subjectId ?? "")), once),
    ...differences(tally(counted), perRequest),
  ];
}

function wrongPrices(sent: Sent, left: LeftBehind): string[] {
  const opened = new Set(sent.closes.map(({ requestId }) => requestId));
  const versions = new Map(left.versions.map((version) => [version.bidId, version]));
  return acknowledged(sent).flatMap(({ requestId, priceMinor, answer }) => {
    const content = versions.get(idIn(answer.text))?.content;
    const price = content?.lines[0]?.unitPriceMinor ?? null;
    const expected = opened.has(requestId) ? String(priceMinor) : null;
    return price === expected ? [] : [`${answer.text}: ${expected} was sent, ${price} is there`];
  });
}

function wrongCloses(sent: Sent, left: LeftBehind): string[] {
  const refused = sent.closes.filter(({ answer }) => answer.status !== 200).map(({ answer }) => answer.text);
  const expected = tally(sent.closes.map(({ requestId }) => requestId));
  const opened = left.events.flatMap(({ event }) => (event.type === "request.opened" ? event.requestId : []));
  return [...refused, ...differences(tally(opened), expected)];
}

/** Who hears of a close, once each: a provider bids once on a request. */
function biddersOfClosed(sent: Sent) {
  const closed = new Set(sent.closes.map(({ requestId }) => requestId));
  return acknowledged(sent).filter(({ requestId }) => closed.has(requestId));
}

function expectedNotices({ buyer, providers, requests: asked }: KillMarket, sent: Sent): string[] {
  const toBuyer = (kind: string, requestId: string) =>
    buyer.people.map(({ userId }) => `${userId} ${kind} /requests/${requestId}`);
  const ofPublished = asked.flatMap(({ id, invited }) =>
    providers.flatMap((house) =>
      house.people.map(
        ({ userId }) => `${userId} ${invited.includes(house) ? "request_invited" : "request_listed"} /requests/${id}`,
      ),
    ),
  );
  return [
    ...ofPublished,
    ...sent.bids.flatMap(({ requestId }) => toBuyer("bid_received", requestId)),
    ...sent.closes.flatMap(({ requestId }) => [
      ...toBuyer("request_closed", requestId),
      ...toBuyer("request_opened", requestId),
    ]),
    ...biddersOfClosed(sent).flatMap(({ provider, requestId }) =>
      provider.people.map(({ userId }) => `${userId} request_closed_to_bidder /requests/${requestId}`),
    ),
  ];
}

function expectedMails({ buyer, requests: asked }: KillMarket, sent: Sent): string[] {
  return [
    ...asked.flatMap(({ id, invited }) =>
      invited.flatMap(({ people }) => people.map(({ email }) => `${email} request.published ${id}`)),
    ),
    ...sent.closes.flatMap(({ requestId }) => buyer.people.map(({ email }) => `${email} request.opened ${requestId}`)),
    ...biddersOfClosed(sent).flatMap(({ provider, requestId }) =>
      provider.people.map(({ email }) => `${email} request.closed ${requestId}`),
    ),
  ];
}

/** What each mail is about, by the event that stands in its name; copies of one mail bear one name and count once. */
function mailsOf(caught: readonly CaughtMail[], { events }: LeftBehind): string[] {
  const byId = new Map(events.map(({ id, event }) => [id, event]));
  const distinct = new Map(caught.map((mail) => [`${mail.messageId} ${mail.to}`, mail]));
  return [...distinct.values()].map(({ messageId, to }) => {
    const event = byId.get(messageId.slice(1).split(".")[0] ?? "");
    return event && "requestId" in event ? `${to} ${event.type} ${event.requestId}` : `${to} of no event: ${messageId}`;
  });
}

/** Holds what the server left behind against what its callers were told. */
export async function judge(
  database: Database,
  market: KillMarket,
  { sent, caught }: { readonly sent: Sent; readonly caught: readonly CaughtMail[] },
): Promise<{ judged: Judged[]; left: LeftBehind }> {
  const left = await leftBehind(database);
  const told = left.notices.map(({ userId, kind, href }) => `${userId} ${kind} ${href}`);
  const waiting = left.events.filter(({ deliveredAt }) => deliveredAt === null);
  const judged = [
    { name: "every acknowledged bid is there, under its id", breaches: lostBids(sent, left) },
    { name: "no bid was made twice", breaches: doubledBids(sent, left) },
    { name: "an opened bid says what was sent, a sealed one nothing", breaches: wrongPrices(sent, left) },
    { name: "every acknowledged close opened once", breaches: wrongCloses(sent, left) },
    { name: "a call sent again with its key is answered as before", breaches: sent.differing },
    { name: "the outbox is empty", breaches: waiting.map(({ id, lastError }) => `${id} ${lastError}`) },
    {
      name: "each person is told once of each event",
      breaches: differences(tally(told), tally(expectedNotices(market, sent))),
    },
    {
      name: "each person concerned gets one mail of an event",
      breaches: differences(tally(mailsOf(caught, left)), tally(expectedMails(market, sent))),
    },
  ];
  return { judged, left };
}
