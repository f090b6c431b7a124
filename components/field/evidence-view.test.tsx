import { expect, test } from "vitest";
import type { ShownFile } from "@/domain/files/file";
import { instant } from "@/domain/shared/instant";
import { drawn } from "@/test/drawn";
import { PhotoStrip } from "./evidence-view";

const PICTURE: ShownFile = {
  ...{ id: "f1", name: "seal.jpg", kind: "jpeg", sizeBytes: 20_000_000, sha256: "" },
  ...{
    state: "clean",
    isOwn: false,
    milestoneCode: "picked_up",
    createdAt: instant(0),
    mayRead: true,
    mayRemove: false,
  },
};

test("a picture of a step is drawn small, and leads to the whole", () => {
  const html = drawn(<PhotoStrip files={[PICTURE]} photos={[]} zone="Asia/Shanghai" />, { rooms: ["field"] });
  expect(html).toContain('src="/api/files/f1/small"');
  expect(html).toContain('href="/api/files/f1"');
});
