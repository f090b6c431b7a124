/** Writes the outlines of `icon-paths.ts` as one file that browsers keep. Run it after a change of them: `npx tsx scripts/draw-icons.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { spriteOf } from "../components/ui/icons/sprite-of";

writeFileSync(join(import.meta.dirname, "../components/ui/icons/icons.svg"), spriteOf());
