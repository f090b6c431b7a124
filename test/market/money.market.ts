import { expect, test } from "vitest";
import { ask, line } from "./built-market";

// Whether money of the built market goes as banks and agents let it go.

test("what came back at the provider's cost reaches the payee in full when it is sent again", () => {
  const again = ask<{ sent: number; before: number; returned: number; bearer: string }>(
    `select n.amount_minor as sent, r.amount_minor as before, r.returned_minor as returned, r.cost_borne_by as bearer
    from remittances r join remittances n on n.order_id = r.order_id and n.attempt = r.attempt + 1`,
  );
  line(`sendings of money that came back: ${again.length}`);
  expect(again.length).toBeGreaterThan(5);
  expect(again.filter(({ sent, before, bearer }) => bearer === "provider" && sent < before)).toEqual([]);
  expect(again.filter(({ sent, returned }) => sent < returned)).toEqual([]);
});
