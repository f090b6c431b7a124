import { expect, test } from "vitest";
import { inspectionMarket, PHOTOS_DUE, pictureOnSite } from "@/test/inspection-market";
import { HOUR_MS, MINUTE_MS } from "../../domain/shared/time";

const DONE = { kind: "done" };

test("a report is not issued on one minute on site without a photo or a place: each is told before the report, and none can be left out", async () => {
  const market = await inspectionMarket();
  await market.book();
  await market.checkIn();
  market.wait(MINUTE_MS);
  await market.save(await market.found());
  await market.checkOut();
  expect((await market.view("timur"))?.rounds[0]?.lacks).toEqual([
    { kind: "minutes", has: 1, needs: 84 },
    { kind: "position" },
    ...PHOTOS_DUE.map((subject) => ({ kind: "photo", subject })),
  ]);
  const lacking = async () => market.issue();
  expect(await lacking()).toMatchObject({ refusal: { code: "not_reportable", details: { lacks: "minutes" } } });
  // Who left too early comes back, and leaves again.
  market.wait(2 * HOUR_MS);
  expect(await market.checkOut()).toMatchObject(DONE);
  expect(await lacking()).toMatchObject({ refusal: { details: { lacks: "position" } } });
  for (const about of PHOTOS_DUE) {
    if (about !== "product")
      expect(await lacking()).toMatchObject({ refusal: { details: { lacks: "photo", subject: about } } });
    await market.photo(await pictureOnSite(PHOTOS_DUE.indexOf(about)), "timur", about);
  }
  expect(await market.issue()).toMatchObject(DONE);
  expect(await market.told("inspection")).toContain("report_drafted");
});
