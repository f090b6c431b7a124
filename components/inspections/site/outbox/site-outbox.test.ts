import { afterEach, expect, test, vi } from "vitest";
import { makeOutbox } from "@/components/field/outbox/outbox";
import { phoneStoreOf, until } from "@/test/phone-store";
import { keepPhotos } from "./keep-photos";
import { readUpload, type SiteEntry, senderOf } from "./site-outbox";

const VISIT = "https://market.example/en/orders/o/inspection";

afterEach(() => void vi.unstubAllGlobals());

const answered = (url: string, more: Partial<Response> = {}) => ({
  url,
  ok: true,
  status: 200,
  redirected: true,
  ...more,
});
const file = (name: string, type = "image/jpeg") => new File(["x"], name, { type });

/** An upload as a market answers it, by the name of its file. */
function uploads(answer: (name: string) => ReturnType<typeof answered>) {
  const came: string[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: FormData }) => {
    const { name } = body.get("files") as File;
    came.push(name);
    return answer(name);
  });
  return came;
}

function sitePhone() {
  const phone = phoneStoreOf();
  const sender = senderOf({ orderId: "o", roundId: "r", actions: {} });
  return { ...phone, outbox: makeOutbox<SiteEntry>("inspection r", sender, phone.store) };
}

test.each([
  [answered(`${VISIT}?files=kept#files`), { status: 200, code: null }],
  [answered(`${VISIT}?files=type_differs#files`), { status: 422, code: "type_differs" }],
  [answered(`${VISIT}?files=too_many_requests#files`), { status: 429, code: "too_many_requests" }],
  [answered("https://market.example/en/sign-in?next=%2Forders%2Fo%2Finspection"), null],
  [answered("https://market.example/api/files", { redirected: false }), null],
  [
    answered("https://market.example/api/files", { redirected: false, ok: false, status: 400 }),
    { status: 400, code: null },
  ],
])("an upload that ends as %j means %j", (answer, meaning) => {
  expect(readUpload(answer)).toEqual(meaning);
});

test("a photo stays on the phone while its sender has to sign in again", async () => {
  const came = uploads(() => answered("https://market.example/en/sign-in?next=%2Forders%2Fo%2Finspection"));
  const { outbox, store } = sitePhone();
  expect(await keepPhotos([file("a.jpg")], "scratch", outbox)).toEqual([]);
  await until(() => outbox.view().state === "waiting" && came.length > 0);
  const [entry] = await store.list("inspection r");
  expect(entry?.refusal).toBeNull();
  expect(await store.photo(entry?.photos[0]?.id ?? "")).not.toBeNull();
});

test("of photos that were chosen together one that is refused holds up no other", async () => {
  const came = uploads((name) => answered(`${VISIT}?files=${name === "b.jpg" ? "type_differs" : "kept"}#files`));
  const { outbox } = sitePhone();
  await keepPhotos([file("a.jpg"), file("b.jpg"), file("c.jpg")], "scratch", outbox);
  await until(() => came.includes("c.jpg") && outbox.view().state === "sent" && outbox.view().waiting?.length === 1);
  const [left] = outbox.view().waiting ?? [];
  expect(left).toMatchObject({ refusal: { code: "type_differs" }, photos: [{ name: "b.jpg" }] });
});

test("photos that the phone has no room for are told apart from those that it keeps", async () => {
  uploads(() => answered("https://market.example/en/sign-in"));
  const { outbox, holdOnly, store } = sitePhone();
  holdOnly(2);
  const left = await keepPhotos([file("a.jpg"), file("b.jpg"), file("c.jpg"), file("d.jpg")], "", outbox);
  expect(left.map(({ name }) => name)).toEqual(["c.jpg", "d.jpg"]);
  expect(await store.list("inspection r")).toHaveLength(2);
});
