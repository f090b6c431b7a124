import { notFound } from "next/navigation";

/** Every address that is no page of ours, so that it is answered in the reader's language and frame. */
export default function Rest(): never {
  notFound();
}
