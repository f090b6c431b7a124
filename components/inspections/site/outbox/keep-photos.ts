import type { Outbox } from "@/components/field/outbox/outbox";
import { pictureOf } from "@/components/field/outbox/picture-files";
import type { SiteEntry } from "./site-outbox";

/**
 * Keeps pictures on this phone, each as an entry of its own: one that the market refuses holds up none of the others. Answers what it has no
 * room for, which is everything from the first that did not fit.
 */
export async function keepPhotos(
  files: readonly File[],
  about: string,
  outbox: Pick<Outbox<SiteEntry>, "add">,
): Promise<readonly File[]> {
  for (const [at, file] of files.entries()) {
    try {
      await outbox.add({ kind: "photos", about }, [await pictureOf(file)]);
    } catch {
      return files.slice(at);
    }
  }
  return [];
}
