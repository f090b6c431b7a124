import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Each worker has keys of its own, in a folder that the operating system clears.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "kouan-keys-"));
