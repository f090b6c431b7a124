import { partyName } from "@/components/catalogue/party-name";
import { stored } from "../support/stored";

/** Which of the demo market's people bids against the newcomers. */
export const RIVAL = "provider2";

type Found = { readonly email: string; readonly locale: string; readonly nameOwn: string; readonly nameLatin: string };

/** What the demo market says of the rival: its address, its language, and the name that readers of a language see. */
export function rivalFacts(locale: string): {
  readonly email: string;
  readonly locale: string;
  readonly shown: string;
} {
  const [found] = stored(
    `SELECT u.email, u.locale, o.name_own AS nameOwn, o.name_latin AS nameLatin FROM demo_users d
      JOIN users u ON u.id = d.user_id JOIN memberships m ON m.user_id = u.id
      JOIN organisations o ON o.id = m.organisation_id WHERE d.handle = ?`,
    RIVAL,
  ) as unknown as [Found];
  return { email: found.email, locale: found.locale, shown: partyName(found, locale) };
}
