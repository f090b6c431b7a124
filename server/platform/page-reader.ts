import "server-only";
import { cache } from "react";
import { remembering } from "../../db/database";
import { platform } from "./platform";

/** The reader of the page that is being drawn: whichever of its parts asks, the same is read once. Actions and streams read by the platform's. */
export const pageReader = cache(() => remembering(platform().database.read));
