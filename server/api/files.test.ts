import { expect, test } from "vitest";
import { apiMarket, type Holder } from "@/test/api-market";
import { steps, tradeToOrder } from "@/test/api-steps";
import { FILE_MAX_BYTES } from "@/domain/files/file-limits";
import { serve } from "../platform/api/endpoint";
import { removeFile } from "../files/remove-file";
import { getFile, getFileContent, postFile } from "../files/api";
import { reportMilestone } from "../orders/report-milestone";
import { getOrder } from "../orders/api";

async function fileApi() {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const content = async (as: Holder, fileId: string) =>
    serve(getFileContent)(
      new Request(`http://localhost/api/v1/files/${fileId}/content`, { headers: { authorization: market.keys[as] } }),
      { fileId },
    );
  return { market, step, requestId, content };
}

const LIST_SENT = { code: "documents_requested", occurredAt: "2026-11-24T07:30:00Z" };

test("a file that is sent is answered by its id, known by its facts and given back as it was", async () => {
  const { market, requestId, content } = await fileApi();
  const { id } = await market.upload("buyer", { subject: "request", subjectId: requestId });
  const { body } = await market.call(getFile, { as: "provider", params: { fileId: id } });
  expect(body).toMatchObject({ id, name: "note.txt", kind: "txt", sizeBytes: 6, state: "unscanned" });
  const given = await content("provider", id);
  expect([given.status, await given.text()]).toEqual([200, "gate 4"]);
  expect(Object.fromEntries(given.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment; filename=\"note.txt\"; filename*=UTF-8''note.txt",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-length": "6",
  });
});

test("what is wrong with a file is said with its own status", async () => {
  const { market, requestId } = await fileApi();
  const send = async (
    name: string | null,
    body: string,
    query: Readonly<Record<string, string>> = {},
    type = "text/plain",
  ) => {
    const headers = { "content-type": type, ...(name === null ? {} : { "x-file-name": name }) };
    const answered = await market.call(postFile, { as: "buyer", headers, body, query });
    return [answered.status, (answered.body as { code: string }).code];
  };
  expect(await send("a.txt", "a".repeat(FILE_MAX_BYTES + 1))).toEqual([413, "file_too_large"]);
  expect(await send("a.exe", "MZ")).toEqual([422, "type_not_allowed"]);
  expect(await send("a.txt", "x", {}, "image/png")).toEqual([422, "type_differs"]);
  expect(await send("a.txt", "")).toEqual([422, "file_empty"]);
  expect(await send(null, "x")).toEqual([422, "invalid"]);
  expect(await send("a.txt", "x", { subject: "request" })).toEqual([422, "subject_incomplete"]);
  expect(await send("a.txt", "x", { subject: "request", subjectId: "none" })).toEqual([404, "not_found"]);
  expect(await send("a.txt", "x", { subject: "bid", subjectId: requestId })).toEqual([403, "not_permitted"]);
  expect((await market.call(postFile, { as: "buyer", key: null, headers: { "x-file-name": "a.txt" } })).status).toBe(
    400,
  );
});

test("a name of any letters travels percent-encoded", async () => {
  const { market } = await fileApi();
  const headers = { "content-type": "text/csv", "x-file-name": encodeURIComponent("../装箱单\u202e.csv") };
  const answered = await market.call(postFile, { as: "buyer", headers, body: "a,b" });
  const { body } = await market.call(getFile, {
    as: "buyer",
    params: { fileId: (answered.body as { id: string }).id },
  });
  expect(body).toMatchObject({ name: "装箱单.csv" });
});

test("a milestone names files of its reporter, which both parties then read and nobody else", async () => {
  const { market, content } = await fileApi();
  const { orderId } = await tradeToOrder(market);
  const { id } = await market.upload("provider");
  expect((await content("buyer", id)).status).toBe(404);
  const report = (fileIds: readonly string[]) =>
    market.call(reportMilestone, { as: "provider", params: { orderId }, body: { ...LIST_SENT, fileIds } });
  const theirs = await market.upload("buyer");
  expect(await report([theirs.id])).toMatchObject({ status: 422, body: { code: "file_unknown" } });
  expect((await report([id])).status).toBe(201);
  expect((await content("buyer", id)).status).toBe(200);
  for (const as of ["buyer2", "provider2", "admin"] as const)
    expect((await content(as, id)).status).toBeGreaterThan(400);
  const known = await market.call(getFile, { as: "buyer", params: { fileId: id } });
  expect(known.body).toMatchObject({ milestoneCode: "documents_requested" });
  expect(await market.call(removeFile, { as: "provider", params: { fileId: id } })).toMatchObject({
    status: 409,
    body: { code: "no_more_files" },
  });
  const { body } = await market.call(getOrder, { as: "buyer", params: { orderId } });
  expect((body as { milestones: { fileIds: string[] }[] }).milestones[0]?.fileIds).toEqual([id]);
});

test("a refused milestone leaves its files free for the next one", async () => {
  const { market } = await fileApi();
  const { orderId } = await tradeToOrder(market);
  const { id } = await market.upload("provider");
  const body = { ...LIST_SENT, code: "nothing_known", fileIds: [id] };
  expect((await market.call(reportMilestone, { as: "provider", params: { orderId }, body })).status).toBe(422);
  const known = await market.call(getFile, { as: "provider", params: { fileId: id } });
  expect(known.body).toMatchObject({ milestoneCode: null });
});

test("without the scope no key sends or reads a file", async () => {
  const { market } = await fileApi();
  const narrow = await market.issue("buyer", ["orders:read"]);
  const headers = { "x-file-name": "a.txt" };
  expect((await market.callWith(narrow, postFile, { headers, body: "x" })).status).toBe(403);
  expect((await market.callWith(narrow, getFile, { params: { fileId: "none" } })).status).toBe(403);
});
