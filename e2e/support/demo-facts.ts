import { partyName } from "@/components/ui/words";
import { stored } from "./stored";

type Found = { readonly email: string; readonly locale: string; readonly nameOwn: string; readonly nameLatin: string };

export type DemoFacts = {
  readonly email: string;
  /** What they are written to in. */
  readonly locale: string;
  /** Their organisation's name as readers of a language see it. */
  readonly shown: string;
};

/** What the demo market says of one of its people. */
export function demoFacts(handle: string, locale: string): DemoFacts {
  const [found] = stored(
    `SELECT u.email, u.locale, o.name_own AS "nameOwn", o.name_latin AS "nameLatin" FROM demo_users d
      JOIN users u ON u.id = d.user_id JOIN memberships m ON m.user_id = u.id
      JOIN organisations o ON o.id = m.organisation_id WHERE d.handle = ?`,
    handle,
  ) as unknown as [Found];
  return { email: found.email, locale: found.locale, shown: partyName(found, locale) };
}
