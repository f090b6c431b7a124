import "server-only";
import { currentActor } from "../../identity/session";
import { noteFault } from "../../process/fault";
import { isFromElsewhere } from "../from-elsewhere";
import { plainFault } from "../plain-fault";
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
      return plainFault(noteFault(error, "an upload failed"));
    }
  };
}
