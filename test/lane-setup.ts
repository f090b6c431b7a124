import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Each worker has keys of its own, in a folder that the operating system clears.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "kouan-keys-"));
// The test runner sets this name for itself, to a path.
process.env.BASE_URL = "https://market.example";
