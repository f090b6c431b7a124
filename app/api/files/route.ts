import { SUBJECT_KINDS } from "@/domain/files/file";
import { receiveUpload } from "@/server/files/receive-upload";
import { type SentFile, upload } from "@/server/platform/form/page-upload";

const ID = /^[0-9a-z]{1,64}$/;
const PAGE = /^(?:orders|requests)\/[0-9a-z]{1,64}$/;

/** The fields before the files say what these are attached to; the page of that is where it leads back. */
export const POST = upload({
  read({ subject, subjectId = "", orderId = "", page = "", about = "" }) {
    const kind = SUBJECT_KINDS.find((one) => one === subject);
    if (!kind || !ID.test(subjectId)) return null;
    // A visit has no page of its own: its order's record has.
    if (kind === "inspection" && !ID.test(orderId)) return null;
    // Nor has a thread: it stands on the page of its request, and of its order.
    if (kind === "thread" && !PAGE.test(page)) return null;
    // What is shown for a check has no page by its id: each organisation has one of its own.
    const take = (file: SentFile) =>
      receiveUpload({ ...file, subject: { kind, id: subjectId }, about: about.trim() || null });
    if (kind === "thread") return { back: `/${page}?thread=${subjectId}`, fragment: `thread-${subjectId}`, take };
    return {
      back:
        kind === "inspection"
          ? `/orders/${orderId}/inspection`
          : kind === "check"
            ? "/organisation/check"
            : `/${kind === "order" ? "orders" : "requests"}/${subjectId}`,
      take,
    };
  },
});
