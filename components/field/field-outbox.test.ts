import { expect, test } from "vitest";
import type { Answer } from "@/domain/field/phone-outbox";
import { phoneStoreOf } from "@/test/phone-store";
import type { Entry, EntryPhoto } from "./entry-store";
import { NO_WAY, type ReportBody, type Reporter, fieldOutbox } from "./field-outbox";

const FIRST: Reporter = { linkId: "first", orderId: "o1", organisationId: "provider", role: "driver" };
const NEXT: Reporter = { ...FIRST, linkId: "next" };

const told = (code: string): ReportBody => ({ code, occurredAt: "2026-11-24T02:00:00Z", note: "", evidence: {} });
const photo = { name: "a.jpg", type: "image/jpeg", bytes: new ArrayBuffer(8) };

const codesOf = (waiting: readonly { readonly body: ReportBody }[] | null) => waiting?.map(({ body }) => body.code);

/** A link's way to the market, which notes what came by it. */
function way(answer: Answer = { status: 201, code: null }) {
  const came: string[] = [];
  const take = async (what: string) => {
    if (answer?.status === 201) came.push(what);
    return answer;
  };
  return {
    came,
    sender: {
      photo: ({ id }: EntryPhoto) => take(id),
      entry: ({ body }: Entry) => take((body as ReportBody).code),
    },
  };
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
};

test("what waits when a link is over goes by the link that replaces it, in the order in which it was made", async () => {
  const { store, left } = phoneStoreOf();
  const ended = fieldOutbox(FIRST, way({ status: 410, code: "link_expired" }).sender, store);
  await ended.add(told("picked_up"), [photo]);
  await ended.add(told("arrived_hub"), []);
  await until(() => ended.view().state === "over");
  const { came, sender } = way();
  const next = fieldOutbox(NEXT, sender, store);
  await next.add(told("export_released"), []);
  await until(() => left() === 0);
  expect(came).toEqual(["photo-1", "picked_up", "arrived_hub", "export_released"]);
});

test("what lies on a phone under its link's own name is found by that link, and then by the next one", async () => {
  const { store, left } = phoneStoreOf();
  await store.add({ box: "field:first", body: told("picked_up"), photos: [photo] }, 0);
  await store.add({ box: "field:another", body: told("delivered"), photos: [] }, 0);
  const over = fieldOutbox(FIRST, NO_WAY, store);
  over.sendNow();
  await until(() => over.view().state === "over");
  expect(codesOf(over.view().waiting)).toEqual(["picked_up"]);
  expect(left()).toBe(3);
  const { came, sender } = way();
  const next = fieldOutbox(NEXT, sender, store);
  next.sendNow();
  await until(() => left() === 1);
  expect(came).toEqual(["photo-1", "picked_up"]);
  expect(await store.list("field:another")).toHaveLength(1);
});

test.each<[string, Partial<Reporter>]>([
  ["another role", { role: "yard" }],
  ["the other party", { organisationId: "buyer" }],
  ["another order", { orderId: "o2" }],
])("a link of %s sends nothing of this one's", async (_, other) => {
  const { store } = phoneStoreOf();
  await fieldOutbox(FIRST, NO_WAY, store).add(told("picked_up"), []);
  const { came, sender } = way();
  const outbox = fieldOutbox({ ...NEXT, ...other }, sender, store);
  await outbox.add(told("delivered"), []);
  await until(() => outbox.view().waiting?.length === 0);
  expect(came).toEqual(["delivered"]);
});
