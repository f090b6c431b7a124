// Loaded before a long program that should leave the processor to whatever runs beside it. Its threads start after this and
// take over its priority, as do the programs that it starts.
import { constants, setPriority } from "node:os";

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
