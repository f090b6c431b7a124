import type { Reader } from "../../../db/database";
import { bidsOfRequest } from "../../../db/repositories/bidding";
import { findMinutes, findReceiptList } from "../../../db/repositories/proof";
import { findRequestKey } from "../../../db/repositories/request-keys";
import { logAfter } from "../../../db/repositories/request-log";
import { findRequest, type StoredRequest } from "../../../db/repositories/requests";
import type { LateKind } from "../../../domain/requests/proof/after-close";
import { checkList, compareVersions, type Finding } from "../../../domain/requests/proof/check-list";
import { type ProofStage, proofStage } from "../../../domain/requests/proof/proof-view";
import { inOrderOfComing } from "../../../domain/requests/proof/receipt-list";
import { fingerprintOf } from "../../sealing/request-key/request-key";
import { readRequestOpener } from "../../sealing/request-key/read-request-key";
import { sha256 } from "../sha256";
import { type Checked, checkVersions } from "./check-versions";

export type Verified = {
  readonly reference: string;
  readonly stage: ProofStage;
  readonly root: string | null;
  readonly versions: number;
  readonly opened: number;
  readonly unproven: number;
  /** How many versions came after the close, of each kind that may. */
  readonly late: Readonly<Record<LateKind, number>>;
  readonly findings: readonly Finding[];
};

const LOG_MAX = 100_000;

/** The root as it was told at the close; undefined where the log has no close, or one from before there were roots. */
async function rootTold(read: Reader, requestId: string): Promise<string | undefined> {
  const log = await logAfter(read, { requestId, seq: 0, limit: LOG_MAX });
  return log.map(({ event }) => (event.type === "request.closed" ? event.root : undefined)).find(Boolean);
}

async function checkMinutes(read: Reader, request: StoredRequest, opened: number): Promise<Finding[]> {
  const minutes = await findMinutes(read, request.id);
  if (!minutes) return [];
  const key = request.bidMode === "sealed" ? await findRequestKey(read, request.id) : undefined;
  const isSame =
    minutes.openedAt === request.openedAt &&
    minutes.root === ((await findReceiptList(read, request.id))?.root ?? null) &&
    minutes.keyFingerprint === fingerprintOf(key?.publicKey ?? null) &&
    (request.bidMode === "open" || minutes.openedCount === opened);
  return isSame ? [] : [{ code: "minutes_differ" }];
}

const countsOf = (kinds: readonly LateKind[]): Verified["late"] => ({
  prolonged: kinds.filter((kind) => kind === "prolonged").length,
  agreed: kinds.filter((kind) => kind === "agreed").length,
});

/** One finding once, however many looks came upon it. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/**
 * Makes everything again that a request's proof rests on, from what is stored, and names what is not as it was: receipts of all versions,
 * leaves, root, the root that was told, and after the opening what each opened version says. Null where there is no such request.
 */
export async function verifyRequest(read: Reader, requestId: string): Promise<Verified | null> {
  const request = await findRequest(read, requestId);
  if (!request) return null;
  const isOpenedFromSeal = request.bidMode === "sealed" && request.openedAt !== null;
  // Without the right secrets, or with a key that was changed, all the rest can still be checked.
  const opener = isOpenedFromSeal ? await readRequestOpener(read, requestId).catch(() => null) : null;
  const list = await findReceiptList(read, requestId);
  const checked: Checked[] = [];
  for (const bid of await bidsOfRequest(read, requestId))
    checked.push(await checkVersions(read, bid, { list, opener }));
  const all = checked.flatMap((one) => one.versions);
  const late = new Map(checked.flatMap((one) => [...one.late]));
  const versions = inOrderOfComing(all.filter(({ receipt }) => !late.has(receipt)));
  const told = await rootTold(read, requestId);
  const opened = isOpenedFromSeal
    ? versions.filter(({ content, sealed }) => content !== null && sealed !== null).length
    : 0;
  const findings = checked.flatMap((one) => one.findings);
  if (isOpenedFromSeal && opener === null) findings.push({ code: "key_unreadable" });
  if (list) {
    findings.push(...checkList(requestId, list, sha256), ...compareVersions({ requestId, list, versions }, sha256));
    if (told !== undefined && told !== list.root) findings.push({ code: "root_not_as_told" });
  } else if (told !== undefined) findings.push({ code: "list_gone" });
  findings.push(...(await checkMinutes(read, request, opened)));
  return {
    reference: request.reference,
    stage: proofStage({ ...request, hasList: list !== undefined }),
    root: list?.root ?? null,
    versions: all.length,
    opened,
    unproven: checked.reduce((sum, one) => sum + one.unproven, 0),
    late: countsOf([...late.values()]),
    findings: distinct(findings),
  };
}
