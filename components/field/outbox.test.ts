import { expect, test } from "vitest";
import { phoneStoreOf, until } from "@/test/phone-store";
import type { Answer } from "@/domain/field/phone-outbox";
import type { Entry, EntryPhoto } from "./entry-store";
import { makeOutbox } from "./outbox";

const YES: Answer = { status: 201, code: null };
const photo = { name: "a.jpg", type: "image/jpeg", bytes: new ArrayBuffer(8) };

/** A server that answers as it is told, and notes what came. */
function server(answer: (what: string) => Answer) {
  const came: string[] = [];
  const take = async (what: string) => {
    const said = answer(what);
    if (said !== null) came.push(what);
    return said;
  };
  return {
    came,
    sender: { photo: ({ id }: EntryPhoto) => take(id), entry: ({ body }: Entry) => take(String(body)) },
  };
}

test("entries go in the order in which they were made, each after its pictures, and leave nothing behind", async () => {
  const { store, left } = phoneStoreOf();
  const { came, sender } = server(() => YES);
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", [photo, photo]);
  await outbox.add("two", []);
  await outbox.add("three", [photo]);
  await until(() => left() === 0 && outbox.view().state === "sent");
  expect(came).toEqual(["photo-1", "photo-2", "one", "two", "photo-5", "three"]);
  expect(outbox.view()).toEqual({ waiting: [], state: "sent", sentCount: 3 });
});

test("without a connection nothing leaves, and what comes later does not overtake", async () => {
  const { store } = phoneStoreOf();
  let isOnline = false;
  const { came, sender } = server(() => (isOnline ? YES : null));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", []);
  await outbox.add("two", []);
  await until(() => outbox.view().state === "waiting");
  expect(outbox.view().waiting?.map(({ body }) => body)).toEqual(["one", "two"]);
  isOnline = true;
  outbox.sendNow();
  await until(() => outbox.view().waiting?.length === 0);
  expect(came).toEqual(["one", "two"]);
});

test("a picture that the server has is not sent again when the line breaks before its report", async () => {
  const { store } = phoneStoreOf();
  let isBroken = true;
  const { came, sender } = server((what) => (what === "one" && isBroken ? null : YES));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", [photo]);
  await until(() => outbox.view().state === "waiting");
  isBroken = false;
  outbox.sendNow();
  await until(() => outbox.view().waiting?.length === 0);
  expect(came).toEqual(["photo-1", "one"]);
});

test("what the server has already leaves the phone, with an answer that was lost on its way", async () => {
  const { store, left } = phoneStoreOf();
  const { sender } = server(() => ({ status: 409, code: "already_received" }));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", [photo]);
  await until(() => left() === 0);
});

test("what is refused stays and lets the next go; it is given up by hand alone", async () => {
  const { store, left } = phoneStoreOf();
  const { came, sender } = server((what) => (what === "one" ? { status: 422, code: "malformed" } : YES));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", []);
  await outbox.add("two", []);
  await until(() => outbox.view().waiting?.length === 1 && outbox.view().state === "sent");
  const [kept] = outbox.view().waiting ?? [];
  expect(kept?.refusal).toEqual({ code: "malformed" });
  expect(came.filter((what) => what === "one")).toHaveLength(1);
  if (kept) await outbox.discard(kept);
  expect(left()).toBe(0);
});

test("a link that is over takes nothing, and everything stays on the phone", async () => {
  const { store } = phoneStoreOf();
  const { sender } = server(() => ({ status: 410, code: "link_expired" }));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", [photo]);
  await until(() => outbox.view().state === "over");
  expect(outbox.view().waiting).toHaveLength(1);
});

test("entries of another sender are not touched", async () => {
  const { store } = phoneStoreOf();
  await store.add({ box: "b", body: "theirs", photos: [] }, 0);
  const { came, sender } = server(() => YES);
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("mine", []);
  await until(() => outbox.view().waiting?.length === 0);
  expect(came).toEqual(["mine"]);
  expect(await store.list("b")).toHaveLength(1);
});

test("what takes another's place goes alone, and where the phone has no room for it the other stays", async () => {
  const { store, holdOnly } = phoneStoreOf();
  let isOnline = false;
  const { came, sender } = server(() => (isOnline ? YES : null));
  const outbox = makeOutbox<string>("a", sender, store);
  const isOne = ({ body }: Entry<string>) => body.startsWith("one");
  const bodies = async () => (await store.list("a")).map(({ body }) => body);
  await outbox.add("one", []);
  await outbox.add("two", []);
  await outbox.add("one, better", [], isOne);
  expect(await bodies()).toEqual(["two", "one, better"]);
  holdOnly(2);
  await expect(outbox.add("one, best", [], isOne)).rejects.toThrow("no room");
  expect(await bodies()).toEqual(["two", "one, better"]);
  await until(() => outbox.view().state === "waiting");
  isOnline = true;
  outbox.sendNow();
  await until(() => outbox.view().waiting?.length === 0);
  expect(came).toEqual(["two", "one, better"]);
});

test("a run that has begun does not send what was given up since", async () => {
  const { store, left } = phoneStoreOf();
  await store.add({ box: "a", body: "slow", photos: [photo] }, 0);
  await store.add({ box: "a", body: "older", photos: [] }, 0);
  const { came, sender } = server(() => YES);
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const wait = () => {
    begun.resolve();
    return slow.promise;
  };
  const outbox = makeOutbox<string>("a", { ...sender, photo: (one) => wait().then(() => sender.photo(one)) }, store);
  outbox.sendNow();
  await begun.promise;
  await outbox.discardAll(({ body }) => body === "older");
  slow.resolve();
  await until(() => left() === 0);
  expect(came).toEqual(["photo-1", "slow"]);
});

test("what was given up on its way does not come back refused", async () => {
  const { store, left } = phoneStoreOf();
  const [begun, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<Answer>()];
  const entry = () => {
    begun.resolve();
    return answer.promise;
  };
  const outbox = makeOutbox<string>("a", { photo: async () => YES, entry }, store);
  await outbox.add("one", []);
  await begun.promise;
  await outbox.discardAll(() => true);
  answer.resolve({ status: 422, code: null, words: "Too many." });
  await until(() => outbox.view().state === "sent");
  expect(left()).toBe(0);
});

test("a reason in words stands beside what was refused", async () => {
  const { store } = phoneStoreOf();
  const { sender } = server(() => ({ status: 422, code: null, words: "Too many." }));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", []);
  await until(() => outbox.view().waiting?.[0]?.refusal?.words === "Too many.");
});

test("one that was refused is sent again as it was corrected, under its own id, without the pictures that the server has", async () => {
  const { store, left } = phoneStoreOf();
  const { came, sender } = server((what) => (what === "one" ? { status: 422, code: "early_without_reason" } : YES));
  const outbox = makeOutbox<string>("a", sender, store);
  await outbox.add("one", [photo]);
  await until(() => outbox.view().waiting?.[0]?.refusal != null && outbox.view().state === "sent");
  const [refused] = outbox.view().waiting ?? [];
  if (refused) await outbox.correct(refused, "one with its reason");
  await until(() => left() === 0);
  expect(came).toEqual(["photo-1", "one", "one with its reason"]);
  if (refused) await outbox.correct(refused, "once more");
  expect(left()).toBe(0);
});
