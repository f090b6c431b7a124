import { createHmac, timingSafeEqual } from "node:crypto";
import { secretKey } from "../platform/process/secrets";

const MAC_BYTES = 19;
const MAC_LETTERS = 30;
// Before the @ an address has 64 letters at most (RFC 5321), and no capitals to tell apart: the thread by its bid, and 150 bits of signature.
const LOCAL = /^reply\+([0-9a-z]{26})([0-9a-v]{30})$/;
const BID_ID = /^[0-9a-z]{26}$/;

/** Whose answers an address takes: one person's, for one organisation, in the thread of one bid. */
export type Answering = { readonly bidId: string; readonly organisationId: string; readonly userId: string };

function macOf({ bidId, organisationId, userId }: Answering): string {
  const mac = createHmac("sha256", secretKey("kouan-reply-key")).update(`reply|${bidId}|${organisationId}|${userId}`);
  const bits = BigInt(`0x${mac.digest().subarray(0, MAC_BYTES).toString("hex")}`);
  return (bits >> 2n).toString(32).padStart(MAC_LETTERS, "0");
}

/** Where a person's answers lead back into a thread; null where the thread has no id of ours. It stands in no table. */
export const replyAddress = (of: Answering, domain: string): string | null =>
  BID_ID.test(of.bidId) ? `reply+${of.bidId}${macOf(of)}@${domain}` : null;

/** What an address says, whoever made it; null where it is none of that domain. */
export function readReplyAddress(
  address: string,
  domain: string,
): { readonly bidId: string; readonly mac: string } | null {
  const [local = "", host = ""] = address.toLowerCase().split("@");
  const [, bidId, mac] = LOCAL.exec(local) ?? [];
  return bidId && mac && host === domain.toLowerCase() ? { bidId, mac } : null;
}

/** Whether an address was made for this person. */
export function isAddressOf({ mac }: { readonly mac: string }, of: Answering): boolean {
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(of)));
}
