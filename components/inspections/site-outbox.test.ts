import { afterEach, expect, test, vi } from "vitest";
import { makeOutbox } from "@/components/field/outbox";
import { phoneStoreOf, until } from "@/test/phone-store";
import { type SiteEntry, keepForm, keepPhotos, readUpload, sendForm, senderOf } from "./site-outbox";
import type { FormState } from "@/domain/shared/form-state";

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

const BROKEN = new TypeError("Failed to fetch");
const elsewhere = () => Object.assign(new Error("leads elsewhere"), { digest: "NEXT_REDIRECT;push;/orders/o" });
const refusal: FormState = { key: "k", values: {}, fieldErrors: {}, formErrors: ["Too many units."], notice: null };

const filled = (remarks: string): FormData => {
  const data = new FormData();
  data.set("results.remarks", remarks);
  return data;
};

/** The site's page on a phone, and the market as it answers: each save is noted where it arrives. */
function visit(form = "results") {
  const phone = phoneStoreOf();
  const saved: string[] = [];
  let says: "broken" | "refuses" | "saves" = "broken";
  const action = async (data: FormData): Promise<FormState | null> => {
    if (says === "broken") throw BROKEN;
    if (says === "refuses") return refusal;
    saved.push(String(data.get("results.remarks")));
    throw elsewhere();
  };
  const sender = senderOf({ orderId: "o", roundId: "r", actions: { [form]: (_, data) => action(data) } });
  const outbox = makeOutbox<SiteEntry>("inspection r", sender, phone.store);
  const waiting = async () =>
    (await phone.store.list("inspection r")).map(({ body }) => (body as { pairs: string[][] }).pairs?.[0]?.[1]);
  const now = (next: typeof says) => {
    says = next;
  };
  return { ...phone, saved, outbox, waiting, now, ways: { form, action, outbox } };
}

test.each(["results", "checkIn"])(
  "an older %s that waits is not sent after a newer one that has arrived",
  async (form) => {
    const { ways, outbox, waiting, saved, now } = visit(form);
    expect(await sendForm(filled("older"), ways)).toEqual({ kind: "kept" });
    await until(() => outbox.view().state === "waiting");
    now("saves");
    await expect(sendForm(filled("newer"), ways)).rejects.toThrow("leads elsewhere");
    expect(await waiting()).toEqual([]);
    outbox.sendNow();
    await until(() => outbox.view().state === "sent");
    expect(saved).toEqual(["newer"]);
  },
);

test("one that was refused goes with the next good one, and does not fill in the form again", async () => {
  const { ways, outbox, now, waiting } = visit("checkIn");
  await keepForm(filled("wrong"), ways);
  await until(() => outbox.view().state === "waiting");
  now("refuses");
  outbox.sendNow();
  await until(() => outbox.view().waiting?.[0]?.refusal?.words === "Too many units.");
  now("saves");
  await expect(sendForm(filled("right"), ways)).rejects.toThrow("leads elsewhere");
  expect(await waiting()).toEqual([]);
  expect(outbox.view().waiting).toEqual([]);
});

test("without a connection the last alone waits, and what waits besides it stays", async () => {
  const { ways, outbox, waiting } = visit();
  const photo = { name: "a.jpg", type: "image/jpeg", bytes: new ArrayBuffer(8) };
  await outbox.add({ kind: "photos", about: "scratch" }, [photo]);
  await keepForm(filled("older"), ways);
  await sendForm(filled("newer"), ways);
  await keepForm(filled("newest"), ways);
  expect(await waiting()).toEqual([undefined, "newest"]);
});

test("a phone without room says so, and keeps what waited before", async () => {
  const { ways, waiting, holdOnly } = visit();
  await keepForm(filled("older"), ways);
  holdOnly(1);
  expect(await keepForm(filled("newer"), ways)).toEqual({ kind: "full" });
  expect(await waiting()).toEqual(["older"]);
  holdOnly(0);
  expect(await sendForm(filled("newer"), ways)).toEqual({ kind: "full" });
});

test("where a phone keeps nothing at all, what can be sent is sent", async () => {
  const nothing = () => Promise.reject(new DOMException("a private window", "InvalidStateError"));
  const ways = { form: "results", outbox: { add: nothing, discardAll: nothing } };
  expect(await sendForm(filled("all"), { ...ways, action: async () => refusal })).toEqual({
    kind: "answered",
    state: refusal,
  });
  expect(await sendForm(filled("all"), { ...ways, action: () => Promise.reject(BROKEN) })).toEqual({ kind: "full" });
});
