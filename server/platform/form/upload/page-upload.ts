import "server-only";
import { currentActor } from "../../identity/session";
import { newId } from "../../new-id";
import { log } from "../../process/log";
import { isFromElsewhere } from "../from-elsewhere";
import { isBrokenForm } from "./multipart";
import { plain, takeForm, type UploadDefinition } from "./take-form";

/**
 * Makes the route that a form sends files to, with and without JavaScript: from our own pages only, read as it comes, and answered
 * by the page it came from. The first file that is refused ends it; those before it are kept.
 */
export function upload(definition: UploadDefinition): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (isFromElsewhere(request.headers)) return plain(403, "Not from this site");
      return await takeForm(request, await currentActor(), definition);
    } catch (error) {
      if (isBrokenForm(error) || request.signal.aborted) return plain(400, "The form breaks off");
      const reference = newId().slice(-8).toUpperCase();
      log.error({ reference, err: error }, "an upload failed");
      return plain(500, `Fault, reference ${reference}`);
    }
  };
}
