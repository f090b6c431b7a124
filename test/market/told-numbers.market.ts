import { expect, test } from "vitest";
import { checkDoubts } from "@/domain/clearance/doubtful-numbers";
import type { KeptEvidence } from "@/domain/orders/evidence";
import { ask, line } from "./built-market";

// Numbers that the built market's steps were told with: a command asks about doubtful ones, and history has none that were said to be right.

const told = ask<{ evidence: string | null; dealId: string }>(
  `select m.evidence, o.deal_id as dealId from order_milestones m join orders o on o.id = m.order_id where m.evidence is not null`,
).map(({ evidence, dealId }) => ({ dealId, evidence: JSON.parse(evidence ?? "null") as KeptEvidence | null }));

test("no step was told with an unknown customs office, a plate unlike any or a declaration of another deal", () => {
  const dealOf = new Map<string, string>();
  let numbers = 0;
  for (const { dealId, evidence } of told) {
    if (!evidence) continue;
    const declarations = [
      ...(evidence.declarations ?? []),
      ...(evidence.registered ?? []),
    ] as KeptEvidence["declarations"];
    for (const { country, number } of declarations ?? []) {
      const key = `${country} ${number}`;
      expect(dealOf.get(key) ?? dealId, key).toBe(dealId);
      dealOf.set(key, dealId);
      numbers++;
    }
    expect(checkDoubts({ ...evidence, declarations }, []), JSON.stringify(evidence)).toEqual({
      ok: true,
      value: undefined,
    });
  }
  expect(numbers).toBeGreaterThan(0);
  line(`declarations told with steps: ${numbers}, of ${dealOf.size} numbers`);
});

test("a wagon's number begins with what it is: covered or open, and never a locomotive", () => {
  const wagons = ask<{ number: string }>(
    `select json_extract(m.evidence, '$.wagonNumber') as number from order_milestones m
    where json_extract(m.evidence, '$.wagonNumber') is not null`,
  );
  line(`wagons told with steps: ${wagons.length}`);
  expect(wagons.length).toBeGreaterThan(0);
  expect(wagons.filter(({ number }) => !/^[26]\d{7}$/.test(number))).toEqual([]);
});

/** So many signs the accounts of a country have. */
const ACCOUNTS: Readonly<Record<string, RegExp>> = {
  ...{ CN: /^\d{12,21}$/, VN: /^\d{8,15}$/, KZ: /^KZ\d{2}[0-9A-Z]{16}$/, RU: /^\d{20}$/, UZ: /^20208\d{15}$/ },
  ...{ KG: /^\d{16}$/, TH: /^\d{10}$/, MN: /^\d{8,10}$/ },
};

test("a payee's account has the form of its country", () => {
  const accounts = ask<{ country: string; account: string }>(
    `select distinct json_extract(spec, '$.payee.bic') as country, json_extract(spec, '$.payee.account') as account from requests
    where json_extract(spec, '$.payee.account') is not null`,
  ).map(({ country, account }) => ({ country: country.slice(4, 6), account }));
  const countries = [...Map.groupBy(accounts, ({ country }) => country)];
  line(`accounts of payees: ${countries.map(([of, all]) => `${of} ${all.length}`).join(", ")}`);
  expect(countries.length).toBeGreaterThan(4);
  expect(accounts.filter(({ country, account }) => !ACCOUNTS[country]?.test(account))).toEqual([]);
});
