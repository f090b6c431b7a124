import { emailKey } from "../../../domain/accounts/email";
import { type LimitName, takePoint } from "../rate-limit";
import { knownDevice } from "./known-device";

/** From where something is tried: the address, and the cookie of a device, if it has one. */
export type Whence = { readonly ip: string | null; readonly device: string | null };

type Limits = { readonly pair: LimitName; readonly account: LimitName };

/**
 * Takes a point for a try at an account; answers 0, or the seconds to wait. A device that signed in to the account before has a limit of its
 * own, which nobody else can use up. Any other is counted by account and address together, so that nobody waits for a stranger
 * elsewhere, and then by account alone, so that many addresses gain little. An address without an account is counted alike.
 */
async function takeTry({ pair, account }: Limits, email: string, { ip, device }: Whence): Promise<number> {
  const key = emailKey(email);
  const known = knownDevice(device, key);
  if (known !== null) return takePoint(pair, `device ${known}`);
  const seconds = await takePoint(pair, `account ${key} from ${ip ?? "unknown"}`);
  // Who is refused already takes nothing from all others.
  return seconds > 0 ? seconds : takePoint(account, `account ${key}`);
}

/** A try to sign in. The address as a whole is limited too, except for devices that are known. */
export async function takeSignIn(email: string, whence: Whence): Promise<number> {
  if (knownDevice(whence.device, email) === null) {
    const seconds = await takePoint("sign_in_address", `address ${whence.ip ?? "unknown"}`);
    if (seconds > 0) return seconds;
  }
  return takeTry({ pair: "sign_in", account: "sign_in_account" }, email, whence);
}

/** A mail that somebody who is not signed in has us send to an account. */
export const takeMail = (email: string, whence: Whence): Promise<number> =>
  takeTry({ pair: "mail", account: "mail_account" }, email, whence);
