import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "@/db/schema/accounts";
import { findMilestones } from "@/db/repositories/orders";
import { fieldMarket, phonePicture } from "@/test/field-market";
import { openLink } from "./field-gate";

test("A suspended organisation's links open nothing, and go on once it is reinstated.", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token("timur");
  const suspend = (suspendedAt: number | null) =>
    market.database.write((tx) =>
      tx.update(organisations).set({ suspendedAt }).where(eq(organisations.id, "provider")),
    );
  expect(await openLink(token)).toMatchObject({ kind: "stands", actor: { organisationId: "provider", role: null } });
  await suspend(market.now());
  expect(await openLink(token)).toMatchObject({ kind: "revoked" });
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 410, code: "link_revoked" });
  expect(await market.photo(token, randomUUID(), await phonePicture())).toMatchObject({ status: 410 });
  const told = async () =>
    (await findMilestones(market.database.read, { id: market.orderId, service: "logistics" })).flatMap(
      ({ code, occurredAt }) => (occurredAt === null ? [] : [code]),
    );
  expect(await told()).toEqual(["booked"]);
  await suspend(null);
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 201 });
  expect(await told()).toEqual(["booked", "picked_up"]);
});

test("Only the organisation that made a link closes it by its suspension: the other party's goes on.", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token("timur");
  await market.database.write((tx) =>
    tx.update(organisations).set({ suspendedAt: market.now() }).where(eq(organisations.id, "buyer")),
  );
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 201 });
});
