import { expect, test } from "vitest";
import { findFile, insertFile, type NewFile } from "@/db/repositories/files";
import { FILES_PER_SUBJECT_MAX } from "@/domain/files/file-limits";
import type { FileState, FileSubject } from "@/domain/files/file";
import { orderMarket } from "@/test/order-market";
import { putToMilestone } from "./milestone-files";

type Kept = {
  readonly subject?: FileSubject | null;
  readonly by?: string;
  readonly state?: FileState;
  readonly link?: string;
};

/** A deal with two orders, and files that their parties have sent. */
async function stepMarket() {
  const { database, orders, now } = await orderMarket({ services: ["logistics", "customs"] });
  const [orderId, otherId] = [orders.logistics ?? "", orders.customs ?? ""];
  let serial = 0;
  const keep = async ({ subject = null, by = "provider", state = "clean", link }: Kept = {}) => {
    const id = `f${++serial}`;
    const sealed = { facts: Buffer.alloc(1), keyForOwner: Buffer.alloc(1), keyForRequest: null, objectName: id };
    const file: NewFile = {
      ...{ ...sealed, id, organisationId: by, uploadedByUserId: "timur", subject, state, now: now() },
      ...(link ? { fieldLinkId: link } : {}),
    };
    await database.write((tx) => insertFile(tx, file));
    return id;
  };
  const put = async (ids: readonly string[], code = "booked") => {
    const reported = { orderId, code, organisationId: "provider" };
    const answer = await database.write((tx) => putToMilestone(tx, ids, reported));
    return answer.ok ? "put" : answer.refusal;
  };
  const behind = async (id: string) => {
    const file = await findFile(database.read, id);
    return [file?.subjectKind, file?.subjectId, file?.milestoneCode];
  };
  return { orderId, otherId, keep, put, behind };
}

test("A step takes files that its reporter has put to nothing yet, or to its order without a step.", async () => {
  const { orderId, keep, put, behind } = await stepMarket();
  const ids = [await keep(), await keep({ subject: { kind: "order", id: orderId } }), await keep({ state: "pending" })];
  expect(await put([...ids, ...ids])).toBe("put");
  for (const id of ids) expect(await behind(id)).toEqual(["order", orderId, "booked"]);
});

test("A file that stands behind a step stays there, whatever step names it next.", async () => {
  const { orderId, keep, put, behind } = await stepMarket();
  const [told, free] = [await keep(), await keep()];
  expect(await put([told])).toBe("put");
  const unknown = { code: "file_unknown", details: { fileId: told } };
  expect(await put([free, told], "picked_up")).toEqual(unknown);
  expect(await put([told])).toEqual(unknown);
  expect(await behind(told)).toEqual(["order", orderId, "booked"]);
  expect(await behind(free)).toEqual([null, null, null]);
});

test("No step takes what is another's, is infected, or stands on another order or on anything but an order.", async () => {
  const { orderId, otherId, keep, put, behind } = await stepMarket();
  const files: readonly Kept[] = [
    { by: "buyer" },
    { by: "buyer", subject: { kind: "order", id: orderId } },
    { state: "infected" },
    { subject: { kind: "order", id: otherId } },
    { subject: { kind: "inspection", id: orderId } },
  ];
  for (const file of files) {
    const id = await keep(file);
    expect([file, await put([id])]).toEqual([file, { code: "file_unknown", details: { fileId: id } }]);
    expect(await behind(id)).toEqual([file.subject?.kind ?? null, file.subject?.id ?? null, null]);
  }
  expect(await put(["nobody's"])).toMatchObject({ code: "file_unknown" });
});

test("An order takes so many files of its reporter; those of others, and what came by links, are not counted among them.", async () => {
  const { orderId, otherId, keep, put } = await stepMarket();
  const subject = { kind: "order", id: orderId } as const;
  await keep({ subject, by: "buyer" });
  await keep({ subject, link: "link" });
  await keep({ subject: { kind: "order", id: otherId } });
  const there = [];
  for (let at = 1; at < FILES_PER_SUBJECT_MAX; at++) there.push(await keep({ subject }));
  const [last, over] = [await keep(), await keep()];
  expect(await put([last, over])).toEqual({ code: "too_many_files", details: { maximum: FILES_PER_SUBJECT_MAX } });
  expect(await put([last, ...there.slice(1)])).toBe("put");
  expect(await put([over])).toMatchObject({ code: "too_many_files" });
  expect(await put(there.slice(0, 1))).toBe("put");
});
