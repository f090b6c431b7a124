import { SUBJECT_KINDS } from "@/domain/files/file";
import { receiveUpload } from "@/server/files/receive-upload";
import { upload } from "@/server/platform/form/page-upload";

const ID = /^[0-9a-z]{1,64}$/;

/** The fields before the files say what these are attached to; the page of that is where it leads back. */
export const POST = upload({
  read({ subject, subjectId = "", orderId = "", about = "" }) {
    const kind = SUBJECT_KINDS.find((one) => one === subject);
    if (!kind || !ID.test(subjectId)) return null;
    // A visit has no page of its own: its order's record has.
    if (kind === "inspection" && !ID.test(orderId)) return null;
    return {
      back:
        kind === "inspection"
          ? `/orders/${orderId}/inspection`
          : `/${kind === "order" ? "orders" : "requests"}/${subjectId}`,
      take: (file) => receiveUpload({ ...file, subject: { kind, id: subjectId }, about: about.trim() || null }),
    };
  },
});
