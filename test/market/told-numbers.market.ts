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
