import sharp from "sharp";
import type { Person } from "../journey/person";
import { expectAxeClean } from "../support/axe";
import { expect, expectNoSideScroll } from "../support/test";

/** A page at one stage of the deal: it fits its window, and nothing is in the way of those who see it otherwise. */
export async function look({ page }: Pick<Person, "page">, name?: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  // The main stages can be kept as pictures to look at.
  const folder = process.env.KOUAN_PICTURES;
  if (folder && name) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** A photograph that no other one looks like. */
export function photo(): Promise<Buffer> {
  const [width, height] = [160, 120];
  const noise = Buffer.from(Array.from({ length: 12 * 9 * 3 }, () => Math.floor(Math.random() * 256)));
  return sharp(noise, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(width, height, { kernel: "nearest" })
    .jpeg()
    .toBuffer();
}
