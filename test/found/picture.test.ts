import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPicture, type Picture } from "@/app/found/draw-picture";

const HORGOS = { lon: 80.41, lat: 44.21 };

const picture = (changes: Partial<Picture> = {}): Picture => ({
  ...{ title: "Customs clearance at Horgos", lead: "32 providers.", foot: "3 open requests.", product: "Kouan" },
  ...{ hubs: [{ ...HORGOS, isMarked: true }], borders: ["KZ"] },
  ...changes,
});

/** How many pixels of the left half are nearly white: the ink of the title. */
async function inkOf(changes: Partial<Picture>): Promise<number> {
  const content = await drawPicture(picture({ lead: "", foot: "", ...changes }));
  const { data } = await sharp(content)
    .extract({ left: 0, top: 150, width: 660, height: 400 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((level) => level > 200).length;
}

test.each([
  ["Chinese", "霍尔果斯报关"],
  ["Russian", "Таможенное оформление — Хоргос"],
  ["Vietnamese", "Thông quan tại Khorgos"],
  ["Kazakh", "Кедендік ресімдеу — Қорғас ұңғі"],
  ["marks that markup knows", '<b>&"Horgos"</b>'],
])("letters of %s are drawn, and no box stands in their place", async (_, title) => {
  const [drawn, boxes] = [await inkOf({ title }), await inkOf({ title: "\u{10FFFF}" })];
  expect(drawn).toBeGreaterThan(500);
  expect(drawn).not.toBe(boxes);
});

test("a picture is as large as links are shown with, whatever is said and wherever the hub is", async () => {
  const long = "Очень длинное название поставщика таможенных услуг на границе ".repeat(4);
  for (const changes of [
    {},
    { title: long, lead: long, foot: long },
    { hubs: [] },
    { hubs: [{ lon: 131.15, lat: 44.4, isMarked: true }] },
  ]) {
    const { width, height, format } = await sharp(await drawPicture(picture(changes))).metadata();
    expect([width, height, format]).toEqual([1200, 630, "png"]);
  }
});

test("the hub that a picture is about is marked on the map", async () => {
  const marked = await drawPicture(picture());
  const unmarked = await drawPicture(picture({ hubs: [{ ...HORGOS, isMarked: false }] }));
  expect(marked.equals(unmarked)).toBe(false);
});
